/// What can be wrong between values that are each sound.
package enum PairCode: String, CodeFamily {
    case mismatch = "pair.mismatch"
    case notFirst = "pair.not-first"

    package var meaning: String {
        switch self {
        case .mismatch: "The key set does not publish the private key, so nothing that it signs verifies."
        case .notFirst: "The private key is published, and another key stands before it in the set."
        }
    }
}
