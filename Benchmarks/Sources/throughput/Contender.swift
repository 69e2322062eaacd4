/// One way to do the same work. It is run on all tokens and says how many succeeded, which has to be all of them.
struct Contender {
    /// What its lines of the output begin with, such as `verify/authkeys`.
    let label: String
    let run: () -> Int
}

extension Contender {
    /// Runs all contenders once in each round, beginning with another each time, and prints for each run
    /// `LABEL ns_per_token N`. One round goes before that is not printed.
    static func race(_ contenders: [Contender], tokenCount: Int, rounds: Int) throws {
        let clock = SuspendingClock()
        for round in 0...rounds {
            for place in contenders.indices {
                let contender = contenders[(place + round) % contenders.count]
                let start = clock.now
                let succeeded = contender.run()
                let duration = clock.now - start
                guard succeeded == tokenCount else {
                    throw Failure(description: "\(contender.label): \(succeeded) of \(tokenCount) tokens succeeded")
                }
                guard round > 0 else { continue }
                let nanoseconds =
                    duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
                print("\(contender.label) ns_per_token \(Double(nanoseconds) / Double(tokenCount))")
            }
        }
    }
}
