/// Takes away what stands around a token where people find one, and says what it was.
struct TokenUnwrapping {
    private(set) var token: [UInt8]
    /// Set where the text is a JWS in JSON serialisation.
    private(set) var serialization: JSONValue?
    private(set) var anomalies: [UnverifiedJWT.Anomaly] = []
    private var start = 0

    init(_ text: Span<UInt8>) {
        token = []
        token.reserveCapacity(min(text.count, UnverifiedJWT.maximumLength))
        for index in text.indices.prefix(UnverifiedJWT.maximumLength) { token.append(text[index]) }
        guard text.count > UnverifiedJWT.maximumLength else { return }
        note(
            .malformed, .tooLong,
            "\(text.count) bytes, and the first \(UnverifiedJWT.maximumLength) are looked at",
            hint: "no verifier takes a token of that length")
    }

    mutating func unwrap() {
        // A line end after the text is how files end.
        if token.last == UInt8(ascii: "\n") { token.removeLast() }
        if token.last == UInt8(ascii: "\r") { token.removeLast() }
        for _ in 0..<8 {
            guard unwrapSpace() || unwrapPrefix() || unwrapQuotes() || unwrapJSON() else { break }
        }
        unwrapInnerSpace()
    }

    private mutating func note(
        _ severity: UnverifiedJWT.Anomaly.Severity, _ code: TokenTextCode, _ message: String, hint: String?,
        at offset: Int? = nil
    ) {
        anomalies.append(
            .init(
                severity: severity,
                error: AuthKeysError(code, message, hint: hint, at: offset.map { SourceLocation(byteOffset: $0) })))
    }

    private mutating func unwrapSpace() -> Bool {
        let leading = token.prefix(while: Self.isSpace).count
        let rest = token.dropFirst(leading)
        let trailing = rest.reversed().prefix(while: Self.isSpace).count
        guard leading + trailing > 0 else { return false }
        token = Array(rest.dropLast(trailing))
        note(
            .wrapping, .whiteSpace, "white space \(leading > 0 ? "before" : "after") the token",
            hint: "hand on the token alone; most verifiers refuse a space or a line end", at: start)
        start += leading
        return true
    }

    private mutating func unwrapQuotes() -> Bool {
        let leading = token.first.map { Self.quotes.contains($0) } ?? false
        let trailing = token.count > 1 && Self.quotes.contains(token[token.count - 1])
        guard leading || trailing else { return false }
        note(
            .wrapping, .quoted,
            leading && trailing ? "quotes around the token" : "a quote \(leading ? "before" : "after") the token",
            hint: "hand on the token without quotes; a file or a docker env-file keeps them", at: start)
        if trailing { token.removeLast() }
        if leading { token.removeFirst() }
        start += leading ? 1 : 0
        return true
    }

    /// `Authorization: Bearer eyJ…`, and a variable of an environment file.
    private mutating func unwrapPrefix() -> Bool {
        for prefix in ["authorization: bearer ", "authorization:", "bearer "] where starts(withLowercased: prefix) {
            note(
                .wrapping, .bearerPrefix,
                "'\(prefix == "bearer " ? "Bearer " : "Authorization:")' before the token",
                hint: "hand on what follows it: it belongs to the line of an HTTP header (RFC 6750 §2.1)", at: start)
            let count = prefix.utf8.count
            let spaces = token.dropFirst(count).prefix(while: Self.isSpace).count
            token.removeFirst(count + spaces)
            start += count + spaces
            return true
        }
        guard let equals = token.firstIndex(of: UInt8(ascii: "=")), equals > 0,
            token[..<equals].allSatisfy(Self.isNameByte),
            token[(equals + 1)...].drop(while: { Self.quotes.contains($0) }).starts(with: "eyJ".utf8)
        else { return false }
        note(
            .wrapping, .assignment, "the name of a variable and '=' before the token",
            hint: "hand on what follows the '='", at: start)
        token.removeFirst(equals + 1)
        start += equals + 1
        return true
    }

    /// A JWS in JSON serialisation, or the answer of a server that holds a token.
    private mutating func unwrapJSON() -> Bool {
        guard token.first == UInt8(ascii: "{"), serialization == nil else { return false }
        var duplicates: [JSONMember] = []
        let limits = JSONLimits(bytes: UnverifiedJWT.maximumLength, depth: 32)
        guard let json = try? JSON.parse(token.span, limits: limits, reportingDuplicatesIn: &duplicates) else {
            return false
        }
        if json["payload"] != nil, json["signatures"] != nil || json["signature"] != nil || json["protected"] != nil {
            serialization = json
            note(
                .refused, .jsonSerialization, "a JWS in JSON serialisation (RFC 7515 §7.2)",
                hint: "a JWT is always in compact serialisation (RFC 7519 §3): three parts joined by dots")
            return false
        }
        let found = (json.members ?? []).first { member in
            member.value.string.map { $0.utf8.starts(with: "eyJ".utf8) && $0.utf8.count(where: Self.isDot) >= 2 }
                ?? false
        }
        guard let found, let text = found.value.string else { return false }
        // The name is whatever somebody wrote, and the hint is pasted into a shell.
        let filter = try? Escaper.shellWord(".[\(Escaper.json(found.name))]")
        note(
            .wrapping, .insideJSON, "JSON around the token, which is its member \(Escaper.json(found.name))",
            hint: "hand on the token alone" + (filter.map { ": jq -r \($0)" } ?? ""),
            at: found.value.byteOffset + start)
        token = Array(text.utf8)
        return true
    }

    /// Lines that a terminal or a mail wrapped.
    private mutating func unwrapInnerSpace() {
        guard serialization == nil, let first = token.firstIndex(where: Self.isSpace) else { return }
        let joined = token.filter { !Self.isSpace($0) }
        // What is no token with its spaces removed is none, and stays as it is.
        guard joined.allSatisfy({ Self.isNameByte($0) || Self.isDot($0) || $0 == UInt8(ascii: "=") }) else { return }
        note(
            .malformed, .whiteSpace, "white space inside the token, left out to read it",
            hint: "copy the token again, as one line", at: start + first)
        token = joined
    }

    private func starts(withLowercased prefix: String) -> Bool {
        token.count >= prefix.utf8.count
            && zip(token, prefix.utf8).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1 }
    }

    private static let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")]

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D, 0].contains(byte) }
    private static func isDot(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
