/// Headers, as they stand encoded in tokens, whose signature was good: an issuer writes one for each of its keys, and
/// reading it again tells nothing new. Nothing that was refused is remembered, so nobody else can fill it.
final class KnownHeaders: Sendable {
    struct Selection: Sendable {
        let algorithm: JWSAlgorithm
        /// The number of the key in ``VerificationKeys``.
        let key: Int
    }

    private struct Entry: Sendable {
        let encoded: [UInt8]
        let selection: Selection
    }

    /// More than an issuer has keys in use; beyond it the oldest is forgotten.
    private static let maximumCount = 8

    private let entries = GuardedState<[Entry]>([])

    func selection(of header: Span<UInt8>) -> Selection? {
        entries.withLock { entries in
            for index in entries.indices {
                let encoded = entries[index].encoded
                if encoded.span.hasSameBytes(as: header) { return entries[index].selection }
            }
            return nil
        }
    }

    func remember(_ header: Span<UInt8>, _ selection: Selection) {
        let entry = Entry(encoded: Array(copying: header), selection: selection)
        entries.withLock { entries in
            guard !entries.contains(where: { $0.encoded == entry.encoded }) else { return }
            if entries.count == Self.maximumCount { entries.removeFirst() }
            entries.append(entry)
        }
    }
}
