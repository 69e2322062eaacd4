internal import Synchronization

/// What takes long to set up and serves one caller at a time: those that nobody uses at the moment, as many as there were
/// callers at once.
struct IdlePool<Element: Sendable>: ~Copyable, Sendable {
    private let idle = Mutex<[Element]>([])
    /// Shows the thread sanitizer the order that the lock makes: who has to wait for a `Mutex` does so in a library that
    /// is built without the sanitizer.
    private let order = Atomic(0)

    borrowing func take() -> Element? {
        idle.withLock { idle in
            _ = order.load(ordering: .acquiring)
            defer { order.store(0, ordering: .releasing) }
            return idle.popLast()
        }
    }

    borrowing func giveBack(_ element: Element) {
        idle.withLock { idle in
            _ = order.load(ordering: .acquiring)
            defer { order.store(0, ordering: .releasing) }
            idle.append(element)
        }
    }
}
