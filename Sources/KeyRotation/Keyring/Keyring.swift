public import AuthKeysJOSE
public import Consumers

/// The keys of a system with their states, the policy that moves them, and all that happened to them.
///
/// Private keys, the set that publishes them and their times are in one value, and in one file, because they must never
/// disagree.
public struct Keyring: Sendable {
    /// Whether commands that change it take `--at`: such a keyring is for trying things out.
    public let isTest: Bool
    /// Whose tokens its keys sign.
    public let profile: Profile
    /// How often the file was written.
    public package(set) var generation: Int64
    public internal(set) var schedule: KeySchedule
    /// The oldest first.
    public internal(set) var history: [HistoryEntry]
    /// A change that was not delivered to where it is used, yet.
    public internal(set) var pendingDelivery: PendingDelivery?

    var privateKeys: [KeyID: RSAPrivateKey]
    var publicKeys: [KeyID: RSAPublicKey]

    init(
        isTest: Bool, profile: Profile, generation: Int64, schedule: KeySchedule, history: [HistoryEntry],
        pendingDelivery: PendingDelivery?, privateKeys: [KeyID: RSAPrivateKey], publicKeys: [KeyID: RSAPublicKey]
    ) {
        self.isTest = isTest
        self.profile = profile
        self.generation = generation
        self.schedule = schedule
        self.history = history
        self.pendingDelivery = pendingDelivery
        self.privateKeys = privateKeys
        self.publicKeys = publicKeys
    }

    /// The last step, rollback or revocation; that a private half was dropped changes nothing for anybody.
    public var lastChange: HistoryEntry? {
        history.last { entry in
            switch entry.event {
            case .made(let transition): transition != .forget
            case .rolledBack, .revoked: true
            default: false
            }
        }
    }

    /// The key that signs, and its name.
    public var signingKey: (key: RSAPrivateKey, keyID: KeyID)? {
        guard let keyID = schedule.active?.keyID, let key = privateKeys[keyID] else { return nil }
        return (key, keyID)
    }

    /// A published key whose private half is there.
    public func privateKey(_ keyID: KeyID) -> RSAPrivateKey? { privateKeys[keyID] }

    public func publicKey(_ keyID: KeyID) -> RSAPublicKey? { publicKeys[keyID] }

    /// What is published: the key that signs first.
    /// - Throws: `jwks.too-many-keys`.
    public func publishedSet() throws(AuthKeysError) -> JWKSet {
        var keys: [JWK] = []
        for record in schedule.published {
            guard let key = publicKeys[record.keyID] else { continue }
            keys.append(JWK(key, keyID: record.keyID))
        }
        return try JWKSet(keys)
    }
}

/// A change of the set or of the signer that was not handed over yet: a hook has not run, or has failed.
public struct PendingDelivery: Sendable, Hashable {
    /// The name of what happened.
    public let event: HistoryEntry.Event
    public let keyID: KeyID?
    public let since: NumericDate
    /// How often it was tried.
    public internal(set) var attempts: Int64

    init(event: HistoryEntry.Event, keyID: KeyID?, since: NumericDate, attempts: Int64 = 0) {
        self.event = event
        self.keyID = keyID
        self.since = since
        self.attempts = attempts
    }
}
