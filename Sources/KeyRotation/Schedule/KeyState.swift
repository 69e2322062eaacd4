/// Where a key stands: `staged` → `active` → `retiring` → `retired`, and `revoked` from any of the first three.
public enum KeyState: String, Sendable, Hashable, CaseIterable {
    /// Published, and not yet signing.
    case staged
    /// Published, and the one that signs.
    case active
    /// Published, and no longer signing: tokens of it may be out.
    case retiring
    /// Removed from the set; its kid is never used again.
    case retired
    /// The same, before its time and for ever.
    case revoked

    /// Whether the set that the keyring publishes holds keys in this state.
    public var isPublished: Bool {
        switch self {
        case .staged, .active, .retiring: true
        case .retired, .revoked: false
        }
    }
}
