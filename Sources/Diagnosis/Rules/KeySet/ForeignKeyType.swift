internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct ForeignKeyType: KeySetRule {
    let code = JOSECode.jwkType.code
    let severity = Finding.Severity.note
    let title = "A key of the set is not RSA"
    let explanation = """
        RS256 needs RSA keys. Beside them a set may hold others: Convex's OIDC verifier takes RS256 and EdDSA and passes \
        EC keys over; a `customJwt` provider of Convex takes RS256 and ES256 and refuses the whole set for a key whose \
        `alg` is `EdDSA`; jose, PyJWT and most others look at the keys whose type fits the token. A symmetric key (`oct`) \
        has no place in a set that is public: its value is the secret.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let places = set.keys.compactMap { key in
            guard let type = key.text("kty"), !type.utf8.elementsEqual("RSA".utf8) else { return nil as String? }
            return "\(key.label) has the kty \(KeyID(type).quoted)" + Self.remark(type)
        }
        guard !places.isEmpty else { return nil }
        return finding(
            "a key of the set is not RSA", evidence: places.shortened(),
            reason: "\(profile.name) signs and verifies RS256 here, which such a key cannot do.",
            fix: .edit("leave it if other tokens need it, else remove it"))
    }

    private static func remark(_ type: String) -> String {
        switch type {
        case "EC": ", which Convex's OIDC verifier passes over and its customJwt takes for ES256"
        case "OKP": ", which Convex's OIDC verifier takes for EdDSA; an alg of EdDSA makes its customJwt refuse the set"
        case "oct": ", a symmetric key, which verifies no RS256 token anywhere"
        default: ", which no verifier of RS256 takes"
        }
    }
}
