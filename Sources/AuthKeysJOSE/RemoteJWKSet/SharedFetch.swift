/// Those who wait for the fetch that is under way.
struct SharedFetch: Sendable {
    typealias Waiter = CheckedContinuation<Result<JWKSet, AuthKeysError>, Never>

    private(set) var isUnderWay = false
    private var waiters: [UInt64: Waiter] = [:]
    private var lastTicket: UInt64 = 0

    var waiterCount: Int { waiters.count }

    mutating func makeTicket() -> UInt64 {
        lastTicket += 1
        return lastTicket
    }

    mutating func add(_ waiter: Waiter, ticket: UInt64) {
        waiters[ticket] = waiter
    }

    /// The waiter who leaves; nil when the fetch was over, or had not been waited for.
    mutating func remove(ticket: UInt64) -> Waiter? {
        waiters.removeValue(forKey: ticket)
    }

    /// Whether the caller has to fetch: nobody else does.
    mutating func begin() -> Bool {
        defer { isUnderWay = true }
        return !isUnderWay
    }

    /// Who has to be told.
    mutating func end() -> [Waiter] {
        isUnderWay = false
        defer { waiters = [:] }
        return Array(waiters.values)
    }
}
