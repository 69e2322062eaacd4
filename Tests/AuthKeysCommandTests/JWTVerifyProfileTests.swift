import AuthKeysCommand
import AuthKeysJOSE
import Encodings
import Foundation
import TestSupport
import Testing

/// `authkeys jwt verify --profile convex-auth`, with a clock that stands at 1,700,000,000: where Convex asks for more than
/// the strict rules the token is refused, and where it asks for less the result says so.
@Suite struct JWTVerifyProfileTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    private static let issuer = "https://happy-animal-123.convex.site"
    private static let key = Repository.root.appending(path: "Fixtures/keys/rfc7515-a2.pkcs8.pem").path

    private static func jwk(_ file: String, _ members: String) throws -> String {
        let jwk = try JSON.parse(Repository.text(of: "Fixtures/keys/\(file)"), limits: .keySet)
        return #"{"kty":"RSA","n":"\#(jwk["n"]?.string ?? "")","e":"AQAB"\#(members)}"#
    }

    private static func ours(_ members: String = #","kid":"k""#) -> String {
        (try? jwk("rfc7515-a2.jwk.json", members)) ?? ""
    }

    private static func another(_ members: String = #","kid":"o""#) -> String {
        (try? jwk("rfc7638-3.1.jwk.json", members)) ?? ""
    }

    private static let stock = ["--profile", "convex-auth", "--issuer", issuer, "--subject", "user|session"]
    private static let refused =
        "fail         profile     convex-auth refuses it: Could not verify OIDC token claim. Check that the token "
        + "signature is valid and the token hasn't expired."
    private static let own = ["--kid", "k", "--issuer", issuer, "--audience", "convex", "--subject", "user|session"]

    @Test(
        arguments: [
            (stock, [ours()], [], .success, "pass         profile     convex-auth accepts it"),
            (own, [ours(), another()], [], .success, "pass         profile     convex-auth accepts it"),
            (
                own + ["--not-before", "+1m"], [ours()], [], .negative,
                "pass         profile     convex-auth would accept it"
            ),
            (
                own + ["--at=-30m"], [ours()], ["--max-age", "15m"], .negative,
                "pass         profile     convex-auth would accept it"
            ),
            (
                Array(own.dropLast(2)), [ours()], [], .negative,
                "fail         profile     convex-auth refuses it: Could not parse as OIDC ID token. Token might not be an "
                    + "OIDC-compliant JWT. [jwt.missing-claim]"
            ),
            (
                own + ["--audience", "other"], [ours()], [], .negative,
                "\(refused) [jwt.audience]"
            ),
            (
                own + ["--at=-2h", "--not-before", "+4h"], [ours()], [], .negative,
                "\(refused) [jwt.expired]"
            ),
            (
                stock, [ours(), another()], [], .negative,
                "\(refused) [jwks.ambiguous-key]"
            ),
            // The strict rules pass the other key over by its key_ops, and Convex does not look at them.
            (
                stock, [ours(), another(#","key_ops":["sign"]"#)], [], .negative,
                "\(refused) [jwks.ambiguous-key]"
            ),
            (
                own, [ours(#","kid":"k","key_ops":["sign"]"#)], [], .negative,
                "pass         profile     convex-auth would accept it"
            ),
            (own, [ours(#","kid":"K""#)], [], .negative, "\(refused) [jwks.no-matching-key]"),
        ] as [([String], [String], [String], ExitStatus, String)])
    func saysWhatConvexMakesOfIt(
        signed: [String], keys: [String], arguments: [String], status: ExitStatus, line: String
    ) throws {
        let signing = ToolRun(["jwt", "sign", "--key", Self.key, "--quiet"] + signed)
        try #require(signing.status == .success, "\(signing.error)")
        try expect(String(signing.output.dropLast()), keys, arguments, status, line)
    }

    /// openidconnect-rs takes a typ of JWT or JOSE.
    @Test(arguments: [
        ("JOSE", "pass         profile     convex-auth would accept it"),
        ("at+jwt", "fail         profile     convex-auth refuses it: "),
    ])
    func saysWhatConvexMakesOfItsType(type: String, line: String) throws {
        let pem = try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")
        let signer = try JWTSigner(
            key: RSAPrivateKey(pemRepresentation: pem.utf8.span), algorithm: .rs256, keyID: "k", type: type)
        let claims =
            #"{"sub":"u|s","iat":1700000000,"iss":"\#(Self.issuer)","aud":"convex","exp":1700003600}"#
        let token = try signer.sign(JSON.parse(claims, limits: .token))
        try expect(token, [Self.ours()], [], .negative, line)
    }

    private func expect(
        _ token: String, _ keys: [String], _ arguments: [String], _ status: ExitStatus, _ line: String
    ) throws {
        let run = ToolRun(
            ["jwt", "verify", "env:TOKEN", "--jwks", "env:JWKS", "--profile", "convex-auth", "--issuer", Self.issuer]
                + arguments,
            environment: ["TOKEN": token, "JWKS": #"{"keys":[\#(keys.joined(separator: ","))]}"#])
        #expect(run.status == status, "\(run.output)\(run.error)")
        #expect(run.output.contains(line), "\(run.output)")
    }
}
