package enum InternalCode: String, CodeFamily {
    case proofFailed = "internal.proof-failed"

    package var meaning: String {
        switch self {
        case .proofFailed: "What was about to be handed out did not pass its own check; nothing was handed out."
        }
    }
}
