import Glibc
import Synchronization

/// Runs an operation on so many threads, each of which takes its share.
func run(_ operation: Operation, threads: Int, count: Int) throws -> Int {
    guard threads > 1 else { return operation.run(0..<count) }
    let shares = (0..<threads).map { thread in
        Share(operation, count * thread / threads..<count * (thread + 1) / threads)
    }
    var running: [pthread_t] = []
    for share in shares {
        var thread = pthread_t()
        let argument = unsafe Unmanaged.passRetained(share).toOpaque()
        let status = unsafe pthread_create(&thread, nil, { unsafe run(share: $0) }, argument)
        guard status == 0 else { throw Failure(description: "a thread cannot be made") }
        running.append(thread)
    }
    for thread in running { pthread_join(thread, nil) }
    return shares.reduce(0) { $0 + $1.succeeded.load(ordering: .relaxed) }
}

private final class Share: Sendable {
    let operation: Operation
    let indices: Range<Int>
    let succeeded = Atomic(0)

    init(_ operation: Operation, _ indices: Range<Int>) {
        self.operation = operation
        self.indices = indices
    }
}

private func run(share pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let pointer = unsafe pointer else { return nil }
    let share = unsafe Unmanaged<Share>.fromOpaque(pointer).takeRetainedValue()
    share.succeeded.store(share.operation.run(share.indices), ordering: .relaxed)
    return nil
}
