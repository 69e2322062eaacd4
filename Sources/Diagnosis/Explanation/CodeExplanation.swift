package import Encodings

/// All that is known of one code.
package struct CodeExplanation: Sendable {
    package let code: AuthKeysError.Code
    package let meaning: String
    /// Of the rule that finds it, where one does.
    package let rule: (any Rule)?
    /// Of the errors that are a sign of it.
    package let trouble: Trouble?
    package let messages: [KnownMessage]
    package let leak: LeakAdvice?

    /// - Parameter name: as it is typed; `nil` when there is no such code.
    package init?(_ name: String, catalogue: Catalogue = .whole) {
        guard let entry = CodeRegistry.entries.first(where: { $0.code.rawValue.utf8.elementsEqual(name.utf8) }) else {
            return nil
        }
        code = entry.code
        meaning = entry.meaning
        rule = RuleRegistry.rules.first { $0.code == entry.code }
        trouble = catalogue.trouble(of: entry.code)
        messages = catalogue.messages(of: entry.code)
        leak = LeakAdvice.all.first { $0.secretCode == entry.code }
    }
}
