/// Headers, as they stand encoded in tokens, whose signature was good: an issuer writes one for each of its keys, and
/// reading it again tells nothing new. Nothing that was refused is remembered, so nobody else can fill it.
final class KnownHeaders: Sendable {
    struct Selection: Sendable {
        let algorithm: JWSAlgorithm
        /// The number of the key in ``VerificationKeys``.
        let key: Int
    }

    /// One buffer for all: an array of arrays would be counted entry by entry whenever a token is read.
    private struct Entries: Sendable {
        var encoded: [UInt8] = []
        var ends: [Int] = []
        var selections: [Selection] = []

        func range(_ entry: Int) -> Range<Int> { (entry == 0 ? 0 : ends[entry - 1])..<ends[entry] }

        func selection(of header: Span<UInt8>) -> Selection? {
            let encoded = encoded.span
            for entry in ends.indices where encoded.extracting(range(entry)).hasSameBytes(as: header) {
                return selections[entry]
            }
            return nil
        }
    }

    /// More than an issuer has keys in use; beyond it the oldest is forgotten.
    private static let maximumCount = 8

    private let entries = GuardedState(Entries())

    func selection(of header: Span<UInt8>) -> Selection? {
        entries.withLock { $0.selection(of: header) }
    }

    func remember(_ header: Span<UInt8>, _ selection: Selection) {
        entries.withLock { entries in
            guard entries.selection(of: header) == nil else { return }
            if entries.ends.count == Self.maximumCount {
                let oldest = entries.range(0)
                entries.encoded.removeSubrange(oldest)
                entries.selections.removeFirst()
                entries.ends = entries.ends.dropFirst().map { $0 - oldest.count }
            }
            entries.encoded.append(header)
            entries.ends.append(entries.encoded.count)
            entries.selections.append(selection)
        }
    }
}
