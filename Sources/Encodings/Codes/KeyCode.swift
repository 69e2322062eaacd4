package enum KeyCode: String, CodeFamily {
    case certificate = "key.certificate"
    case exponent = "key.exponent"
    case jwk = "key.jwk"
    case leadingZero = "key.leading-zero"
    case malformed = "key.malformed"
    case modulus = "key.modulus"
    case multiPrime = "key.multi-prime"
    case nonCanonical = "key.non-canonical"
    case notRSA = "key.not-rsa"
    case openSSH = "key.openssh"
    case pkcs12 = "key.pkcs12"
    case publicHalf = "key.public-half"
    case publicOnly = "key.public-only"
    case rsaPSS = "key.rsa-pss"
    case size = "key.size"
    case unrecognised = "key.unrecognised"

    package var meaning: String {
        switch self {
        case .certificate: "The text is an X.509 certificate, which holds a public key among other things."
        case .exponent: "The public exponent is not one that RSA keys have: odd, at least 3 and below the modulus."
        case .jwk: "The text is JSON, a JWK or a JWK set, where PEM or DER is expected."
        case .leadingZero: "A number begins with zero octets, which RFC 7518 §2 does not allow."
        case .malformed: "The bytes are not a key of the kind that is expected."
        case .modulus: "The modulus is even, so it is no product of two primes."
        case .multiPrime: "The key has more than two primes (RFC 8017 version 1); JWT libraries do not read such keys."
        case .nonCanonical: "The bytes hold a key but are not its one DER encoding."
        case .notRSA: "The key is of another kind than RSA."
        case .openSSH: "The key is in a format of OpenSSH or of the SSH protocol."
        case .pkcs12: "The bytes are a PKCS#12 store, which may hold keys and certificates."
        case .publicHalf: "The public key inside a private key file belongs to another private key."
        case .publicOnly: "A private form is asked of a public key."
        case .rsaPSS: "The key is RSA but bound to RSASSA-PSS, and RS256 signs by RSASSA-PKCS1-v1_5."
        case .size: "The key is too short to be safe, or longer than anybody reads."
        case .unrecognised: "The bytes are neither PEM nor a key in DER."
        }
    }
}
