import HostSystem
import Synchronization

/// Refuses chosen system calls, and counts them.
final class Faults: Sendable {
    private let made = Mutex<[SystemCalls.Call]>([])
    private let refusal: @Sendable (_ index: Int, SystemCalls.Call) -> Int32?
    private let fired = Mutex(0)

    /// - Parameter refusal: the number of a call, from 0, and the call; a number refuses it.
    init(_ refusal: @escaping @Sendable (_ index: Int, SystemCalls.Call) -> Int32?) {
        self.refusal = refusal
    }

    var calls: SystemCalls {
        SystemCalls { call in
            let index = self.made.withLock { made in
                made.append(call)
                return made.count - 1
            }
            let number = self.refusal(index, call)
            if number != nil { self.fired.withLock { $0 += 1 } }
            return number
        }
    }

    var madeCalls: [SystemCalls.Call] { made.withLock { $0 } }
    var firedCount: Int { fired.withLock { $0 } }
}
