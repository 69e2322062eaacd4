public import Encodings

/// What is wrong when a message is met: why, how the reasons are told apart, and what mends each.
public struct Trouble: Sendable {
    /// In the order in which a list of several is read: what explains others first.
    public enum Role: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// A value that is wrong.
        case cause
        /// A token or a request that was refused.
        case refusal
        /// What follows from a refusal.
        case consequence
        /// What people see.
        case symptom
        /// What need not have to do with keys.
        case uncertain
        /// Nothing to do with keys.
        case unrelated

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    public struct Cause: Sendable, Hashable {
        /// A clause without a full stop.
        public let reason: String
        /// What to do: a command, or an instruction.
        public let fix: String

        init(_ reason: String, fix: String) {
            self.reason = reason
            self.fix = fix
        }
    }

    public let code: AuthKeysError.Code
    public let meaning: String
    public let role: Role
    /// The likeliest first.
    public let causes: [Cause]
    /// What tells the causes apart.
    public let commands: [String]
    /// What follows from it, when both are found.
    public let explains: [AuthKeysError.Code]

    init(
        _ code: some CodeFamily, _ role: Role, _ causes: [Cause], tell commands: [String],
        explains: [any CodeFamily] = []
    ) {
        self.code = code.code
        meaning = code.meaning
        self.role = role
        self.causes = causes
        self.commands = commands
        self.explains = explains.map(\.code)
    }

    /// Something that keys do not cause and `authkeys` does not mend.
    static func unrelated(_ code: UnrelatedCode, _ causes: Cause...) -> Self {
        Self(code, .unrelated, causes, tell: [])
    }
}
