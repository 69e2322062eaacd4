import Foundation
import KeyStrength
import TestSupport
import Testing

/// A key of `Fixtures/weakkeys`, as `labels.json` describes it.
struct LabelledKey: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String]
    let expect: [String]

    static let all: [LabelledKey] =
        (try? JSONDecoder().decode(
            [LabelledKey].self, from: Data(Repository.text(of: "Fixtures/weakkeys/labels.json").utf8)))
        ?? []

    var testDescription: String { name }

    func publicNumbers() throws -> (n: [UInt8], e: [UInt8]) {
        let text = try Repository.text(of: "Fixtures/weakkeys/keys/\(name).jwk.json")
        let members = try JSON.parse(text, limits: JSONLimits(bytes: 1 << 16, depth: 2))
        return (try Base64URL.decode(members["n"]?.string ?? ""), try Base64URL.decode(members["e"]?.string ?? ""))
    }

    func privateKey() throws -> RSAPrivateKey? {
        guard files.contains("\(name).pem") else { return nil }
        let text = try Repository.text(of: "Fixtures/weakkeys/keys/\(name).pem")
        return try RSAPrivateKey(pemRepresentation: text.utf8.span)
    }
}

/// The key of RFC 7515 A.2.
func exampleKey() throws -> RSAPrivateKey {
    let text = try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")
    return try RSAPrivateKey(pemRepresentation: text.utf8.span)
}

extension [KeyWeakness] {
    var codes: [String] { map(\.code.rawValue) }
}
