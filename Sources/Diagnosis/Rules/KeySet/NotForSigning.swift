internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct NotForSigning: KeySetRule {
    let code = JOSECode.notForSigning.code
    let severity = Finding.Severity.warning
    let title = "use, key_ops or alg keeps a key from verifying RS256"
    let explanation = """
        A key verifies RS256 when its `use` is `sig` or missing, its `key_ops` has `verify` or is missing, and its `alg` \
        is `RS256` or missing (RFC 7517 §4.2 to §4.4). Convex's OIDC verifier does not look at `key_ops`; jose and WebCrypto \
        do. In a set with an encryption key this is as it should be; for the key that signs it means that \
        every token is refused.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let places = set.keys.flatMap { key in
            Self.exclusions(key).map { exclusion in
                "\(key.label): \(exclusion)"
                    + (Self.isIgnored(key, by: profile) ? ", which \(profile.name) ignores" : "")
            }
        }
        guard !places.isEmpty else { return nil }
        return finding(
            "a key of the set is not for verifying RS256", evidence: places.shortened(),
            reason: "A token that such a key signs is refused by every consumer that looks at these members.",
            fix: .edit("for a key that signs, write \"use\":\"sig\" and \"alg\":\"RS256\" and leave key_ops out"))
    }

    /// Of RSA keys only: another type is another finding.
    private static func exclusions(_ key: KeySetContents.Key) -> [String] {
        guard key.text("kty") == "RSA" else { return [] }
        var exclusions: [String] = []
        if let use = key.text("use"), !use.utf8.elementsEqual("sig".utf8) {
            exclusions.append("its use is \(KeyID(use).quoted)")
        }
        if let operations = key.entry.json["key_ops"]?.elements?.compactMap(\.string), !operations.contains("verify") {
            exclusions.append(
                "its key_ops is \(operations.map { KeyID($0).quoted }.shortened().joined(separator: ", "))")
        }
        if let algorithm = key.text("alg"), !algorithm.utf8.elementsEqual(JWSAlgorithm.rs256.name.utf8) {
            exclusions.append("its alg is \(KeyID(algorithm).quoted)")
        }
        return exclusions
    }

    private static func isIgnored(_ key: KeySetContents.Key, by profile: Profile) -> Bool {
        key.jwk.map { profile.obstacle(in: $0) == nil } ?? false
    }
}
