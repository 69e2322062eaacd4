import Foundation
import TestSupport
import Testing

@Suite struct SourceRuleTests {
    static let sources = Repository.files(below: "Sources", ext: "swift")
    static let tests = Repository.files(below: "Tests", ext: "swift")

    @Test func files_are_short() throws {
        #expect(!Self.sources.isEmpty && !Self.tests.isEmpty)
        for (files, limit) in [(Self.sources, 400), (Self.tests, 500)] {
            for file in files {
                let count = try Repository.text(of: file).utf8.count { $0 == UInt8(ascii: "\n") }
                #expect(count <= limit, "\(file) has \(count) lines; find its second responsibility")
            }
        }
    }

    /// Each pattern with the reason it is kept out, and a line that it must find.
    static let forbidden: [(pattern: String, reason: String, example: String)] = [
        (#"\b(TODO|FIXME|XXX)\b"#, "unfinished work", "// TODO: later"),
        (#"\bnot (yet )?implemented\b"#, "unfinished work", #"throw Failure("not implemented")"#),
        (#"\b(fatalError|preconditionFailure|assertionFailure)\("#, "input could reach the trap", "fatalError()"),
        (#"\btry!"#, "traps on an error", "let x = try! load()"),
        (#"\bas!"#, "traps on another type", "x as! Int"),
        (#"\bunowned\(unsafe\)|\bunsafeBitCast\b"#, "undefined when wrong", "unsafeBitCast(x, to: Int.self)"),
        (#"\b\w*(Utils?|Utilities|Helpers?|Manager)\b"#, "names that say nothing", "enum StringUtils {"),
        (
            #"print\(.*JSON \+ "\\n""#, "JSON that may hold commands for the runner of a job",
            #"console.print(json.compactJSON + "\n")"#
        ),
        (#"/(home|root|Users)/\w"#, "a path of one machine", #"let path = "/home/someone""#),
    ]

    @Test(arguments: forbidden.indices)
    func sources_are_free_of(rule: Int) throws {
        let (pattern, reason, example) = Self.forbidden[rule]
        let regex = try Regex(pattern)
        #expect(example.contains(regex), "the rule no longer finds its example")
        for file in Self.sources {
            let lines = try Repository.text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.contains(regex) {
                Issue.record("\(file):\(index + 1) \(reason): \(line)")
            }
        }
    }

    /// What is known of an algorithm stands in its row, so that another one is a row.
    @Test func algorithms_are_named_in_their_table_alone() throws {
        let table = "Sources/AuthKeysJOSE/RFC7518-JWA/JWSAlgorithm.swift"
        let regex = try Regex(#"(?i)\brs(384|512)\b"#)
        #expect(try Repository.text(of: table).contains(regex))
        let users = ["Sources/AuthKeysJOSE/", "Sources/AuthKeysCommand/"]
        for file in Self.sources where file != table && users.contains(where: { file.hasPrefix($0) }) {
            for line in try Repository.text(of: file).split(separator: "\n") where line.contains(regex) {
                #expect(line.drop { $0 == " " }.hasPrefix("///"), "\(file): \(line)")
            }
        }
    }

    @Test func file_names_have_no_spaces() throws {
        for file in Self.sources + Self.tests {
            #expect(!file.contains(" "), "\(file)")
        }
    }
}
