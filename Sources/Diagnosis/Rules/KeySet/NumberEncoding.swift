internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct NumberEncoding: KeySetRule {
    let code = JOSECode.numberEncoding.code
    let severity = Finding.Severity.error
    let title = "n or e is not written in its one form"
    let explanation = """
        RFC 7518 §2: the numbers of a key are base64url without padding, in as few octets as they need. Padding, `+` and \
        `/` of the other alphabet, line ends and leading zero octets are what a home-made converter leaves. Readers that \
        are strict pass the key over or refuse the set; those that are not compute another thumbprint for it.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let costly = profile.placesOfKeysThatCostTheSet(in: set.document)
        var costsTheSet = false
        let faults = set.keys.flatMap { key in
            ["n", "e"].compactMap { member in
                guard let fault = fault(of: member, in: key) else { return nil as String? }
                if costly.contains(key.index) { costsTheSet = true }
                return "\(key.label): '\(member)' \(fault)"
            }
        }
        guard !faults.isEmpty else { return nil }
        return finding(
            "a number of a key is not base64url in its one form", evidence: faults.shortened(),
            reason: profile.consequenceOfUnreadableKey(costsTheSet: costsTheSet),
            fix: fixes.derive())
    }

    private func fault(of member: String, in key: KeySetContents.Key) -> String? {
        guard key.text("kty") == "RSA", let text = key.text(member) else { return nil }
        let bytes: [UInt8]
        do throws(AuthKeysError) {
            bytes = try Base64URL.decode(text)
        } catch {
            return text.utf8.last == UInt8(ascii: "=") ? "ends in padding" : "has \(error.message)"
        }
        return bytes.first == 0 ? "begins with a zero octet" : nil
    }
}
