internal import Glibc

/// Puts what many threads finish in any order back into its order, and holds back those that are too far ahead.
@safe
package final class OrderedResults<Value: Sendable>: @unchecked Sendable {  // unchecked: its state is behind the mutex
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private let capacity: Int
    private let take: @Sendable (Value) -> Bool
    private var next = 0
    private var parked: [Int: Value] = [:]
    private var hasEnded = false

    /// - Parameters:
    ///   - capacity: how many results may wait for an earlier one.
    ///   - take: is handed one result after the other, never two at once; `false` ends it: nothing is taken any more.
    package init(capacity: Int, _ take: @escaping @Sendable (Value) -> Bool) {
        self.capacity = capacity
        self.take = take
        unsafe mutex = .allocate(capacity: 1)
        unsafe changed = .allocate(capacity: 1)
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(changed, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(changed)
        unsafe pthread_mutex_destroy(mutex)
        unsafe changed.deallocate()
        unsafe mutex.deallocate()
    }

    /// - Parameter number: its place, counted from 0; each is given once, by a thread that asks for the next one only
    ///   afterwards.
    /// - Returns: whether results are still taken.
    package func give(_ value: Value, at number: Int) -> Bool {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while !hasEnded, number != next, parked.count >= capacity { unsafe pthread_cond_wait(changed, mutex) }
        guard !hasEnded else { return false }
        parked[number] = value
        while !hasEnded, let value = parked.removeValue(forKey: next) {
            next += 1
            if !take(value) { hasEnded = true }
        }
        unsafe pthread_cond_broadcast(changed)
        return !hasEnded
    }
}
