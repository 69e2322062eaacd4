internal import AuthKeysJOSE
internal import Encodings
internal import KeyFormats
internal import KeyStrength

/// What `key inspect` has to say of a text.
struct KeyInspection {
    private let source: InputSource
    private let keyText: KeyText
    private let key: Result<GivenKey, AuthKeysError>
    private let wasRepaired: Bool
    private let thumbprint: KeyID?
    /// `nil` for what has no private numbers.
    private let disagreements: [KeyWeakness]?

    /// - Parameter wasRepaired: whether the key can be read only once its text is repaired.
    init(
        _ source: InputSource, _ keyText: KeyText, key: Result<GivenKey, AuthKeysError>, wasRepaired: Bool
    ) throws(AuthKeysError) {
        self.source = source
        self.wasRepaired = wasRepaired
        self.keyText = keyText
        self.key = key
        guard case .success(let given) = key else {
            thumbprint = nil
            disagreements = nil
            return
        }
        thumbprint = try given.material.publicKey.thumbprint()
        if case .privateKey(let key) = given.material {
            disagreements = try RSAKeyStrength.disagreements(of: key.numbers())
        } else {
            disagreements = nil
        }
    }

    private var given: GivenKey? { try? key.get() }

    /// An encrypted key is one, although nobody looked inside.
    var isUsable: Bool {
        guard given != nil else {
            return keyText.content.isEncrypted && !keyText.anomalies.contains { !$0.isRepairable }
        }
        return disagreements?.contains { $0.severity == .error } != true
    }

    /// - Parameter escape: makes text from outside fit for where the lines are read.
    func text(escaping escape: (String) -> String) -> String {
        var lines = ["\(escape(source.displayName)): \(escape(keyText.content.description))"]
        if let given {
            lines.append("  form        \(given.form)")
            lines.append("  size        \(given.material.publicKey.keySizeInBits) bits")
        }
        if let keyID = given?.keyID { lines.append("  kid         \(escape(keyID.description))") }
        if let thumbprint { lines.append("  thumbprint  \(thumbprint)") }
        if let disagreements { lines.append("  numbers     \(Self.summary(disagreements))") }
        lines += (disagreements ?? []).map { "    - \($0.message) [\($0.code.rawValue)]" }
        lines.append("  text        \(keyText.anomalies.isEmpty ? "as it should be" : "")".trimmed)
        lines += keyText.anomalies.map { "    - \(escape($0.description))" }
        if given != nil, wasRepaired {
            lines.append("  try         authkeys pem unwrap \(escape(source.argument)) --out FILE repairs it")
        }
        if case .failure(let error) = key {
            if !keyText.anomalies.contains(where: { $0.code == error.code }) {
                lines.append("  key         \(escape(error.message)) [\(error.code.rawValue)]")
            }
            if let hint = error.hint { lines.append("  try         \(escape(hint))") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func summary(_ disagreements: [KeyWeakness]) -> String {
        switch disagreements.first?.severity {
        case nil: "agree"
        case .error: "do not agree"
        default: "agree, and are unusual"
        }
    }

    var json: JSONValue {
        var members = [
            JSONMember(name: "schema", value: .string("authkeys.key-inspect/1")),
            JSONMember(name: "source", value: .string(source.argument)),
            JSONMember(name: "content", value: .string(keyText.content.description)),
            JSONMember(name: "usable", value: .boolean(isUsable)),
        ]
        if let given {
            members.append(JSONMember(name: "form", value: .string(given.form)))
            members.append(
                JSONMember(name: "bits", value: .integer(Int64(given.material.publicKey.keySizeInBits))))
            if case .privateKey = given.material { members.append(JSONMember(name: "private", value: .boolean(true))) }
            if case .publicKey = given.material { members.append(JSONMember(name: "private", value: .boolean(false))) }
        }
        if let keyID = given?.keyID { members.append(JSONMember(name: "kid", value: .string(keyID.description))) }
        if let thumbprint { members.append(JSONMember(name: "thumbprint", value: .string(thumbprint.description))) }
        if let disagreements {
            members.append(JSONMember(name: "numbers", value: .array(disagreements.map { .string($0.code.rawValue) })))
        }
        members.append(JSONMember(name: "anomalies", value: .array(keyText.anomalies.map(Self.json))))
        if case .failure(let error) = key {
            members.append(JSONMember(name: "problem", value: .string(error.description)))
        }
        return JSONValue(.object(members))
    }

    private static func json(_ anomaly: KeyText.Anomaly) -> JSONValue {
        var members = [
            JSONMember(name: "code", value: .string(anomaly.code.rawValue)),
            JSONMember(name: "message", value: .string(anomaly.message)),
            JSONMember(name: "repairable", value: .boolean(anomaly.isRepairable)),
        ]
        if let location = anomaly.location {
            members.append(JSONMember(name: "byte", value: .integer(Int64(location.byteOffset))))
            if let line = location.line { members.append(JSONMember(name: "line", value: .integer(Int64(line)))) }
        }
        return JSONValue(.object(members))
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
