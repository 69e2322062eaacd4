package enum RotationCode: String, CodeFamily {
    case clock = "rotation.clock"
    case impossible = "rotation.impossible"
    case inconsistent = "rotation.inconsistent"
    case keyIDUsed = "rotation.kid-used"
    case malformed = "rotation.malformed"
    case newerVersion = "rotation.newer-version"
    case noOverlap = "rotation.no-overlap"
    case policy = "rotation.policy"
    case tooEarly = "rotation.too-early"
    case unconfirmed = "rotation.unconfirmed"
    case unknownKey = "rotation.unknown-key"

    package var meaning: String {
        switch self {
        case .clock: "The clock of this machine disagrees with the history of the keyring or with the server."
        case .impossible: "The keyring is not in the state in which this can be done."
        case .inconsistent: "The keyring contradicts itself, as if it had been edited by hand."
        case .keyIDUsed: "The kid has belonged to another key, and a kid is never used again."
        case .malformed: "The file is no keyring, or it is cut off."
        case .newerVersion: "The keyring was written by a newer version of this program."
        case .noOverlap: "This consumer refuses two keys side by side, so no keyring can rotate them."
        case .policy: "The terms of the policy leave no time for a rotation, or are no lengths of time."
        case .tooEarly: "The step would be too early: tokens that are valid would be refused."
        case .unconfirmed: "A confirmation that the keyring waits for is overdue."
        case .unknownKey: "The keyring has no key of that name in a state in which this can be done."
        }
    }
}
