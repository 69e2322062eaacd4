/// What came of one check of a token.
public struct JWTCheck: Sendable, Hashable {
    /// The checks, in the order in which they are made and listed.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        /// Length, three parts, base64url (RFC 7515 §7.1).
        case format
        /// The header: JSON, its members, `typ`, and nothing in it that changes the token's meaning (RFC 7515 §4.1).
        case header
        /// `alg` is one that the verifier accepts (RFC 8725 §3.1).
        case algorithm
        /// Exactly one key of the set fits, and it is strong enough.
        case key
        case signature
        /// The payload: JSON, and the registered claims of the types of RFC 7519 §4.1.
        case claims
        case issuer
        case audience
        /// `exp` (RFC 7519 §4.1.4).
        case expiry
        /// `nbf` (RFC 7519 §4.1.5).
        case notBefore = "not-before"
        /// How long ago the token was issued (`iat`, RFC 7519 §4.1.6).
        case age
    }

    public enum Result: String, Sendable, Hashable {
        case passed = "pass"
        case failed = "fail"
        /// Nothing was asked for, or what had to be known was not.
        case notChecked = "not checked"
    }

    public let name: Name
    public let result: Result
    /// What was found and what was expected. Of text that may come from the token, escaped for a terminal.
    public let reason: String
    /// The stable code of a failure.
    public let code: AuthKeysError.Code?
    /// What to do about a failure, where something is known.
    public let hint: String?

    static func passed(_ name: Name, _ reason: String) -> Self {
        Self(name: name, result: .passed, reason: reason, code: nil, hint: nil)
    }

    static func notChecked(_ name: Name, _ reason: String) -> Self {
        Self(name: name, result: .notChecked, reason: reason, code: nil, hint: nil)
    }

    static func failed(_ name: Name, _ error: AuthKeysError) -> Self {
        Self(
            name: name, result: .failed,
            // A line of its JSON would be taken for the line that the token is on.
            reason: error.message + (error.location.map { " at byte \($0.byteOffset)" } ?? ""), code: error.code,
            hint: error.hint)
    }
}
