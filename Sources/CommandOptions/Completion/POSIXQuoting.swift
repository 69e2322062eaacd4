/// One word of sh, bash and zsh.
enum POSIXQuoting {
    static func word(_ text: String) -> String {
        "'\(text.replacing("'", with: #"'\''"#))'"
    }
}
