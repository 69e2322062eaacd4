extension IssuerCheck {
    /// Whether two issuers differ in a slash at the end and in nothing else.
    package static func isSameButForSlash(_ left: String, _ right: String) -> Bool {
        func trimmed(_ text: String) -> Substring.UTF8View {
            text.utf8.last == UInt8(ascii: "/") ? text.utf8.dropLast() : text.utf8[...]
        }
        return !left.utf8.elementsEqual(right.utf8) && trimmed(left).elementsEqual(trimmed(right))
    }
}
