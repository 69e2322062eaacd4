public import AuthKeysJOSE

/// The keys of a system by name, state and time, and the policy that moves them; a value without any key material.
///
/// Planner and simulator work on this alone, and so does every command: what `apply` accepts is what
/// ``earlyMove(_:of:at:)`` lets pass.
public struct KeySchedule: Sendable, Hashable {
    public let policy: RotationPolicy
    /// In the order in which they were added; those that are removed stay.
    public internal(set) var keys: [KeyRecord]
    /// Until when no new rotation begins, because the last one was rolled back.
    public internal(set) var heldUntil: NumericDate?

    init(policy: RotationPolicy, keys: [KeyRecord], heldUntil: NumericDate?) {
        self.policy = policy
        self.keys = keys
        self.heldUntil = heldUntil
    }

    /// A system that begins with one key, which signs from its first moment: nobody has a set without it.
    ///
    /// - Parameters:
    ///   - policy: the terms of its rotations.
    ///   - keyID: the kid of the key.
    ///   - date: the present; it signs from then on, unless `activatedAt` is earlier.
    ///   - activatedAt: since when it signs, for a key that is in use already.
    ///   - others: kids of keys that the system publishes besides, of which tokens may be out.
    /// - Throws: `rotation.policy`, `rotation.kid-used`.
    public init(
        policy: RotationPolicy, signingWith keyID: KeyID, at date: NumericDate, activatedAt: NumericDate? = nil,
        besides others: [KeyID] = []
    ) throws(AuthKeysError) {
        try policy.check()
        let start = min(activatedAt ?? date, date)
        var active = KeyRecord(staging: keyID, at: start, tokenLifetime: policy.tokenLifetime)
        active.state = .active
        active.activatedAt = start
        self.init(policy: policy, keys: [active], heldUntil: nil)
        for other in others {
            try requireUnused(other)
            var retiring = KeyRecord(
                staging: other, at: date, tokenLifetime: policy.tokenLifetime, hasPrivateHalf: false)
            retiring.state = .retiring
            retiring.activatedAt = date
            retiring.demotedAt = date
            keys.append(retiring)
        }
    }

    public var active: KeyRecord? { keys.first { $0.state == .active } }
    public var staged: KeyRecord? { keys.first { $0.state == .staged } }
    /// The newest first.
    public var retiring: [KeyRecord] { keys.reversed().filter { $0.state == .retiring } }

    /// What stands in the set, in its order: the key that signs comes first, because some readers take the first.
    public var published: [KeyRecord] { [active, staged].compactMap(\.self) + retiring }

    public subscript(keyID: KeyID) -> KeyRecord? { keys.first { $0.keyID == keyID } }

    mutating func update(_ keyID: KeyID, _ change: (inout KeyRecord) -> Void) {
        guard let index = keys.firstIndex(where: { $0.keyID == keyID }) else { return }
        change(&keys[index])
    }

    func requireUnused(_ keyID: KeyID) throws(AuthKeysError) {
        guard self[keyID] == nil else {
            throw AuthKeysError(
                RotationCode.keyIDUsed, "the kid \(keyID.quoted) belongs to another key of this keyring",
                hint: "a kid is never used again; choose another, or none for the thumbprint")
        }
    }
}
