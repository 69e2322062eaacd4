/// The names that the calling command gives its options, so that hints can name them.
package struct OptionWording: Sendable {
    /// The option that names the destination, such as `--out`.
    package var destinationOption: String
    /// The option that allows replacing, such as `--force`; nil where the command has none.
    package var replaceOption: String?
    /// What to call the destination where the one given cannot be used.
    package var suggestedName: String

    package init(destinationOption: String, replaceOption: String?, suggestedName: String) {
        self.destinationOption = destinationOption
        self.replaceOption = replaceOption
        self.suggestedName = suggestedName
    }

    func choose(_ what: String) -> String {
        "name \(what) with \(destinationOption)"
    }

    /// `replacing` says what the option would do; nothing is said of it where there is none.
    func replaceOrChoose(_ replacing: String, _ other: String) -> String {
        guard let replaceOption else { return choose(other) }
        return "\(replaceOption) \(replacing); or \(choose(other))"
    }

    func inside(_ path: String) -> String {
        "\(destinationOption) \(shellWord("\(path)/\(suggestedName)"))"
    }
}
