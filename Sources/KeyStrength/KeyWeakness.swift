public import Encodings

/// One thing that is wrong or unusual about the numbers of a key. It never holds a number that is secret, nor a factor
/// that was found.
public struct KeyWeakness: Sendable, Hashable {
    public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// Unusual; the key may be used.
        case note
        /// No sound generator makes such a key; nobody is known to break it for this alone.
        case warning
        /// The key must not be used.
        case error

        public static func < (left: Self, right: Self) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    public let code: AuthKeysError.Code
    public let severity: Severity
    /// What was found: one sentence without a full stop.
    public let message: String
    /// What follows from it.
    public let why: String
    /// What to do about it.
    public let remedy: String

    init(_ code: some CodeFamily, _ severity: Severity, _ message: String, why: String, remedy: String) {
        self.code = code.code
        self.severity = severity
        self.message = message
        self.why = why
        self.remedy = remedy
    }
}

/// The remedies that several findings have in common.
enum Remedy {
    static let replace = "replace the key: authkeys generate makes a new one; stop trusting tokens of this one"
    static let copyAgain = "copy the key again from where it was made; if it is the same there, replace it"
}
