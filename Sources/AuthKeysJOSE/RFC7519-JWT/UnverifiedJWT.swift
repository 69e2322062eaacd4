/// A token as somebody has it, taken apart as far as it goes: for looking and for diagnosis.
///
/// Nothing here was verified: anybody can write a token that reads like this one, and no verifier takes this type. Reading
/// never fails; what is wrong is in ``anomalies`` and beside each part, so that all that can be read is there. The
/// signature is not kept, since a token that is still good is a secret.
public struct UnverifiedJWT: Sendable {
    /// What it is.
    public enum Form: Sendable, Hashable {
        /// A JWS in compact serialisation (RFC 7515 §7.1): three parts.
        case signed
        /// The same with `alg` none or an empty signature (RFC 7519 §6).
        case unsecured
        /// A JWE in compact serialisation (RFC 7516 §7.1): five parts, of which only the header can be read.
        case encrypted
        /// A JWS in JSON serialisation (RFC 7515 §7.2), flattened or general; the first signature's header is read.
        case jsonSerialization
        /// Fewer or more parts than any token has.
        case incomplete(parts: Int)
    }

    /// A part that is base64url of a JSON object.
    public struct Part: Sendable {
        /// The octets that the base64url stands for.
        public let octets: Result<[UInt8], AuthKeysError>
        /// The JSON object; of two members of one name it has both.
        public let json: Result<JSONValue, AuthKeysError>
        public let duplicateMembers: [JSONMember]
    }

    public let form: Form
    public let header: Part?
    /// `nil` for a JWE, whose claims are encrypted, and where there is no second part.
    public let claims: Part?
    /// The length of the signature, in bytes, or why it could not be decoded; `nil` where there is none.
    public let signatureLength: Result<Int, AuthKeysError>?
    /// All that is unusual about it, outermost first.
    public let anomalies: [Anomaly]

    /// Whether it is a whole token with nothing unreadable in it. That says nothing about whether it is genuine.
    public var isWellFormed: Bool { !anomalies.contains { $0.severity == .malformed } }

    /// - Parameter text: the token, and what may stand around it: white space, quotes, `Bearer `, a JSON object.
    public init(reading text: Span<UInt8>) {
        var unwrapping = TokenUnwrapping(text)
        unwrapping.unwrap()
        var reading = TokenReading(anomalies: unwrapping.anomalies)
        reading.read(unwrapping)
        form = reading.form
        header = reading.header
        claims = reading.claims
        signatureLength = reading.signatureLength
        anomalies = reading.anomalies
    }

    public init(reading text: String) {
        self.init(reading: text.utf8.span)
    }

    /// The longest text that is looked at, in bytes.
    public static let maximumLength = 256 * 1024
}

extension UnverifiedJWT {
    /// Something unusual about a token.
    public struct Anomaly: Sendable, Hashable {
        public enum Severity: Sendable, Hashable {
            /// It stood around the token and was taken away to read it; a verifier is to be given the token alone.
            case wrapping
            /// It can be read, and verifiers refuse it.
            case refused
            /// It cannot be read, in part or at all.
            case malformed
        }

        public let severity: Severity
        public let error: AuthKeysError

        public var code: AuthKeysError.Code { error.code }
    }
}

extension UnverifiedJWT: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "UnverifiedJWT(\(form))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
