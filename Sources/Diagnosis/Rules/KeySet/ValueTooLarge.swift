internal import Consumers
internal import Encodings

struct ValueTooLarge: Rule {
    let code = ConsumerCode.valueTooLarge.code
    let severity = Finding.Severity.error
    let title = "The set is larger than the place it is stored in takes"
    let explanation = """
        A deployment variable of Convex holds at most 8192 bytes: about 18 keys of 2048 bits. A larger value is \
        refused when it is set (`EnvironmentVariableValueTooLarge`).
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let keySet = evidence.keySet, let limit = evidence.profile.valueLimitInBytes, keySet.byteCount > limit
        else { return [] }
        return [
            finding(
                "the set is larger than \(evidence.profile.name) stores",
                evidence: ["it has \(keySet.byteCount) bytes, and at most \(limit) are stored"],
                reason: "The value cannot be set, so the old one stays.",
                fix: .edit("leave out retired keys, members that no verifier reads (x5c), and white space"))
        ]
    }
}
