package enum ConsumerCode: String, CodeFamily {
    case keySize = "consumer.key-size"
    case keyTextRefused = "consumer.key-text-refused"
    case tokenRefused = "consumer.token-refused"
    case valueTooLarge = "consumer.value-too-large"

    package var meaning: String {
        switch self {
        case .keySize: "The key is shorter than this consumer signs with or verifies with."
        case .keyTextRefused: "This consumer does not accept the text of the private key."
        case .tokenRefused: "This consumer refuses a token that the private key signs."
        case .valueTooLarge: "The value is larger than the place it is stored in takes."
        }
    }
}
