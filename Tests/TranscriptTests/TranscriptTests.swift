import Foundation
import TestSupport
import Testing

/// What the documentation shows is what the command prints.
@Suite struct TranscriptTests {
    /// Blocks marked `console no-run`, in all documents together: whoever adds one says so here.
    static let deliberatelyNotRun = 0

    static let fixtures = Repository.files(below: "Fixtures/transcripts", ext: "md")
    static let documents = (["README.md", "CONTRIBUTING.md"] + Repository.files(below: "docs", ext: "md"))
        .filter { (try? Repository.text(of: $0))?.contains("```console") == true }

    @Test(arguments: TranscriptTests.fixtures + TranscriptTests.documents)
    func prints_what_is_shown(file: String) throws {
        let transcript = try ConsoleTranscript(markdown: Repository.text(of: file))
        #expect(!transcript.steps.isEmpty || transcript.skippedBlocks > 0, "\(file) shows no command")
        for mismatch in try TranscriptRunner().run(transcript) {
            Issue.record(
                "\(file):\(mismatch.step.line)\n\(mismatch)",
                sourceLocation: .init(
                    fileID: "TranscriptTests/\(file)", filePath: Repository.root.appending(path: file).path,
                    line: mismatch.step.line, column: 1))
        }
    }

    @Test func leaves_out_only_what_is_counted_here() throws {
        let skipped = try parsed(Self.documents).map(\.skippedBlocks).reduce(0, +)
        #expect(skipped == Self.deliberatelyNotRun)
    }

    @Test func runs_every_block_of_the_fixtures() throws {
        let transcripts = try parsed(Self.fixtures)
        #expect(!transcripts.isEmpty)
        #expect(transcripts.allSatisfy { $0.skippedBlocks == 0 && !$0.steps.isEmpty })
    }

    private func parsed(_ files: [String]) throws -> [ConsoleTranscript] {
        try files.map { try ConsoleTranscript(markdown: Repository.text(of: $0)) }
    }
}
