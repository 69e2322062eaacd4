package enum CryptoCode: String, CodeFamily {
    case cancelled = "crypto.cancelled"
    case failed = "crypto.failed"

    package var meaning: String {
        switch self {
        case .cancelled: "The work was cancelled before it was done."
        case .failed: "libcrypto refused an operation that should have worked."
        }
    }
}
