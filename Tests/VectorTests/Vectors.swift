import Encodings
import Foundation
import TestSupport

/// Third-party test data, beside the checkout or where `AUTHKEYS_VECTORS` says. It is not part of this repository.
enum Vectors {
    static let folder =
        ProcessInfo.processInfo.environment["AUTHKEYS_VECTORS"].map { URL(filePath: $0) }
        ?? Repository.root.deletingLastPathComponent().appending(path: "shared/vectors")

    /// The objects of a file with one JSON object a line.
    static func lines(_ path: String) throws -> [JSONValue] {
        try Data(contentsOf: folder.appending(path: path)).split(separator: UInt8(ascii: "\n")).map { line in
            try JSON.parse(Array(line).span, limits: JSONLimits(bytes: 1 << 20, depth: 16))
        }
    }

    static func array(_ path: String) throws -> [JSONValue] {
        let text = [UInt8](try Data(contentsOf: folder.appending(path: path)))
        return try JSON.parse(text.span, limits: JSONLimits(bytes: 1 << 20, depth: 16)).elements ?? []
    }
}

extension JSONValue {
    func text(_ name: String) -> String { self[name]?.string ?? "" }

    func bytes(hex name: String) -> [UInt8] {
        let digits = text(name).utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
