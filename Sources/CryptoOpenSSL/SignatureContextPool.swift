internal import Encodings
internal import Synchronization

/// The contexts of one key that nobody uses at the moment: as many as there were callers at once, by hash.
struct SignatureContextPool: ~Copyable, Sendable {
    private let idle = Mutex<[[SignatureContext]]>(SHA2.allCases.map { _ in [] })
    /// Shows the thread sanitizer the order that the lock makes: who has to wait for a `Mutex` does so in a library that
    /// is built without the sanitizer.
    private let order = Atomic(0)
    private let purpose: SignatureContext.Purpose

    init(_ purpose: SignatureContext.Purpose) {
        self.purpose = purpose
    }

    borrowing func take(key: borrowing EVPKey, hash: SHA2) throws(AuthKeysError) -> SignatureContext {
        if let context = withIdle({ $0[hash.index].popLast() }) { return context }
        return try SignatureContext(purpose, key: key, hash: hash)
    }

    borrowing func giveBack(_ context: SignatureContext, hash: SHA2) {
        withIdle { $0[hash.index].append(context) }
    }

    private borrowing func withIdle<Result: Sendable>(_ body: (inout [[SignatureContext]]) -> Result) -> Result {
        idle.withLock { idle in
            _ = order.load(ordering: .acquiring)
            defer { order.store(0, ordering: .releasing) }
            return body(&idle)
        }
    }
}

extension SHA2 {
    fileprivate var index: Int {
        switch self {
        case .sha256: 0
        case .sha384: 1
        case .sha512: 2
        }
    }
}
