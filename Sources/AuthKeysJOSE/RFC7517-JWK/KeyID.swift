/// A `kid` (RFC 7517 §4.5), compared as UTF-8 bytes: Swift's `==` on strings makes two different kids equal.
public struct KeyID: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let utf8: [UInt8]

    public init(_ text: String) {
        utf8 = Array(text.utf8)
    }

    /// - Parameter utf8: well-formed UTF-8.
    init(utf8: [UInt8]) {
        self.utf8 = utf8
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    public var description: String { String(decoding: utf8, as: UTF8.self) }

    /// The longest kid that is given to a key here, in bytes.
    public static let maximumLength = 128

    /// A kid that this library gives to a key: 1 to 128 of RFC 3986's unreserved characters, which no header, path,
    /// shell or file format gives a meaning to. Reading accepts any kid.
    /// - Throws: `jwk.kid`.
    public init(assigning text: String) throws(AuthKeysError) {
        self.init(text)
        let hint = "use 1 to \(Self.maximumLength) of the characters A-Z a-z 0-9 . _ ~ -"
        guard !utf8.isEmpty else { throw AuthKeysError(JOSECode.keyID, "an empty kid", hint: hint) }
        guard utf8.count <= Self.maximumLength else {
            throw AuthKeysError(
                JOSECode.keyID, "a kid of \(utf8.count) bytes, longer than \(Self.maximumLength)", hint: hint)
        }
        if let unsafe = text.unicodeScalars.first(where: { !Self.isUnreserved($0) }) {
            throw AuthKeysError(
                JOSECode.keyID, "a kid with \(Escaper.json(String(unsafe))), which is not safe everywhere", hint: hint)
        }
    }

    private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z",
            "0"..."9", ".", "_", "~",
            "-":
            true
        default: false
        }
    }
}
