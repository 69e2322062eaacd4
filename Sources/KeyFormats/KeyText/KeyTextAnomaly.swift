public import Encodings

extension KeyText {
    /// One thing that is unusual about a text. No member holds any of the text but labels of PEM blocks and a variable's
    /// name.
    public struct Anomaly: Sendable, CustomStringConvertible {
        public enum Severity: Sendable, Hashable, Comparable {
            /// Readers that follow RFC 7468 §2 take it as it is: other line ends, other line lengths, text around.
            case harmless
            /// Some readers refuse it; it can be mended without guessing.
            case repairable
            /// Something is missing, or what was meant can only be guessed.
            case irreparable
        }

        public let severity: Severity
        /// How many times the text had been rewritten (base64, escapes, UTF-16) before this was found: ``location``
        /// counts in what those left.
        public internal(set) var wrappings = 0
        let error: AuthKeysError

        public var code: AuthKeysError.Code { error.code }
        /// One sentence without a full stop.
        public var message: String { error.message }
        /// The command or the edit that mends it at its source.
        public var hint: String? { error.hint }
        public var location: SourceLocation? { error.location }
        public var isRepairable: Bool { severity != .irreparable }

        /// The message, the place when it is known, and the code.
        public var description: String { error.description }

        init(_ severity: Severity, _ error: AuthKeysError) {
            self.severity = severity
            self.error = error
        }

        init(
            _ severity: Severity, _ code: some CodeFamily, _ message: String, hint: String? = nil,
            at location: SourceLocation? = nil
        ) {
            self.init(severity, AuthKeysError(code, message, hint: hint, at: location))
        }
    }
}

extension AuthKeysError {
    /// The same error at another place: what counts in DER, while people count in the text.
    func moved(to place: SourceLocation) -> AuthKeysError {
        func with(_ code: some CodeFamily) -> AuthKeysError {
            AuthKeysError(code, message, hint: hint, at: place, underlying: underlying)
        }
        let name = code.rawValue
        if let code = DERCode(rawValue: name) { return with(code) }
        if let code = KeyCode(rawValue: name) { return with(code) }
        if let code = CryptoCode(rawValue: name) { return with(code) }
        if let code = Base64Code(rawValue: name) { return with(code) }
        if let code = PEMCode(rawValue: name) { return with(code) }
        if let code = KeyTextCode(rawValue: name) { return with(code) }
        return self
    }

    /// The same error with the line of its place.
    func withLine(_ text: Span<UInt8>) -> AuthKeysError {
        location.map { moved(to: text.location($0.byteOffset)) } ?? self
    }
}
