import AuthKeysCommand
import AuthKeysJOSE
import Encodings
import Foundation
import TestSupport
import Testing

/// `authkeys jwt sign`, with a clock that stands at 1,700,000,000.
@Suite struct JWTSignCommandTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    private static let key = Repository.root.appending(path: "Fixtures/keys/rfc7515-a2.pkcs8.pem").path
    private static let thumbprint = "IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8"

    private func run(_ arguments: [String]) -> ToolRun { ToolRun(["jwt", "sign", "--key", Self.key] + arguments) }

    /// Verified with the key; header and claims as they were written.
    private func signed(
        _ arguments: [String], algorithm: JWSAlgorithm = .rs256
    ) throws -> (header: String, claims: String, error: String) {
        let run = run(arguments)
        try #require(run.status == .success, "\(run.error)")
        let token = String(run.output.dropLast())
        let key = try RSAPrivateKey(
            pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
        let jwk = JWK(key.publicKey, keyID: try CompactJWS(token).header.keyID, algorithm: algorithm)
        let payload = try JWSVerifier(keys: JWKSet([jwk]), algorithms: [algorithm]).verify(token)
        return (
            try CompactJWS(token).header.json.compactJSON, String(decoding: payload, as: UTF8.self), run.error
        )
    }

    @Test(
        arguments: [
            ([], #"{"iat":1700000000,"exp":1700003600}"#),
            (
                ["--issuer", "https://i", "--subject", "s", "--audience", "a"],
                #"{"iss":"https://i","sub":"s","aud":"a","iat":1700000000,"exp":1700003600}"#
            ),
            (["--audience", "a", "--audience", "b"], #"{"aud":["a","b"],"iat":1700000000,"exp":1700003600}"#),
            (["--expires-in", "90d"], #"{"iat":1700000000,"exp":1707776000}"#),
            (["--expires-in", "PT5M"], #"{"iat":1700000000,"exp":1700000300}"#),
            (["--not-before", "2023-11-14T22:13:30Z"], #"{"iat":1700000000,"nbf":1700000010,"exp":1700003600}"#),
            (["--not-before", "1700000010"], #"{"iat":1700000000,"nbf":1700000010,"exp":1700003600}"#),
            (["--not-before", "+10s"], #"{"iat":1700000000,"nbf":1700000010,"exp":1700003600}"#),
            (["--not-before=-10s"], #"{"iat":1700000000,"nbf":1699999990,"exp":1700003600}"#),
            (["--at", "1700000100"], #"{"iat":1700000100,"exp":1700003700}"#),
            (["--at", "+1h"], #"{"iat":1700003600,"exp":1700007200}"#),
            (["--at", "1700000000.5"], #"{"iat":1700000000.5,"exp":1700003600.5}"#),
            (["--expires-at", "2023-11-14T22:14:20Z"], #"{"iat":1700000000,"exp":1700000060}"#),
            (["--expires-at", "1700000060.5"], #"{"iat":1700000000,"exp":1700000060.5}"#),
            (["--expires-at", "1700000060", "--at", "+1m"], #"{"iat":1700000060,"exp":1700000060}"#),
            (
                ["--not-before", "9999-12-31T23:59:58Z", "--expires-at", "9999-12-31T23:59:59Z"],
                #"{"iat":1700000000,"nbf":253402300798,"exp":253402300799}"#
            ),
            (["--jwt-id", "x y"], #"{"iat":1700000000,"exp":1700003600,"jti":"x y"}"#),
            (
                [
                    "--claim", "a=true", "--claim", "b=1.50", "--claim", "c=1a", "--claim", #"d={"x":[null]}"#,
                    "--claim", "e=",
                ],
                #"{"iat":1700000000,"exp":1700003600,"a":true,"b":1.50,"c":"1a","d":{"x":[null]},"e":""}"#
            ),
            (["--claim", "iat=5", "--claim", "exp=1700000001"], #"{"iat":5,"exp":1700000001}"#),
            (
                ["--claim", #"a="true""#, "--claim", "b=x=y"],
                #"{"iat":1700000000,"exp":1700003600,"a":"true","b":"x=y"}"#
            ),
        ] as [([String], String)])
    func signsTheClaimsThatAreGiven(arguments: [String], claims: String) throws {
        let signed = try signed(arguments)
        #expect(signed.claims == claims)
        #expect(signed.header == #"{"alg":"RS256","typ":"JWT","kid":"\#(Self.thumbprint)"}"#)
        #expect(signed.error == "")
    }

    @Test(arguments: [
        (["--no-kid"], #"{"alg":"RS256","typ":"JWT"}"#, JWSAlgorithm.rs256),
        (["--kid", "k-1"], #"{"alg":"RS256","typ":"JWT","kid":"k-1"}"#, .rs256),
        (["--algorithm", "RS512", "--no-kid"], #"{"alg":"RS512","typ":"JWT"}"#, .rs512),
    ])
    func writesTheHeaderThatIsAskedFor(arguments: [String], header: String, algorithm: JWSAlgorithm) throws {
        #expect(try signed(arguments, algorithm: algorithm).header == header)
    }

    /// The header and the order of members that Convex Auth's `generateToken` gives a token.
    @Test func signsWhatConvexAuthSigns() throws {
        let signed = try signed([
            "--profile", "convex-auth", "--issuer", "https://happy-animal-123.convex.site", "--subject", "u|s",
            "--claim", "role=\"a\"",
        ])
        #expect(signed.header == #"{"alg":"RS256"}"#)
        #expect(
            signed.claims
                == #"{"sub":"u|s","role":"a","iat":1700000000,"iss":"https://happy-animal-123.convex.site","#
                + #""aud":"convex","exp":1700003600}"#)
    }

    @Test func everyTokenOfACountIsAnother() throws {
        let run = run(["--count", "5", "--no-kid"])
        let tokens = run.output.split(separator: "\n")
        #expect(tokens.count == 5)
        let ids = try tokens.map { try UnverifiedJWT(reading: String($0)).claims?.json.get()["jti"]?.string ?? "" }
        #expect(Set(ids).count == 5)
        #expect(ids.allSatisfy { $0.utf8.count == 22 })
    }

    @Test func printsAResultForPrograms() throws {
        let run = run(["--json", "--subject", "s", "--kid", "k"])
        let json = try JSON.parse(run.output, limits: .keySet)
        #expect(json["schema"]?.string == "authkeys.sign/1")
        #expect(json["kid"]?.string == "k")
        #expect(json["thumbprint"]?.string == Self.thumbprint)
        #expect(json["expires"]?.string == "2023-11-14T23:13:20Z")
        #expect(json["claims"]?.compactJSON == #"{"sub":"s","iat":1700000000,"exp":1700003600}"#)
        #expect(json["token"]?.string.map { UnverifiedJWT(reading: $0).isWellFormed } == true)
    }

    @Test(arguments: [
        (["--no-expiry"], "has no exp"), (["--expires-in=-1s"], "has expired already, at 2023-11-14T22:13:19Z"),
        (["--at", "1600000000"], "has expired already"), (["--claim", "exp=1800000000000"], "exp is the year"),
        (["--not-before", "+2h"], "never good"), (["--claim", "iat=1700000000000"], "counts milliseconds"),
    ])
    func warnsAboutWhatVerifiersRefuse(arguments: [String], warning: String) {
        let warning = warning.replacing("exp is the year", with: "it counts milliseconds")
        let loud = run(arguments)
        #expect(loud.status == .success)
        #expect(loud.error.contains(warning), "\(loud.error)")
        #expect(loud.error.hasPrefix("authkeys: warning: "))
        #expect(run(arguments + ["--quiet"]).error == "")
    }

    @Test(
        arguments: [
            (["--kid", "a", "--no-kid"], ExitStatus.usage, "conflicting-options"),
            (["--no-expiry", "--expires-in", "1h"], .usage, "conflicting-options"),
            (["--no-expiry", "--claim", "exp=1"], .usage, "the claim exp is given twice"),
            (["--subject", "a", "--claim", "sub=b"], .usage, "the claim sub is given twice: by '--subject'"),
            (["--expires-in", "1h", "--claim", "exp=1"], .usage, "by '--expires-in'"),
            (["--expires-at", "1800000000", "--claim", "exp=1"], .usage, "by '--expires-at'"),
            (["--expires-at", "1800000000", "--expires-in", "1h"], .usage, "conflicting-options"),
            (["--expires-at", "1800000000", "--no-expiry"], .usage, "conflicting-options"),
            (["--expires-at", "+1h"], .usage, "'+1h' is counted from now"),
            (["--expires-at", "now"], .usage, "--expires-in counts"),
            (["--expires-at", "1800000000000"], .usage, "looks like milliseconds"),
            (["--expires-in", "9223372036854775807s"], .usage, "'--expires-in' makes exp a time outside of the years"),
            (["--expires-in=-9223372036854775807s"], .usage, "'--expires-in' makes exp a time outside of the years"),
            (["--not-before", "+99999999999999s"], .usage, "'--not-before' makes nbf a time outside of the years"),
            (["--at", "+99999999999999s"], .usage, "'--at' makes iat a time outside of the years"),
            (["--at", "9999-12-31T23:59:59Z"], .usage, "'--at' makes exp a time outside of the years"),
            (["--jwt-id", "auto", "--claim", "jti=1"], .usage, "by '--jwt-id auto'"),
            (["--count", "2", "--claim", "jti=1"], .usage, "the claim jti is given twice"),
            (["--claim", "a=1", "--claim", "a=2"], .usage, "the claim \"a\" is given twice"),
            (["--count", "2", "--jwt-id", "x"], .usage, "--jwt-id auto gives each its own"),
            (["--claim", "a"], .usage, "NAME=VALUE"), (["--claim", "=a"], .usage, "NAME=VALUE"),
            (["--claim", "a={x}"], .usage, "begins like JSON"), (["--claim", "a=[1,1"], .usage, "begins like JSON"),
            (["--claim", #"a={"b":1,"b":2}"#], .usage, "stands twice"),
            (["--claim", "sub=1"], .failure, "jwt.claim-type"), (["--claim", "exp=x"], .failure, "jwt.claim-type"),
            (["--expires-in", "1x"], .usage, "not a duration"), (["--expires-in", "1"], .usage, "has no unit"),
            (["--not-before", "1700000000000"], .usage, "looks like milliseconds"),
            (["--not-before", "tomorrow"], .usage, "is no time"), (["--not-before", "+1"], .usage, "not a duration"),
            (["--algorithm", "HS256"], .usage, "is not one of RS256, RS384, RS512"),
            (["--count", "0"], .usage, "--count"),
            (["--profile", "convex-auth"], .usage, "has an issuer and a subject"),
        ] as [([String], ExitStatus, String)])
    func refuses(arguments: [String], status: ExitStatus, message: String) {
        let run = run(arguments)
        #expect(run.status == status, "\(run.error)")
        #expect(run.output == "")
        #expect(run.error.contains(message), "\(run.error)")
    }

    @Test(arguments: [
        (["--kid", "a"], "signs without a kid"), (["--audience", "b"], "the audience of convex-auth is 'convex'"),
        (["--algorithm", "RS384"], "signs with RS256"), (["--not-before", "now"], "signs no nbf"),
        (["--jwt-id", "auto"], "signs no jti"), (["--no-expiry"], "has an exp"), (["--count", "2"], "have no jti"),
        (["--claim", "nbf=1"], "the claim nbf is reserved"), (["--claim", "aud=x"], "the claim aud is reserved"),
        (["--claim", "sub=x"], "the claim sub is reserved"), (["--at", "1.5"], "convex-auth signs whole seconds"),
        (["--expires-at", "1800000000.5"], "'--expires-at' makes exp 2027-01-15T08:00:00.5Z"),
    ])
    func signsNothingThatConvexAuthWouldNot(arguments: [String], message: String) {
        let run = run(
            ["--profile", "convex-auth", "--issuer", "https://x.convex.site", "--subject", "u|s"] + arguments)
        #expect(run.status == .usage)
        #expect(run.error.contains(message), "\(run.error)")
    }

    @Test func aPublicKeySignsNothing() {
        let path = Repository.root.appending(path: "Fixtures/keys/rfc7515-a2.spki.pem").path
        let run = ToolRun(["jwt", "sign", "--key", path])
        #expect(run.status == .failure)
        #expect(run.error.contains("[key.public-only]"))
    }

    /// The log of the job is public; what masks it comes first.
    @Test func masksTheTokenInAJob() {
        let run = ToolRun(["jwt", "sign", "--key", Self.key], environment: ["GITHUB_ACTIONS": "true"])
        #expect(run.error == "::add-mask::\(run.output)")
    }
}
