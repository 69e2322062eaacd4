import Foundation
import KeyFormats
import TestSupport
import Testing

/// The texts of `Fixtures/keytext`.
struct KeyTextCase: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let expected: String

    var testDescription: String { name }

    static let folder = Repository.fixtures.appending(path: "keytext")

    static let all: [KeyTextCase] = {
        let text = (try? [UInt8](Data(contentsOf: folder.appending(path: "cases.json")))) ?? []
        let cases = try? JSON.parse(text.span, limits: JSONLimits(bytes: 1 << 20, depth: 4)).elements
        return (cases ?? []).compactMap { entry in
            guard let name = entry["name"]?.string, let file = entry["file"]?.string,
                let expected = entry["expected"]?.string
            else { return nil }
            return KeyTextCase(name: name, file: file, expected: expected)
        }
    }()

    func bytes() throws -> [UInt8] {
        try [UInt8](Data(contentsOf: Self.folder.appending(path: file)))
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: folder.appending(path: "files/\(name).pem")))
    }
}

extension KeyText {
    /// `Span` cannot stand inside a macro.
    init(_ bytes: [UInt8]) {
        self.init(reading: bytes.span)
    }

    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// Codes without the area that most of them share.
    var shortCodes: String {
        anomalies.map { anomaly in
            let code = anomaly.code.rawValue
            return code.hasPrefix("keytext.") ? String(code.dropFirst(8)) : code
        }.joined(separator: " ")
    }

    /// The repaired text; `nil` when it is refused.
    var repairedText: String? {
        try? repaired().text.withBytes { String(copyingASCII: $0) }
    }
}

extension SecretBytes {
    var bytes: [UInt8] { withBytes { bytes in bytes.indices.map { bytes[$0] } } }
}
