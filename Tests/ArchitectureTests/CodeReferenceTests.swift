import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct CodeReferenceTests {
    static let page = "docs/codes.md"

    /// `AUTHKEYS_UPDATE=1 swift test --disable-xctest --filter CodeReferenceTests` writes the page anew.
    @Test func the_page_of_codes_is_current() throws {
        var text = """
            # Codes

            Every error carries one of these. The names are stable: scripts may compare them. This page is made from the registry of codes; a test holds it to that.

            | code | what it means |
            |---|---|

            """
        for (code, meaning) in CodeRegistry.entries { text += "| `\(code.rawValue)` | \(meaning) |\n" }
        if ProcessInfo.processInfo.environment["AUTHKEYS_UPDATE"] == "1" {
            try Data(text.utf8).write(to: Repository.root.appending(path: Self.page))
        }
        #expect(try Repository.text(of: Self.page) == text)
    }
}
