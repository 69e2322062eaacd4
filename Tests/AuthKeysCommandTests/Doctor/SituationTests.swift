import AuthKeysCommand
import Encodings
import Foundation
import TestSupport
import Testing

/// The table of diagnosed situations: what is found in each, in what order, and that what mends it does.
@Suite struct SituationTests {
    @Test func there_are_enough_of_them_and_each_has_a_name() {
        #expect(Situation.all.count >= 120)
        #expect(Set(Situation.all.map(\.name)).count == Situation.all.count)
    }

    @Test(arguments: Situation.all)
    func is_diagnosed_as_the_table_says(situation: Situation) throws {
        try withTemporaryFolder { folder in
            let found = try situation.run(in: folder)
            #expect(found.findings == situation.expected)
            #expect(found.status == situation.status)
            for secret in try Ingredients.secrets() {
                #expect(!found.run.output.contains(secret) && !found.run.error.contains(secret))
            }
        }
    }

    /// A run with what mends it finds no error; what only new keys mend is never written down again by `--fix`.
    @Test(arguments: Situation.all)
    func is_mended_where_something_mends_it(situation: Situation) throws {
        try withTemporaryFolder { folder in
            let fixed = folder.appending(path: "fixed.env")
            switch situation.mend {
            case "nothing": #expect(situation.status == 0)
            case "none":
                _ = try situation.run(in: folder, extra: ["--fix", fixed.path])
                #expect(!FileManager.default.fileExists(atPath: fixed.path))
            case "fix":
                _ = try situation.run(in: folder, extra: ["--fix", fixed.path])
                let second = ToolRun(["doctor", "--json", "--profile", situation.profile, "--env-file", fixed.path])
                let findings = try Situation.findings(second.output)
                #expect(!findings.contains { $0.hasPrefix("error") }, "\(findings)")
                #expect(second.status == .success)
                let mode = try FileManager.default.attributesOfItem(atPath: fixed.path)[.posixPermissions]
                #expect(mode as? Int == 0o600)
            default:
                let second = try situation.mended.run(in: folder)
                #expect(!second.findings.contains { $0.hasPrefix("error") }, "\(second.findings)")
                #expect(second.status == 0)
            }
        }
    }
}
