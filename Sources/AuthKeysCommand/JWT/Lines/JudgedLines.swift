internal import AuthKeysJOSE
internal import Encodings
internal import HostSystem

/// What came of the tokens of one block of lines.
struct JudgedLines: Sendable {
    /// One line of JSON for each token.
    private(set) var json: [UInt8] = []
    private(set) var summary = LinesSummary()

    /// Lines without anything but white space are no tokens.
    init(_ block: LineBlock, verifier: JWTVerifier, time: NumericDate) {
        json.reserveCapacity(block.lineCount * 160)
        let bytes = block.bytes.span
        var start = 0
        var line = block.firstLine
        while start < bytes.count {
            let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
            // What looks like white space around a token may have the token's other half behind it.
            let token = block.isCut ? start..<end : TokenText.trimmed(bytes, start..<end)
            if !token.isEmpty { judge(bytes.extracting(token), isCut: block.isCut, line: line, verifier, time) }
            start = end + 1
            line += 1
        }
    }

    private mutating func judge(
        _ token: Span<UInt8>, isCut: Bool, line: Int, _ verifier: JWTVerifier, _ time: NumericDate
    ) {
        json.append("{\"schema\":\"authkeys.verify-line/1\",\"line\":")
        json.append(contentsOf: String(line).utf8)
        do throws(JWTRefusal) {
            if isCut { throw .tooLong(atLeast: token.count) }
            let verified = try verifier.verify(token, at: time)
            json.append(",\"accepted\":true")
            if let keyID = verified.keyID { append(",\"kid\":", keyID.utf8.span) }
            if verified.claims.hasSubject {
                json.append(",\"sub\":")
                verified.claims.writeSubject(to: &json)
            }
            summary.accept()
        } catch {
            json.append(",\"accepted\":false,\"failures\":[")
            for (index, failure) in error.failures.enumerated() {
                if index > 0 { json.append(",") }
                json.append(JSONValue.object(failure.lineMembers).compactJSON)
            }
            json.append("]")
            summary.refuse(error, line: line)
        }
        json.append("}\n")
    }

    private mutating func append(_ name: StaticString, _ value: Span<UInt8>) {
        json.append(name)
        Escaper.json(value, into: &json)
    }
}

extension JWTCheck {
    fileprivate var lineMembers: KeyValuePairs<String, JSONValue> {
        ["name": .string(name.rawValue), "code": .string(code?.rawValue ?? ""), "reason": .string(reason)]
    }
}
