internal import AuthKeysJOSE
internal import Encodings
internal import KeyFormats

/// What stands where a JWK set should, when a shell or a converter did not do what was expected of it.
package enum KeySetSubstitute: Sendable, Hashable {
    case hyphen, shellText, jsonString, quoted, base64, url, fileName

    /// - Returns: `nil` for what is none of these.
    init?(of text: Span<UInt8>) {
        let bytes = Self.trimmed(text.indices.map { text[$0] })
        guard let first = bytes.first, let last = bytes.last else { return nil }
        let isQuoted = bytes.count > 1 && first == last && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(first)
        if bytes == [UInt8(ascii: "-")] {
            self = .hyphen
        } else if first == UInt8(ascii: "$") || first == UInt8(ascii: "`") {
            self = .shellText
        } else if isQuoted {
            self = Self.isStringOfSet(bytes) ? .jsonString : .quoted
        } else if Self.isBase64OfObject(bytes) {
            self = .base64
        } else if ["https://", "http://"].contains(where: { bytes.starts(with: $0.utf8) }) {
            self = .url
        } else if Self.isFileName(bytes) {
            self = .fileName
        } else {
            return nil
        }
    }

    /// What is said of it: one sentence without a full stop.
    var verdict: String {
        switch self {
        case .hyphen: "the text is a single hyphen and not a JWK set"
        case .shellText: "the text is a command or a variable of a shell, and not what that gives"
        case .jsonString: "the JWK set is written as a JSON string"
        case .quoted: "the text stands in quotes that are part of it"
        case .base64: "the JWK set is encoded in base64"
        case .url: "the text is a URL and not the JWK set that is served there"
        case .fileName: "the text is the name of a file and not what is in it"
        }
    }

    var hint: String {
        switch self {
        case .hyphen:
            "the hyphen was stored instead of standard input; with npx convex env set leave the value out: npx convex env "
                + "set JWKS < FILE"
        case .shellText:
            "quotes kept the shell from expanding it; give the file itself: npx convex env set JWKS < FILE"
        case .jsonString: "it was encoded once too often: store what is in the string"
        case .quoted: "leave the quotes out: docker's --env-file and a value on the command line keep them"
        case .base64: "store what base64 -d gives: nothing decodes it where it is read"
        case .url: "store the set itself: what is served there"
        case .fileName: "store what is in the file"
        }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
        guard let start = bytes.firstIndex(where: { !isBlank($0) }), let end = bytes.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return Array(bytes[start...end])
    }

    private static func isStringOfSet(_ bytes: [UInt8]) -> Bool {
        guard let text = try? JSON.parse(String(decoding: bytes, as: UTF8.self), limits: .keySet).string else {
            return false
        }
        return (try? JWKSetDocument(reading: Array(text.utf8).span)) != nil
    }

    private static func isBase64OfObject(_ bytes: [UInt8]) -> Bool {
        guard let decoded = EncodedValue.decoded(SecretBytes(copying: bytes.span)) else { return false }
        return decoded.withBytes { text in
            let first = text.indices.first { ![0x20, 0x09, 0x0A, 0x0D].contains(text[$0]) }
            return first.map { text[$0] == UInt8(ascii: "{") } ?? false
        }
    }

    private static func isFileName(_ bytes: [UInt8]) -> Bool {
        guard bytes.count < 4096, bytes[0] != UInt8(ascii: "{"), bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return false
        }
        return ["./", "../", "~/", "/"].contains { bytes.starts(with: $0.utf8) }
            || [".json", ".jwks", ".jwk", ".pem", ".txt"].contains {
                bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
            }
    }
}
