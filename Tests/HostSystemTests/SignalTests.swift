import Encodings
import Foundation
import HostSystem
import Synchronization
import Testing

private let deliveredCount = Atomic<Int>(0)

/// An interrupt waits for the rename. Serialized: the handler of a signal belongs to the process.
@Suite(.serialized) struct SignalTests {
    private func heldBack() -> [Int32] {
        var mask = sigset_t()
        unsafe pthread_sigmask(SIG_BLOCK, nil, &mask)
        return (1...31).filter { unsafe sigismember(&mask, $0) == 1 }
    }

    @Test func threeSignalsAreHeldBackAndTheMaskRestored() throws {
        let before = heldBack()
        let during = try Signals.heldBack { () throws(AuthKeysError) in heldBack() }
        #expect(Set(during) == Set(before + [SIGINT, SIGTERM, SIGHUP]))
        #expect(heldBack() == before)
        let error = thrownError { () throws(AuthKeysError) in
            try Signals.heldBack { () throws(AuthKeysError) in throw AuthKeysError(FileCode.failed, "no") }
        }
        #expect(error != nil)
        #expect(heldBack() == before)
    }

    /// On a thread of its own, because those that tests run on hold back every signal.
    @Test func aSignalDuringTheWriteIsDeliveredAfterIt() throws {
        let place = try TemporaryFolder()
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { _ in
            deliveredCount.add(1, ordering: .sequentiallyConsistent)
        }
        var before = sigaction()
        try #require(unsafe sigaction(SIGHUP, &action, &before) == 0)
        defer { unsafe _ = sigaction(SIGHUP, &before, nil) }
        deliveredCount.store(0, ordering: .sequentiallyConsistent)

        let during = Mutex<[Int]>([])
        let faults = Faults { index, _ in
            if index == 3 { pthread_kill(pthread_self(), SIGHUP) }
            during.withLock { $0.append(deliveredCount.load(ordering: .sequentiallyConsistent)) }
            return nil
        }
        let writer = Samples.writer(place["keys"], calls: faults.calls)
        let after = Mutex(-1)
        let done = DispatchSemaphore(value: 0)
        Thread {
            var all = sigset_t()
            unsafe sigemptyset(&all)
            unsafe pthread_sigmask(SIG_SETMASK, &all, nil)
            _ = try? writer.write(Samples.files(), at: Samples.now)
            after.withLock { $0 = deliveredCount.load(ordering: .sequentiallyConsistent) }
            done.signal()
        }.start()
        done.wait()
        #expect(during.withLock { $0.count > 4 && $0.allSatisfy { $0 == 0 } })
        #expect(after.withLock { $0 } == 1)
        #expect(try place.tree() == Samples.tree("keys"))
    }

    @Test func theEndOfAChildIsTold() {
        Signals.reportAsErrors()
        var action = sigaction()
        #expect(unsafe sigaction(SIGCHLD, nil, &action) == 0)
        let standard = unsafe unsafeBitCast(SIG_DFL, to: Int.self)
        #expect(unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == standard)
    }

    @Test(arguments: [SIGXFSZ, SIGPIPE]) func limitsAndClosedPipesAreReportedAsErrors(_ number: Int32) {
        Signals.reportAsErrors()
        var action = sigaction()
        #expect(unsafe sigaction(number, nil, &action) == 0)
        let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
        #expect(unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == ignored)
    }
}
