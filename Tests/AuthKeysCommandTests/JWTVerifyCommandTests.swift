import AuthKeysCommand
import AuthKeysJOSE
import Encodings
import Foundation
import TestSupport
import Testing

/// `authkeys jwt verify`, with a clock that stands at 1,700,000,000: 2023-11-14T22:13:20Z.
@Suite struct JWTVerifyCommandTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    private static func path(_ name: String) -> String {
        Repository.root.appending(path: "Fixtures/keys/\(name)").path
    }
    private static let key = path("rfc7515-a2.pkcs8.pem")
    private static let issuer = "https://issuer.example"

    /// The set of the key under the kid `k`, with members of the test's own, and other keys beside it.
    private static func set(_ members: String = "", kid: String? = "k", others: String...) throws -> String {
        let jwk = try JSON.parse(Repository.text(of: "Fixtures/keys/rfc7515-a2.jwk.json"), limits: .keySet)
        let numbers = #""kty":"RSA","n":"\#(jwk["n"]?.string ?? "")","e":"AQAB""#
        let own = "{\(numbers)\(kid.map { #","kid":"\#($0)""# } ?? "")\(members)}"
        return #"{"keys":[\#(([own] + others).joined(separator: ","))]}"#
    }

    /// - Parameter arguments: of `jwt sign`.
    private static func token(_ arguments: [String]) throws -> String {
        let run = ToolRun(["jwt", "sign", "--key", key, "--quiet"] + arguments)
        try #require(run.status == .success, "\(run.error)")
        return String(run.output.dropLast())
    }

    private static let good = ["--kid", "k", "--issuer", issuer, "--audience", "api", "--subject", "alice"]
    private static let expecting = ["--issuer", issuer, "--audience", "api"]

    private func verify(_ token: String, set: String? = nil, _ arguments: [String]) throws -> ToolRun {
        let jwks = try set ?? Self.set()
        return ToolRun(
            ["jwt", "verify", "env:TOKEN", "--jwks", "env:JWKS"] + arguments,
            environment: ["TOKEN": token, "JWKS": jwks])
    }

    // MARK: - The answer

    @Test(
        arguments: [
            (
                good, expecting, .success,
                #"accepted: signed with key 1 of 1, the kid "k", 2048 bits; expires in 1 h, at 2023-11-14T23:13:20Z, leeway 0 s"#
            ),
            (good, ["--any-issuer", "--any-audience"], .success, "accepted: "),
            (
                good + ["--at=-2h"], expecting, .negative,
                "refused: expired 1 h ago at 2023-11-14T21:13:20Z, leeway 0 s"
            ),
            (good + ["--at=-2h"], expecting + ["--leeway", "61m"], .success, "accepted: "),
            (good + ["--at=-2h"], expecting + ["--at=-90m"], .success, "accepted: "),
            (good, expecting + ["--at", "2023-11-14T23:13:20Z"], .negative, "refused: expired 0 s ago"),
            (good + ["--not-before", "+1m"], expecting, .negative, "refused: not valid for another 1 min"),
            (good + ["--no-expiry"], expecting, .negative, "refused: the token has no exp"),
            (good + ["--no-expiry"], expecting + ["--allow-missing-exp"], .success, "accepted: "),
            (good + ["--at=-20m"], expecting + ["--max-age", "15m"], .negative, "refused: issued 20 min ago"),
            (
                good, ["--issuer", issuer + "/", "--audience", "web"], .negative,
                #"refused: iss is "https://issuer.example" where "https://issuer.example/" is expected, and 1 more check failed"#
            ),
            (
                good + ["--algorithm", "RS512"], expecting, .negative,
                #"refused: the token's alg is "RS512" where RS256"#
            ),
            (
                good + ["--algorithm", "RS512"], expecting + ["--algorithm", "RS256", "--algorithm", "RS512"], .success,
                "accepted: "
            ),
            (
                ["--kid", "other", "--issuer", issuer, "--audience", "api"], expecting, .negative,
                #"refused: no key of the set has the token's kid "other""#
            ),
        ] as [([String], [String], ExitStatus, String)])
    func answersInTheFirstLine(
        signed: [String], arguments: [String], status: ExitStatus, firstLine: String
    ) throws {
        let run = try verify(Self.token(signed), arguments)
        #expect(run.status == status)
        #expect(run.error == "")
        let line = run.output.prefix { $0 != "\n" }
        #expect(line.hasPrefix(firstLine), "\(line)")
    }

    /// A subject of judgement that is malformed is the answer no, not a failure.
    @Test(
        arguments: [
            ("not a token", "jws.malformed", "a JWT begins with eyJ"), ("a.b.c", "base64.invalid-length", nil),
            ("-----BEGIN PRIVATE KEY-----", "jws.malformed", "refused: PEM, perhaps a key"),
            ("eyJhbGciOiJSUzI1NiJ9", "jws.malformed", "refused: the token ends after its header"),
            ("Bearer TOKEN", "base64.invalid-", "'Bearer ' before the token"),
            ("\"TOKEN\"", "base64.invalid-character", "quotes around the token"), (" TOKEN\r\n", nil, nil),
            ("eyJhbGciOiJub25lIn0.e30.", "jose.algorithm", "not signed at all"),
        ] as [(String, String?, String?)])
    func aMalformedTokenIsRefused(text: String, code: String?, hint: String?) throws {
        let run = try verify(text.replacing("TOKEN", with: Self.token(Self.good)), Self.expecting)
        #expect(run.status == (code == nil ? .success : .negative), "\(run.output)")
        #expect(run.output.contains("[\(code ?? "-")") == (code != nil), "\(run.output)")
        if let hint { #expect(run.output.contains(hint), "\(run.output)") }
    }

    @Test(arguments: [" ", "\r\n"])
    func nothingIsAWrongUse(text: String) throws {
        let run = try verify(text, Self.expecting)
        #expect(run.status == .usage)
        #expect(run.output == "")
        #expect(run.error.contains("there is no token [usage.missing-argument]"), "\(run.error)")
    }

    /// An option whose shell variable is unset would accept, or sign, the issuer "".
    @Test(arguments: ["issuer", "audience"])
    func anEmptyExpectationIsAWrongUse(option: String) throws {
        let other = option == "issuer" ? "--any-audience" : "--any-issuer"
        let run = ToolRun(["jwt", "verify", "a.b.c", "--jwks", "jwks.json", other, "--\(option)", ""])
        #expect(run.status == .usage)
        #expect(run.error.contains("option '--\(option)': the value is empty"), "\(run.error)")
        let signing = ToolRun(["jwt", "sign", "--key", "key.pem", "--kid", "k", "--\(option)="])
        #expect(signing.status == .usage)
        #expect(signing.error.contains("option '--\(option)': the value is empty"), "\(signing.error)")
    }

    @Test func theSignatureDecides() throws {
        let token = try Self.token(Self.good)
        let parts = token.split(separator: ".")
        let claims = Base64URL.encode(
            Array(#"{"iss":"https://issuer.example","aud":"api","exp":1800000000}"#.utf8).span)
        let run = try verify("\(parts[0]).\(claims).\(parts[2])", Self.expecting)
        #expect(run.status == .negative)
        #expect(run.output.hasPrefix("refused: the signature was not made over these bytes"))
        #expect(!run.output.contains(parts[2]))
    }

    @Test func printsNothingWhenQuietAndAccepted() throws {
        #expect(try verify(Self.token(Self.good), Self.expecting + ["--quiet"]).output == "")
        #expect(try verify("x", Self.expecting + ["--quiet"]).output.hasPrefix("refused: "))
    }

    @Test func warnsThatAnArgumentIsVisible() throws {
        let arguments =
            try ["jwt", "verify", Self.token(Self.good), "--key", Self.key] + Self.expecting
        let run = ToolRun(arguments)
        #expect(run.status == .success)
        #expect(run.error.hasPrefix("authkeys: warning: the token is an argument"))
        #expect(ToolRun(arguments + ["--quiet"]).error == "")
    }

    // MARK: - JSON

    @Test func printsAResultForPrograms() throws {
        let token = try Self.token(Self.good)
        let good = try JSON.parse(verify(token, Self.expecting + ["--json"]).output, limits: .keySet)
        #expect(good["schema"]?.string == "authkeys.verify/1")
        #expect(good["accepted"]?.compactJSON == "true")
        #expect(good["claims"]?["sub"]?.string == "alice")
        #expect(good["header"]?.compactJSON == #"{"alg":"RS256","typ":"JWT","kid":"k"}"#)
        #expect(good["unverifiedClaims"] == nil)
        #expect(good["checks"]?.elements?.compactMap { $0["name"]?.string } == JWTCheck.Name.allCases.map(\.rawValue))
        let bad = try verify(token, ["--issuer", "x", "--any-audience", "--at", "+1d", "--json"])
        #expect(bad.status == .negative)
        #expect(!bad.output.contains(token.split(separator: ".")[2]))
        let json = try JSON.parse(bad.output, limits: .keySet)
        #expect(json["accepted"]?.compactJSON == "false")
        #expect(json["claims"] == nil && json["header"] == nil)
        #expect(json["unverifiedClaims"]?["sub"]?.string == "alice")
        let checks = try #require(json["checks"]?.elements)
        #expect(
            checks.map { "\($0["name"]?.string ?? "") \($0["result"]?.string ?? "") \($0["code"]?.string ?? "-")" } == [
                "format pass -", "header pass -", "algorithm pass -", "key pass -", "signature pass -", "claims pass -",
                "issuer fail jwt.issuer", "audience not checked -", "expiry fail jwt.expired",
                "not-before not checked -",
                "age not checked -",
            ])
    }

    /// What stands twice in the token would stand twice in the result.
    @Test func aMemberThatStandsTwiceIsNotRepeated() throws {
        let claims = Base64URL.encode(Array(#"{"a":1,"a":2}"#.utf8).span)
        let run = try verify("eyJhbGciOiJSUzI1NiJ9.\(claims).AAAA", Self.expecting + ["--json"])
        let json = try JSON.parse(run.output, limits: .keySet)
        #expect(json["unverifiedClaims"]?.compactJSON == "null")
        #expect(json["unverifiedHeader"]?["alg"]?.string == "RS256")
    }

    // MARK: - Keys

    @Test(
        arguments: [
            "rfc7515-a2.pkcs8.pem", "rfc7515-a2.pkcs1.pem", "rfc7515-a2.spki.pem", "rfc7515-a2.jwk.json",
        ])
    func verifiesWithAKeyOfAnyForm(file: String) throws {
        for signed in [Self.good, Array(Self.good.dropFirst(2)) + ["--no-kid"]] {
            let run = ToolRun(
                ["jwt", "verify", "env:TOKEN", "--key", Self.path(file)] + Self.expecting,
                environment: ["TOKEN": try Self.token(signed)])
            #expect(run.status == .success, "\(run.output)\(run.error)")
        }
    }

    /// A key that was given by name is that of the tokens that name it.
    @Test func aJWKWithAKidVerifiesTheTokensOfThatKid() throws {
        let jwk = try Self.set().dropFirst(9).dropLast(2)
        func status(_ signed: [String]) throws -> ExitStatus {
            ToolRun(
                ["jwt", "verify", "env:TOKEN", "--key", "env:JWK"] + Self.expecting,
                environment: ["TOKEN": try Self.token(signed), "JWK": String(jwk)]
            ).status
        }
        #expect(try status(Self.good) == .success)
        #expect(try status(Array(Self.good.dropFirst(2)) + ["--kid", "K"]) == .negative)
    }

    /// A set that is wrong says nothing about the token.
    @Test(
        arguments: [
            (#"{"kty":"EC","crv":"P-256","kid":"k"}"#, nil),
            (#"{"kty":"RSA","n":"AQ==","e":"AQAB"}"#, "jwk.member"),
            (#"{"kty":"EC","d":"AA"}"#, "jwk.private-member"), (#"{"kty":"RSA"}"#, "jwk.member"),
        ] as [(String, String?)])
    func keysOfOtherKindsArePassedOverAndDamagedOnesAreNot(other: String, code: String?) throws {
        let run = try verify(Self.token(Self.good), set: Self.set(others: other), Self.expecting)
        #expect(run.status == (code == nil ? .success : .failure), "\(run.output)\(run.error)")
        if let code {
            #expect(run.output == "")
            #expect(run.error.contains("[\(code)]"), "\(run.error)")
        }
    }

    @Test(arguments: [
        ("[]", "jwks.malformed"), ("<!doctype html>", "a web page where a JWK set is expected"), ("{", "json."),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB"}"#, "give a key with --key"),
        ("-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----", "or give it with --key"),
    ])
    func aSetThatIsNoneIsAFailure(text: String, message: String) throws {
        let run = try verify(Self.token(Self.good), set: text, Self.expecting)
        #expect(run.status == .failure)
        #expect(run.error.contains(message), "\(run.error)")
        #expect(run.error.contains("the environment variable JWKS"), "\(run.error)")
    }

    // MARK: - The command line

    @Test(
        arguments: [
            (["--jwks", "a", "--any-audience"], "'--issuer' or '--any-issuer'"),
            (["--jwks", "a", "--any-issuer"], "'--audience' or '--any-audience'"),
            (["--any-issuer", "--any-audience"], "needs '--jwks', '--key' or '--discover'"),
            (["--jwks", "a", "--key", "b", "--any-issuer", "--any-audience"], "exclude each other"),
            (["--jwks", "a", "--issuer", "i", "--any-issuer", "--any-audience"], "exclude each other"),
            (["--jwks", "a", "--any-issuer", "--audience", "a", "--any-audience"], "exclude each other"),
            (["--discover", "https://a", "--any-issuer", "--any-audience"], "exclude each other"),
            (["--discover", "https://a", "--issuer", "https://a/", "--any-audience"], "name two issuers"),
            (["--discover", "a", "--any-audience"], "no issuer that can be asked"),
            (["--discover", "http://a.example", "--any-audience"], "--allow-http"),
            (["--discover", "https://a", "--allow-jwks-host", "https://b", "--any-audience"], "is no host"),
            (["--jwks", "a", "--allow-jwks-host", "b", "--any-issuer", "--any-audience"], "'--discover'"),
            (["--jwks", "a", "--allow-http", "--any-issuer", "--any-audience"], "'--discover'"),
            (["--key", "https://a", "--any-issuer", "--any-audience"], "no URL is read"),
            (["--jwks", "-", "--any-issuer", "--any-audience"], "the token is read from there too"),
            (["--jwks", "a", "--leeway", "5", "--any-issuer", "--any-audience"], "has no unit"),
            (["--jwks", "a", "--algorithm", "HS256", "--any-issuer", "--any-audience"], "is not one of RS256"),
            (["--jwks", "a", "--at", "noon", "--any-issuer", "--any-audience"], "is no time"),
            (["t", "--lines", "--jwks", "a", "--any-issuer", "--any-audience"], "TOKEN names another place"),
            (["--lines", "--jwks", "-", "--any-issuer", "--any-audience"], "the token is read from there too"),
            (["--lines", "--jwks", "a", "--profile", "convex-auth", "--issuer", "i"], "leave --profile out"),
            (["--jwks", "a", "--profile", "convex-auth"], "'--issuer' or '--any-issuer'"),
            (["--jwks", "a", "--profile", "convex-auth", "--any-issuer"], "without an issuer"),
            (["--jwks", "a", "--profile", "convex-auth", "--issuer", "i", "--audience", "x"], "is 'convex'"),
            (["--jwks", "a", "--profile", "convex-auth", "--issuer", "i", "--any-audience"], "is 'convex'"),
            (["--jwks", "a", "--profile", "convex-auth", "--issuer", "i", "--leeway", "5s"], "no leeway"),
            (["--jwks", "a", "--profile", "convex-auth", "--issuer", "i", "--algorithm", "RS512"], "RS256"),
            (["--jwks", "a", "--profile", "convex-auth", "--issuer", "i", "--allow-missing-exp"], "without exp"),
        ] as [([String], String)])
    func refusesToGuess(arguments: [String], message: String) {
        let run = ToolRun(["jwt", "verify"] + arguments)
        #expect(run.status == .usage, "\(run.error)")
        #expect(run.output == "")
        #expect(run.error.contains(message), "\(run.error)")
    }
}
