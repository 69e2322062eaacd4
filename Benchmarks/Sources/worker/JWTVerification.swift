import AuthKeysJOSE
import Glibc

/// The verifier that is measured, as a user of the library calls it.
struct JWTVerification: Sendable {
    private let verifier: JWSVerifier

    init(keys: JWKSet) {
        verifier = JWSVerifier(keys: keys)
    }

    func accepts(_ token: String) -> Bool {
        guard let payload = try? verifier.verify(token), let claims = try? JSON.parse(payload.span, limits: .token),
            let expires = claims["exp"]?.number?.int64
        else { return false }
        let now = Int64(time(nil))
        return Self.same(claims["iss"]?.string, Work.issuer) && Self.same(claims["aud"]?.string, Work.audience)
            && claims["nbf"]?.number?.int64 ?? 0 <= now && now < expires
    }

    /// As bytes: Swift's `==` makes two different issuers equal.
    private static func same(_ value: String?, _ expected: String) -> Bool {
        value?.utf8.elementsEqual(expected.utf8) ?? false
    }
}
