extension Escaper {
    /// Element text or an attribute value in double or single quotes, in XML 1.0 (§2.2, §2.4).
    ///
    /// What XML 1.0 cannot carry even as a reference (most controls, U+FFFE, U+FFFF) is among what ``terminal(_:)``
    /// makes visible, and `>` is a reference, so that `]]>` never appears.
    public static func xml(_ text: String) -> String {
        markup(text)
    }
}
