// throughput TOKENS ROUNDS
//
// Verifies and signs the same tokens on one thread with raw libcrypto and with this library, in interleaved rounds, and
// prints what a token takes: 'verify/authkeys ns_per_token N'. A further contender is a further element of the arrays.
import RawLibcrypto

orFail {
    let numbers = CommandLine.arguments.dropFirst().compactMap(Int.init)
    guard numbers.count == 2, let tokenCount = numbers.first, let rounds = numbers.last, tokenCount >= 16, rounds > 0
    else { throw Failure(description: "usage: throughput TOKENS ROUNDS") }
    raw_initialize()
    let set = try TokenSet(count: tokenCount)
    let limit = try RawContenders(set)
    let library = AuthKeysContenders(set)
    try library.requireRefusals()
    try Contender.race([limit.verify, library.verify], tokenCount: tokenCount, rounds: rounds)
    try Contender.race([limit.sign, library.sign], tokenCount: tokenCount, rounds: rounds)
}
