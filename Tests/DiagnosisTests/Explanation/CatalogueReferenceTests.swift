import Diagnosis
import Encodings
import Foundation
import TestSupport
import Testing

struct CatalogueReferenceTests {
    static let page = "docs/errors.md"

    /// `AUTHKEYS_UPDATE=1 swift test --disable-xctest --filter CatalogueReferenceTests` writes the page anew.
    @Test func thePageOfErrorsIsCurrent() throws {
        let text = Self.text
        if ProcessInfo.processInfo.environment["AUTHKEYS_UPDATE"] == "1" {
            try Data(text.utf8).write(to: Repository.root.appending(path: Self.page))
        }
        #expect(try Repository.text(of: Self.page) == text)
    }

    private static var text: String {
        var text = """
            # Errors

            What `authkeys explain` knows: error texts of others, and what people say when there is none. The first causes are the likeliest. This page is made from the catalogue; a test holds it to that.

            """
        let titles: [(Trouble.Role, String)] = [
            (.cause, "Values that are wrong"), (.refusal, "Tokens and requests that are refused"),
            (.consequence, "What follows from a refusal"), (.symptom, "What people see"),
            (.uncertain, "What need not have to do with keys"), (.unrelated, "Nothing to do with keys"),
        ]
        for (role, title) in titles {
            text += "\n## \(title)\n"
            let troubles = Catalogue.whole.troubles.filter { $0.role == role }
            for trouble in troubles.sorted(by: { $0.code.rawValue < $1.code.rawValue }) { text += entry(trouble) }
        }
        text += "\n## Secrets in a log\n"
        for leak in LeakAdvice.all {
            text += "\n### `\(leak.secretCode.rawValue)`\n\n\(leak.meaning)\n\n"
            for (index, step) in leak.steps.enumerated() { text += "\(index + 1). \(step)\n" }
        }
        return text
    }

    private static func entry(_ trouble: Trouble) -> String {
        var text = "\n### `\(trouble.code.rawValue)`\n\n\(trouble.meaning)\n\n"
        for message in Catalogue.whole.messages(of: trouble.code) {
            text += "- \(message.speakers.map(\.rawValue).joined(separator: ", ")): \(code(message.example))\n"
        }
        text += "\n"
        for (index, cause) in trouble.causes.enumerated() {
            text += "\(index + 1). \(cause.reason). Fix: \(cause.fix)\n"
        }
        if !trouble.commands.isEmpty {
            let commands = trouble.commands.map { "`\($0)`" }.joined(separator: ", ")
            text += "\n\(trouble.causes.count > 1 ? "Which of them" : "To see it"): \(commands)\n"
        }
        return text
    }

    /// A code span of Markdown, whose fence is longer than any run of backquotes in it.
    private static func code(_ text: String) -> String {
        text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }
}
