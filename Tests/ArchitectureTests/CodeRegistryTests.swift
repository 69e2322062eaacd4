import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct CodeRegistryTests {
    @Test func every_family_is_registered() throws {
        let declaration = /\benum\s+(\w+)\s*:\s*String\s*,[^{]*\bCodeFamily\b/
        let files = Repository.files(below: "Sources", ext: "swift")
        let declared = try files.flatMap { file in
            try Repository.text(of: file).matches(of: declaration).map { (name: String($0.1), file: file) }
        }
        #expect(declared.map(\.name).sorted() == CodeRegistry.families.map { "\($0)" }.sorted())
        for (name, file) in declared {
            #expect(file == "Sources/Encodings/Codes/\(name).swift", "a family stands in a file of its own")
        }
    }

    @Test func every_code_stands_for_one_thing() {
        let codes = CodeRegistry.entries.map(\.code.rawValue)
        let repeated = Dictionary(grouping: codes) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(!codes.isEmpty)
        #expect(repeated == [])
    }

    @Test func every_code_is_well_formed_and_explained_in_a_sentence() {
        for (code, meaning) in CodeRegistry.entries {
            #expect(code.rawValue.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil)
            #expect(meaning.hasSuffix("."), "\(code.rawValue): \(meaning)")
        }
    }
}
