internal import CAuthKeysOpenSSL
package import Encodings

extension BigNumber {
    /// `BN_check_prime`: trial divisions, then Miller–Rabin with random bases. A prime passes; a composite number, chosen
    /// by whomever, passes each round with a probability of at most 1/4.
    ///
    /// - Parameter rounds: how many rounds are enough, at least 1; libcrypto itself does 64, and 128 above 2048 bits,
    ///   which takes minutes for the largest moduli.
    package func isProbablyPrime(rounds: Int) throws(AuthKeysError) -> Bool {
        let scratch = try Scratch()
        let callback = unsafe try Libcrypto.make("test whether a number is prime") { unsafe BN_GENCB_new() }
        defer { unsafe BN_GENCB_free(callback) }
        var roundsLeft = rounds
        return try unsafe withUnsafeMutablePointer(to: &roundsLeft) { roundsLeft throws(AuthKeysError) in
            unsafe BN_GENCB_set(
                callback,
                { event, round, callback in
                    // Event 1 is a round that was passed; round -1 is the end of the trial divisions.
                    guard event == 1, round >= 0, let counter = unsafe BN_GENCB_get_arg(callback) else { return 1 }
                    let roundsLeft = unsafe counter.assumingMemoryBound(to: Int.self)
                    unsafe roundsLeft.pointee -= 1
                    return unsafe roundsLeft.pointee > 0 ? 1 : 0
                }, roundsLeft)
            ErrorQueue.clear()
            switch unsafe BN_check_prime(storage.pointer, scratch.pointer, callback) {
            case 0: return false
            case 1: return true
            default:
                // The callback ended it: every round so far was passed.
                guard unsafe roundsLeft.pointee <= 0 else {
                    throw ErrorQueue.failure("test whether a number is prime")
                }
                ErrorQueue.clear()
                return true
            }
        }
    }
}
