internal import AuthKeysJOSE
internal import Encodings
internal import KeyFormats

/// What stands where a JWK set should, when a shell or a converter did not do what was expected of it.
package enum KeySetSubstitute: Sendable, Hashable {
    case hyphen, expression, shellText, jsonString, quoted, base64, dataURL, url, fileName
    case unquoted, singleQuoted, escapedQuotes

    /// - Returns: `nil` for what is none of these.
    init?(of text: Span<UInt8>) {
        let bytes = Self.trimmed(text.indices.map { text[$0] })
        guard let first = bytes.first, let last = bytes.last else { return nil }
        let isQuoted = bytes.count > 1 && first == last && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(first)
        if bytes == [UInt8(ascii: "-")] {
            self = .hyphen
        } else if Self.isExpression(bytes) {
            self = .expression
        } else if first == UInt8(ascii: "$") || first == UInt8(ascii: "`") {
            self = .shellText
        } else if isQuoted {
            self = Self.isStringOfSet(bytes) ? .jsonString : .quoted
        } else if Self.isBase64OfObject(bytes) {
            self = .base64
        } else if ["https://", "http://"].contains(where: { bytes.starts(with: $0.utf8) }) {
            self = .url
        } else if Self.begins(bytes, "data:") {
            self = .dataURL
        } else if Self.begins(bytes, "{\\\"keys") || Self.begins(bytes, "{\\\"kty") {
            self = .escapedQuotes
        } else if Self.begins(bytes, "{'") {
            self = .singleQuoted
        } else if Self.isUnquoted(bytes) {
            self = .unquoted
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
        case .expression: "the text is an expression of a workflow or a template that nothing replaced"
        case .shellText: "the text is a command or a variable of a shell, and not what that gives"
        case .jsonString: "the JWK set is written as a JSON string"
        case .quoted: "the text stands in quotes that are part of it"
        case .base64: "the JWK set is encoded in base64"
        case .dataURL: "the text is a data: URL and not the JWK set in it"
        case .unquoted: "the JWK set has lost its quotes"
        case .singleQuoted: "the JWK set has single quotes, which JSON does not know"
        case .escapedQuotes: "the quotes of the JWK set stand behind backslashes"
        case .url: "the text is a URL and not the JWK set that is served there"
        case .fileName: "the text is the name of a file and not what is in it"
        }
    }

    var hint: String {
        switch self {
        case .hyphen:
            "the hyphen was stored instead of standard input; with npx convex env set leave the value out: npx convex env "
                + "set JWKS < FILE"
        case .expression:
            "GitHub replaces ${{ … }} in the workflow itself alone: give the step env: with it, and use the variable there"
        case .shellText:
            "quotes kept the shell from expanding it; give the file itself: npx convex env set JWKS < FILE"
        case .jsonString: "it was encoded once too often: store what is in the string"
        case .quoted: "leave the quotes out: docker's --env-file and a value on the command line keep them"
        case .base64: "store what base64 -d gives: nothing decodes it where it is read"
        case .dataURL: "store the set itself; a data: URL is for the jwks of a customJwt provider in auth.config.ts"
        case .unquoted:
            "a shell took them: put the set in single quotes, or give the file: npx convex env set JWKS < FILE"
        case .singleQuoted: "write it as JSON: Python's json.dumps does, print does not"
        case .escapedQuotes:
            "it was copied out of a string of a program or a YAML file: store it without the backslashes"
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

    private static func begins(_ bytes: [UInt8], _ text: String) -> Bool { bytes.starts(with: text.utf8) }

    private static func isExpression(_ bytes: [UInt8]) -> Bool {
        (begins(bytes, "${{") || begins(bytes, "{{")) && bytes.suffix(2).elementsEqual("}}".utf8)
    }

    /// `{keys:[{kty:RSA,…`: a shell takes double quotes away, and in a list of words expands the braces too.
    private static func isUnquoted(_ bytes: [UInt8]) -> Bool {
        guard !bytes.contains(UInt8(ascii: "\"")) else { return false }
        return begins(bytes.filter { $0 != 0x20 && $0 != 0x0A }, "{keys:") || begins(bytes, "keys:[")
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
