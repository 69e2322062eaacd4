internal import Consumers
internal import Encodings

struct ValueTooLarge: Rule {
    let code = ConsumerCode.valueTooLarge.code
    let severity = Finding.Severity.error
    let title = "A value is larger than the place it is stored in takes"
    let explanation = """
        A deployment variable of Convex holds at most 8192 bytes: a private key of 4096 bits, or a set of about 18 keys of \
        2048 bits. A larger value is refused when it is set (`EnvironmentVariableValueTooLarge`).
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let limit = evidence.profile.valueLimitInBytes else { return [] }
        if let keySet = evidence.keySet, keySet.byteCount > limit {
            return [
                finding(
                    "the set is larger than \(evidence.profile.name) stores",
                    evidence: ["it has \(keySet.byteCount) bytes, and at most \(limit) are stored"],
                    reason: "The value cannot be set, so the old one stays.",
                    fix: .edit("leave out retired keys, members that no verifier reads (x5c), and white space"),
                    place: keySet.place?.finding)
            ]
        }
        guard let key = evidence.privateKey, key.byteCount > limit else { return [] }
        return [
            finding(
                "the private key is larger than \(evidence.profile.name) stores",
                evidence: [
                    "\(key.place.description) has \(key.byteCount) bytes, and at most \(limit) are stored"
                ],
                reason: "The value cannot be set, so the old one stays.",
                fix: evidence.correction
                    ?? .edit("store the key alone, on one line: authkeys pem wrap SOURCE --style spaces"),
                place: key.place.finding)
        ]
    }
}
