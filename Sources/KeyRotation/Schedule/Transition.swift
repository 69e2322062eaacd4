/// One step of a rotation. A run of `apply` makes one.
public enum Transition: String, Sendable, Hashable, CaseIterable {
    /// A new key is published.
    case stage
    /// The staged key signs, and the one before it no longer does.
    case activate
    /// The private half of a key that no longer signs is dropped: there is no way back to it.
    case forget
    /// A key that no longer signs leaves the set.
    case retire
}
