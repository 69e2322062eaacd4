internal import Synchronization

/// A value behind a lock, which the thread sanitizer can follow.
///
/// Who has to wait for a `Mutex` does so in a library that is built without the sanitizer, which then reports a race
/// wherever two threads met. The atomic operations within the lock show it the order that the lock makes; no processor
/// has to wait for them.
package final class GuardedState<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>
    private let order = Atomic<UInt>(0)

    package init(_ value: Value) {
        mutex = Mutex(value)
    }

    package func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        mutex.withLock { value in
            _ = order.load(ordering: .acquiring)
            defer { order.store(0, ordering: .releasing) }
            return body(&value)
        }
    }
}
