import Foundation
import TestSupport
import Testing

/// A program that reads the file of values. Each runs once and reads all files of its format.
enum ValueReader: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case nodeParseEnv = "Node's util.parseEnv"
    case npmDotenv = "npm dotenv's expression"
    case pythonDotenv = "python-dotenv"
    case dash, bash
    case busybox = "busybox sh"
    case nodeJSON = "Node's JSON.parse"
    case pythonJSON = "Python's json"

    static let ofDotenv = allCases.filter { $0.format == .dotenv }
    static let ofJSON = allCases.filter { $0.format == .json }

    var testDescription: String { rawValue }

    var format: KeyPairSample.Format {
        switch self {
        case .nodeJSON, .pythonJSON: .json
        default: .dotenv
        }
    }

    private var client: Client {
        switch self {
        case .nodeParseEnv: .node("values_node.mjs", ["parseEnv"])
        case .npmDotenv: .node("values_node.mjs", ["npmDotenv"])
        case .nodeJSON: .node("values_node.mjs", ["json"])
        case .pythonDotenv: .python("values_python.py", ["dotenv"])
        case .pythonJSON: .python("values_python.py", ["json"])
        case .dash: Client("dash", package: "dash", [Client.script("values_shell.sh")])
        case .bash: Client("bash", package: "bash", [Client.script("values_shell.sh")])
        case .busybox: Client("busybox", package: "busybox", ["sh", Client.script("values_shell.sh")])
        }
    }

    /// What it found in the file of values.
    func values(of sample: KeyPairSample) throws -> [String: [UInt8]] {
        let index = try #require(Self.samples(of: format).firstIndex(of: sample))
        return try #require(Self.readings[self]).get()[index]
    }

    static func samples(of format: KeyPairSample.Format) -> [KeyPairSample] {
        KeyPairSample.all.filter { $0.format == format }
    }

    private static let readings = Dictionary(
        uniqueKeysWithValues: allCases.map { reader in (reader, Result { try reader.readAll() }) })

    private func readAll() throws -> [[String: [UInt8]]] {
        try withTemporaryFolder { folder in
            let files = try Self.samples(of: format).enumerated().map { index, sample in
                let file = folder.appending(path: "values-\(index)")
                try sample.made.values.write(to: file, atomically: false, encoding: .utf8)
                return file.path
            }
            var readings: [[String: [UInt8]]] = [[:]]
            for record in try client.output(files).split(separator: 0, omittingEmptySubsequences: false) {
                guard let end = record.firstIndex(of: UInt8(ascii: "=")) else {
                    readings.append([:])
                    continue
                }
                let name = String(decoding: record[..<end], as: UTF8.self)
                readings[readings.count - 1][name] = Array(record[(end + 1)...])
            }
            // One empty record ends the last file, another is what stands behind the last NUL.
            try #require(readings.suffix(2).allSatisfy(\.isEmpty) && readings.count == files.count + 2)
            return readings
        }
    }
}
