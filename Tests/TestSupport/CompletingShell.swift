package import Foundation

/// A real shell at a terminal, with a script of completions: what it offers for a line when the tabulator key is typed.
package struct CompletingShell: Sendable, CustomStringConvertible {
    package enum Name: String, Sendable, CaseIterable {
        case bash, zsh, fish
    }

    package struct Answer: Sendable, Hashable {
        /// What the command was run with, when nothing but the return key was typed after that.
        package let words: [String]
        /// Without the order in which they were offered.
        package let candidates: Set<String>
        /// By the candidate; bash has none.
        package let descriptions: [String: String]
    }

    package let name: Name
    /// Put into a folder where the shell looks for it by this name, instead of being sourced.
    package let installedAs: String?

    package static let sourced = Name.allCases.map { CompletingShell(name: $0, installedAs: nil) }
    package static let installed = [
        CompletingShell(name: .zsh, installedAs: "_authkeys"),
        CompletingShell(name: .fish, installedAs: "authkeys.fish"),
    ]

    package var description: String { installedAs.map { "\(name) with \($0)" } ?? name.rawValue }

    /// - Parameter folder: where the lines are typed.
    package func answers(to lines: [String], script: String, in folder: URL) throws -> [Answer] {
        try withTemporaryFolder { place in
            let file = place.appending(path: installedAs ?? "script")
            try Data(script.utf8).write(to: file)
            let client = Repository.root.appending(path: "Tests/Clients/completing_shell.py").path
            let outcome = try ChildProcess(
                "python3", [client, name.rawValue, file.path],
                environment: ["PATH": "/usr/bin:/bin", "HOME": place.path], workingDirectory: folder.path
            ).run(input: lines.map { $0 + "\n" }.joined())
            guard outcome.succeeded else { throw RealClient.Failed(description: "\(self): \(outcome.errorText)") }
            return try outcome.outputText.split(separator: "\n").map { line in
                Answer(try JSONDecoder().decode(Seen.self, from: Data(line.utf8)), by: name)
            }
        }
    }
}

private struct Seen: Decodable {
    let words: [String]
    let candidates: [String]
}

extension CompletingShell.Answer {
    fileprivate init(_ seen: Seen, by shell: CompletingShell.Name) {
        var descriptions: [String: String] = [:]
        for candidate in seen.candidates {
            let parts = candidate.split(separator: "\t", maxSplits: 1).map(String.init)
            var text = parts[0]
            if text.hasSuffix("/") { text.removeLast() }
            var shown = parts.dropFirst().first ?? ""
            if shell == .zsh {
                text = text.replacing("\\", with: "")
                // In zsh it stands in a column beside the candidate.
                shown = shown.firstRange(of: " -- ").map { String(shown[$0.upperBound...]) } ?? ""
            }
            descriptions[text] = shown
        }
        words = seen.words
        candidates = Set(descriptions.keys)
        self.descriptions = descriptions
    }
}
