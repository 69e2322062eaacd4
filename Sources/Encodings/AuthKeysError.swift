/// The one error type: what was found, what was expected, where, and what to do next.
///
/// Two errors are equal when their codes are: a program decides by ``code``, a person reads ``message``. No member ever
/// holds secret material.
public struct AuthKeysError: Error, Sendable, Hashable {
    /// The stable dotted name of what went wrong, such as `pem.label-mismatch`.
    public struct Code: RawRepresentable, ExpressibleByStringLiteral, Sendable, Hashable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public init(stringLiteral value: String) {
            self.init(rawValue: value)
        }
    }

    public let code: Code
    /// One sentence without a full stop, in lower case where grammar allows.
    public let message: String
    /// The command or the edit that mends it.
    public let hint: String?
    public let location: SourceLocation?
    /// What the layers below said, innermost first; the OpenSSL error queue ends up here.
    public let underlying: [String]

    package init(
        _ code: some CodeFamily, _ message: String, hint: String? = nil, at location: SourceLocation? = nil,
        underlying: [String] = []
    ) {
        self.code = code.code
        self.message = message
        self.hint = hint
        self.location = location
        self.underlying = underlying
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.code == right.code
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}

extension AuthKeysError: CustomStringConvertible {
    /// The message, the place when it is known, and the code.
    public var description: String {
        "\(message)\(location.map { " at \($0)" } ?? "") [\(code.rawValue)]"
    }
}
