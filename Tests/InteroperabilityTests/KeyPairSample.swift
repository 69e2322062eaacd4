import Foundation
import TestSupport
import Testing

/// A run of `authkeys generate`, and what it hands out. The run itself is made once for all tests.
struct KeyPairSample: Hashable, Sendable, CustomTestStringConvertible {
    enum Place: Sendable {
        case folder, standardOutput
    }

    enum Format: String, Sendable {
        case dotenv, json
    }

    let bits: Int
    let profile: String
    let format: Format
    let place: Place

    static let all: [Self] =
        ["convex-auth", "generic"].flatMap { profile in
            [Format.dotenv, .json].flatMap { format in
                [Place.folder, .standardOutput].map { Self(bits: 2048, profile: profile, format: format, place: $0) }
            }
        } + [
            Self(bits: 3072, profile: "generic", format: .json, place: .standardOutput),
            Self(bits: 4096, profile: "convex-auth", format: .dotenv, place: .folder),
        ]

    /// Those that hand out the PEM texts beside the two values.
    static let withPEMTexts = all.filter { $0.place == .folder || $0.format == .json }

    var testDescription: String {
        "--bits \(bits) --profile \(profile) --format \(format)\(place == .standardOutput ? " --out -" : "")"
    }

    var made: KeyPairTexts {
        get throws { try #require(try Self.runs.get()[self]) }
    }

    private static let runs = Result { try Dictionary(uniqueKeysWithValues: all.map { ($0, try $0.run()) }) }

    private func run() throws -> KeyPairTexts {
        try withTemporaryFolder { folder in
            let out = folder.appending(path: "keys")
            let command = ChildProcess(
                Repository.commandBinary.path,
                [
                    "generate", "--bits", "\(bits)", "--profile", profile, "--format", "\(format)", "--out",
                    place == .folder ? out.path : "-",
                ], environment: [:], workingDirectory: folder.path)
            let outcome = try command.run()
            try #require(outcome.termination == .exited(0), "\(testDescription): \(outcome.errorText)")
            switch place {
            case .folder: return try KeyPairTexts(folder: out, format: format)
            case .standardOutput: return try KeyPairTexts(values: outcome.outputText, format: format)
            }
        }
    }
}
