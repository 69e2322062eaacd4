import Foundation
import FuzzProperties
import TestSupport
import Testing

/// The properties that `make fuzz` looks for violations of, tried on what it has found before and on seeds.
@Suite struct FuzzReplayTests {
    private struct Input {
        let file: String
        let bytes: [UInt8]
    }

    static let names = FuzzProperty.all.map(\.name)

    private static func inputs(of name: String) throws -> [Input] {
        let folder = Repository.fixtures.appending(path: "fuzz/\(name)")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { file in
            Input(file: "\(name)/\(file)", bytes: Array(try Data(contentsOf: folder.appending(path: file))))
        }
    }

    private func expectHolds(_ property: FuzzProperty, _ bytes: [UInt8], _ comment: @autoclosure () -> String) {
        do {
            try property.check(bytes)
        } catch {
            Issue.record("\(comment()): \(error)")
        }
    }

    @Test func every_folder_of_inputs_belongs_to_a_property() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            at: Repository.fixtures.appending(path: "fuzz"), includingPropertiesForKeys: [.isDirectoryKey])
        let names = try folders.filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false }
            .map(\.lastPathComponent)
        #expect(names.sorted() == Self.names.sorted())
    }

    @Test(arguments: names)
    func holds_for_every_kept_input(name: String) throws {
        let property = try #require(FuzzProperty.named(name))
        let inputs = try Self.inputs(of: name)
        #expect(!inputs.isEmpty)
        for input in inputs { expectHolds(property, input.bytes, "Fixtures/fuzz/\(input.file)") }
    }

    @Test(arguments: names)
    func holds_for_every_kept_input_cut_short(name: String) throws {
        let property = try #require(FuzzProperty.named(name))
        for input in try Self.inputs(of: name) {
            // A long one not at every byte, so that the suite stays a matter of seconds.
            for end in stride(from: 0, to: input.bytes.count, by: 1 + input.bytes.count / 250) {
                expectHolds(property, Array(input.bytes[..<end]), "Fixtures/fuzz/\(input.file) cut at byte \(end)")
            }
        }
    }

    @Test(arguments: names)
    func holds_for_every_kept_input_with_a_few_bytes_changed(name: String) throws {
        let property = try #require(FuzzProperty.named(name))
        var generator = SeededGenerator.printingSeed("FuzzReplayTests \(name)")
        let inputs = try Self.inputs(of: name)
        for round in 0..<300 {
            let input = try #require(inputs.randomElement(using: &generator))
            var bytes = input.bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
                let index = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &generator)], at: index)
                default: bytes[index] = bytes[Int.random(in: bytes.indices, using: &generator)]
                }
            }
            expectHolds(property, bytes, "Fixtures/fuzz/\(input.file), round \(round) of AUTHKEYS_TEST_SEED")
        }
    }
}
