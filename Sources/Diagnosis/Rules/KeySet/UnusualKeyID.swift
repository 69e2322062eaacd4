internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct UnusualKeyID: KeySetRule {
    let code = JOSECode.unusualKeyID.code
    let severity = Finding.Severity.warning
    let title = "A kid is empty, very long, or has characters that nobody sees"
    let explanation = """
        Any string may be a kid, and it ends up in headers, logs, file names and commands. One with controls, line ends, \
        bidirectional or zero-width characters, with a space at either end, or of more than 128 bytes, is more likely \
        damage or an attack than a name. The kids that this tool makes are 1 to 128 of the characters A-Z a-z 0-9 . _ ~ -.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let places = set.keys.compactMap { key in
            key.keyID.flatMap(Self.oddity).map { "\(key.label) \($0)" }
        }
        guard !places.isEmpty else { return nil }
        return finding(
            "a kid of the set is unusual", evidence: places.shortened(),
            reason: "A kid is compared byte by byte; one that cannot be seen or copied will not match.",
            fix: .edit("give the key another kid, best its thumbprint, in the set and where its tokens are signed"))
    }

    private static func oddity(_ keyID: KeyID) -> String? {
        let text = keyID.description
        if keyID.utf8.isEmpty { return "is empty" }
        if keyID.utf8.count > KeyID.maximumLength { return "is longer than \(KeyID.maximumLength) bytes" }
        if !Escaper.terminal(text).utf8.elementsEqual(text.utf8) { return "has characters that nobody sees" }
        let ends = [text.unicodeScalars.first, text.unicodeScalars.last]
        return ends.contains { $0?.properties.isWhitespace == true } ? "begins or ends with a space" : nil
    }
}
