import HostSystem
import Synchronization
import TestSupport
import Testing

struct OrderedResultsTests {
    /// More threads than processors, each with pieces of work of another length.
    @Test(arguments: [1, 2, 7])
    func keepsTheOrder(threads: Int) {
        let taken = Mutex<[Int]>([])
        let results = OrderedResults<Int>(capacity: 3) { value in
            taken.withLock { $0.append(value) }
            return true
        }
        let next = Atomic(0)
        WorkerThreads.run(threads) {
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < 500 else { return }
                var work = number % 17 * 1000
                while work > 0 { work -= 1 }
                #expect(results.give(number, at: number))
            }
        }
        #expect(taken.withLock { $0 } == Array(0..<500))
    }

    @Test func endsWhenNothingIsTakenAnyMore() {
        let taken = Mutex(0)
        let results = OrderedResults<Int>(capacity: 3) { _ in
            taken.withLock { count in
                count += 1
                return count < 10
            }
        }
        let next = Atomic(0)
        WorkerThreads.run(4) {
            while results.give(0, at: next.wrappingAdd(1, ordering: .relaxed).oldValue) {}
        }
        #expect(taken.withLock { $0 } == 10)
    }
}
