import Diagnosis
import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct RuleRegistryTests {
    static let page = "docs/rules.md"

    @Test func everyRuleIsRegisteredAndStandsInAFileOfItsOwn() throws {
        let declaration = /\bstruct\s+(\w+)\s*:\s*(?:\w+\s*,\s*)*\w*Rule\b/
        let declared = try Repository.files(below: "Sources/Diagnosis", ext: "swift").flatMap { file in
            try Repository.text(of: file).matches(of: declaration).map { (name: String($0.1), file: file) }
        }
        #expect(!declared.isEmpty)
        #expect(declared.map(\.name).sorted() == RuleRegistry.rules.map { "\(type(of: $0))" }.sorted())
        for (name, file) in declared { #expect(file.hasSuffix("/\(name).swift")) }
    }

    @Test func everyRuleHasACodeOfItsOwnThatIsRegistered() {
        let codes = RuleRegistry.rules.map(\.code.rawValue)
        #expect(Set(codes).count == codes.count)
        #expect(Set(codes).isSubset(of: CodeRegistry.entries.map(\.code.rawValue)))
    }

    @Test func everyRuleExplainsItself() {
        for rule in RuleRegistry.rules {
            #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "\(rule.code.rawValue)")
            #expect(rule.explanation.hasSuffix(".") && !rule.explanation.contains("\n"), "\(rule.code.rawValue)")
        }
    }

    /// `AUTHKEYS_UPDATE=1 swift test --disable-xctest --filter RuleRegistryTests` writes the page anew.
    @Test func thePageOfRulesIsCurrent() throws {
        var text = """
            # Rules

            What is looked for, and why. A finding carries the code of its rule; a severity is the worst that the rule gives. This page is made from the rules; a test holds it to that.

            """
        let meanings = Dictionary(uniqueKeysWithValues: CodeRegistry.entries.map { ($0.code, $0.meaning) })
        for rule in RuleRegistry.rules.sorted(by: { $0.code.rawValue < $1.code.rawValue }) {
            text += """

                ## `\(rule.code.rawValue)`

                **\(rule.title)** (\(rule.severity.rawValue)). \(meanings[rule.code] ?? "")

                \(rule.explanation)

                """
        }
        if ProcessInfo.processInfo.environment["AUTHKEYS_UPDATE"] == "1" {
            try Data(text.utf8).write(to: Repository.root.appending(path: Self.page))
        }
        #expect(try Repository.text(of: Self.page) == text)
    }
}
