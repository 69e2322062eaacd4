extension PEM {
    /// `labelchar *( ["-" / SP] labelchar )` (RFC 7468 §3): words with one hyphen or one space between them.
    static func isLabel(_ label: String) -> Bool {
        words(of: label).allSatisfy { word in !word.isEmpty && word.allSatisfy { (0x21...0x7E).contains($0) } }
    }

    /// The label for a message, or an ellipsis: where a hyphen was lost, half a private key stands in its place.
    static func shown(_ label: String) -> String {
        let words = words(of: label)
        let areShown = words.count <= 4 && words.allSatisfy { $0.count <= 12 && $0.allSatisfy(isCapital) }
        return areShown ? label : "…"
    }

    private static func words(of label: String) -> [Substring.UTF8View] {
        label.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
