public import AuthKeysJOSE

/// One thing that happened to a keyring. It is part of the file and never changes.
public struct HistoryEntry: Sendable, Hashable {
    public enum Event: Sendable, Hashable {
        case created
        case imported
        case made(Transition)
        case rolledBack
        case revoked
        case sighted(Sighting.Kind)
        case probed
        case acknowledged
        /// The server's clock agreed with this machine's.
        case clockConfirmed
        /// A token lived longer than the policy says.
        case lifetimeRaised
        case delivered
        case deliveryFailed

        static let all: [Self] =
            [
                .created, .imported, .rolledBack, .revoked, .probed, .acknowledged, .clockConfirmed, .lifetimeRaised,
                .delivered,
                .deliveryFailed,
            ] + Transition.allCases.map { .made($0) } + Sighting.Kind.allCases.map { .sighted($0) }

        public var name: String {
            switch self {
            case .created: "created"
            case .imported: "imported"
            case .made(let transition): transition.rawValue
            case .rolledBack: "rollback"
            case .revoked: "revoke"
            case .sighted(let kind): kind.rawValue
            case .probed: "probed"
            case .acknowledged: "acknowledged"
            case .clockConfirmed: "clock-confirmed"
            case .lifetimeRaised: "token-lifetime-raised"
            case .delivered: "delivered"
            case .deliveryFailed: "delivery-failed"
            }
        }

        static func named(_ name: String) -> Self? {
            all.first { $0.name.utf8.elementsEqual(name.utf8) }
        }
    }

    public let date: NumericDate
    public let event: Event
    /// The key that it happened to.
    public let keyID: KeyID?
    /// Whether it was done although it was too early.
    public let isForced: Bool
    /// Why, or what went wrong, or who would be refused.
    public let note: String?
    /// Who did it, by the name of the system.
    public let user: String?

    public init(
        _ event: Event, at date: NumericDate, keyID: KeyID? = nil, isForced: Bool = false, note: String? = nil,
        user: String? = nil
    ) {
        self.date = date
        self.event = event
        self.keyID = keyID
        self.isForced = isForced
        self.note = note
        self.user = user
    }
}
