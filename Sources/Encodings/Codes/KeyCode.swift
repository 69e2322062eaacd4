package enum KeyCode: String, CodeFamily {
    case exponent = "key.exponent"
    case leadingZero = "key.leading-zero"
    case malformed = "key.malformed"
    case modulus = "key.modulus"
    case multiPrime = "key.multi-prime"
    case nonCanonical = "key.non-canonical"
    case notRSA = "key.not-rsa"
    case size = "key.size"

    package var meaning: String {
        switch self {
        case .exponent: "The public exponent is not one that RSA keys have: odd, at least 3 and below the modulus."
        case .leadingZero: "A number begins with zero octets, which RFC 7518 §2 does not allow."
        case .malformed: "The bytes are not a key of the kind that is expected."
        case .modulus: "The modulus is even, so it is no product of two primes."
        case .multiPrime: "The modulus is a product of more than two primes, which hardly any JWT library reads."
        case .nonCanonical: "The bytes hold a key but are not its one DER encoding."
        case .notRSA: "The key is of another kind than RSA."
        case .size: "The key is too short to be safe, or longer than anybody reads."
        }
    }
}
