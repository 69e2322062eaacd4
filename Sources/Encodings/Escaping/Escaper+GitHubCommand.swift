extension Escaper {
    /// What stands after the second `::` of a workflow command, such as the secret of `::add-mask::`: the runner decodes
    /// it to exactly `text`.
    ///
    /// Annotations are read by people: give this `terminal(text)` when the text comes from outside.
    public static func githubCommandData(_ text: String) -> String {
        percentEncoded(text, "%\r\n")
    }

    /// A property of a workflow command, such as the `file` of `::error file=…::`.
    public static func githubCommandProperty(_ text: String) -> String {
        percentEncoded(text, "%\r\n:,")
    }

    private static func percentEncoded(_ text: String, _ special: StaticString) -> String {
        let special = Array(special.description.utf8)
        var output: [UInt8] = []
        for byte in text.utf8 {
            if special.contains(byte) {
                output.append("%" + VisibleScalar.hexadecimal(UInt32(byte), width: 2))
            } else {
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
