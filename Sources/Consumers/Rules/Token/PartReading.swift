internal import AuthKeysJOSE
internal import Encodings

/// How a consumer gets the JSON of a header or payload out of its base64url.
struct PartReading: Sendable {
    enum Base64: Sendable {
        /// RFC 4648 §5 without padding, in its one form.
        case strict
        case forgiving(ForgivingBase64)
    }

    /// What is done with octets that are not UTF-8.
    enum IllFormedText: Sendable { case refused, replaced }
    /// Which of two members of one name counts.
    enum Duplicates: Sendable { case refused, last }

    let base64: Base64
    let illFormedText: IllFormedText
    let duplicates: Duplicates
    let ignoresByteOrderMark: Bool

    /// Rust's `base64` and `serde_json`.
    static let rust = Self(
        base64: .strict, illFormedText: .refused, duplicates: .refused, ignoresByteOrderMark: false)

    func octets(_ part: [UInt8]) -> [UInt8]? {
        switch base64 {
        case .strict: try? Base64URL.decode(part.span)
        case .forgiving(let decoder): try? decoder.decode(part.span).get()
        }
    }

    func json(_ part: [UInt8]) -> JSONValue? {
        guard var text = octets(part) else { return nil }
        if illFormedText == .replaced { text = Array(String(decoding: text, as: UTF8.self).utf8) }
        if ignoresByteOrderMark, text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        var found: [JSONMember] = []
        guard let json = try? JSON.parse(text.span, limits: Self.limits, reportingDuplicatesIn: &found) else {
            return nil
        }
        return found.isEmpty || duplicates == .last ? json : nil
    }

    private static let limits = JSONLimits(bytes: 1 << 20, depth: 128)
}
