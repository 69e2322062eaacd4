public enum Escaper {
    public static func json(_ text: String) -> String { "\"\(text)\"" }
}
