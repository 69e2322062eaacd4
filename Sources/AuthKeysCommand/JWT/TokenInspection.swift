internal import AuthKeysJOSE
internal import Encodings

/// What `jwt inspect` has to say of a token.
struct TokenInspection {
    private let token: UnverifiedJWT
    private let input: TokenInput
    private let now: NumericDate

    init(_ token: UnverifiedJWT, from input: TokenInput, at now: NumericDate) {
        self.token = token
        self.input = input
        self.now = now
    }

    // MARK: - Text

    var lines: [String] {
        var lines = ["\(input.displayName): \(form), not verified"]
        lines += part(token.header, "header", describing: { _ in nil })
        lines += part(token.claims, "claims", describing: time)
        switch token.signatureLength {
        case .success(let length)?: lines.append("signature  \(length == 0 ? "none" : "\(length) bytes, not shown")")
        case .failure?: lines.append("signature  not readable")
        case nil: break
        }
        guard !token.anomalies.isEmpty else { return lines }
        lines.append(token.isWellFormed ? "unusual" : "wrong or unusual")
        for anomaly in token.anomalies {
            lines.append("  - \(anomaly.error)")
            if let hint = anomaly.error.hint { lines.append("    \(hint)") }
        }
        return lines
    }

    private var form: String {
        switch token.form {
        case .signed: token.isWellFormed ? "a signed token" : "a damaged token"
        case .unsecured: "a token without a signature"
        case .encrypted: "an encrypted token (JWE)"
        case .jsonSerialization: "a JWS in JSON serialisation"
        case .incomplete: token.header?.members == nil ? "no token" : "an incomplete token"
        }
    }

    private func part(
        _ part: UnverifiedJWT.Part?, _ title: String, describing describe: (JSONMember) -> String?
    ) -> [String] {
        guard let part else { return [] }
        guard let members = part.members else { return token.isShown ? ["\(title)  not readable"] : [] }
        if members.isEmpty { return ["\(title)  empty"] }
        let names = members.map { Self.shown($0.name) }
        // A long name does not push the others apart.
        let width = names.map(\.unicodeScalars.count).filter { $0 <= 16 }.max() ?? 0
        return [title]
            + zip(names, members).map { name, member in
                let padding = String(repeating: " ", count: max(0, width - name.unicodeScalars.count))
                let note = describe(member).map { "  (\($0))" } ?? ""
                return "  \(name)\(padding)  \(member.value.withoutSignatures.compactJSON)\(note)"
            }
    }

    /// A name as it is where that can be read, else as JSON.
    private static func shown(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
        return isPlain && !name.isEmpty ? name : Escaper.json(name)
    }

    // MARK: - Times

    /// `expires 2026-11-20T09:00:00Z, in 3 min 12 s`.
    private func time(_ member: JSONMember) -> String? {
        guard let number = member.value.number, let words = Self.words(member.name) else { return nil }
        let date = NumericDate(number)
        let distance = (date - now).phrase
        return date > now ? "\(words.ahead) \(date), in \(distance)" : "\(words.past) \(date), \(distance) ago"
    }

    private static func words(_ name: String) -> (past: String, ahead: String)? {
        let words: [(name: StaticString, past: String, ahead: String)] = [
            ("exp", "expired", "expires"), ("nbf", "valid from", "not valid before"),
            ("iat", "issued", "issued in the future:"), ("auth_time", "signed in", "signed in"),
            ("updated_at", "updated", "updated"),
        ]
        return words.first { $0.name.description.utf8.elementsEqual(name.utf8) }.map { ($0.past, $0.ahead) }
    }

    // MARK: - JSON

    var json: JSONValue {
        var members = [
            JSONMember(name: "schema", value: .string("authkeys.inspect/1")),
            JSONMember(name: "source", value: .string(input.sourceName)),
            JSONMember(name: "verified", value: .boolean(false)),
            JSONMember(name: "wellFormed", value: .boolean(token.isWellFormed)),
            JSONMember(name: "form", value: .string(formName)),
        ]
        if let header = token.header { members.append(Self.json(header, "header")) }
        if let claims = token.claims {
            members.append(Self.json(claims, "claims"))
            let times = (claims.members ?? []).compactMap(time(of:))
            if claims.duplicateMembers.isEmpty { members.append(JSONMember(name: "times", value: .object(times))) }
        }
        if case .success(let length)? = token.signatureLength {
            members.append(JSONMember(name: "signatureBytes", value: .integer(Int64(length))))
        }
        members.append(JSONMember(name: "anomalies", value: .array(token.anomalies.map(Self.json))))
        return .object(members)
    }

    private var formName: String {
        switch token.form {
        case .signed: "jws"
        case .unsecured: "unsecured"
        case .encrypted: "jwe"
        case .jsonSerialization: "jws-json"
        case .incomplete: "incomplete"
        }
    }

    /// A member that stands twice would do so in the result too: it is given as text then.
    private static func json(_ part: UnverifiedJWT.Part, _ name: String) -> JSONMember {
        switch part.json {
        case .failure: JSONMember(name: name, value: .null)
        case .success(let json) where part.duplicateMembers.isEmpty:
            JSONMember(name: name, value: json.withoutSignatures)
        case .success(let json):
            JSONMember(name: name + "Text", value: .string(json.withoutSignatures.compactJSON))
        }
    }

    private func time(of member: JSONMember) -> JSONMember? {
        guard let number = member.value.number, Self.words(member.name) != nil else { return nil }
        let date = NumericDate(number)
        return JSONMember(
            name: member.name,
            value: .object([
                "time": RFC3339.text(date).map { .string($0) } ?? .null,
                "secondsFromNow": .integer(Int64(clamping: (date - now).attoseconds / 1_000_000_000_000_000_000)),
            ]))
    }

    private static func json(_ anomaly: UnverifiedJWT.Anomaly) -> JSONValue {
        var members = [
            JSONMember(name: "code", value: .string(anomaly.code.rawValue)),
            JSONMember(name: "severity", value: .string("\(anomaly.severity)")),
            JSONMember(name: "message", value: .string(anomaly.error.message)),
        ]
        if let hint = anomaly.error.hint { members.append(JSONMember(name: "hint", value: .string(hint))) }
        if let location = anomaly.error.location {
            members.append(JSONMember(name: "byte", value: .integer(Int64(location.byteOffset))))
        }
        return .object(members)
    }
}

extension UnverifiedJWT {
    /// Whether so much of it can be read that a part that cannot is worth a line.
    fileprivate var isShown: Bool { header?.members != nil || claims?.members != nil }
}

extension UnverifiedJWT.Part {
    fileprivate var members: [JSONMember]? { (try? json.get())?.members }
}
