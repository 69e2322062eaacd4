/// What can be wrong with the private numbers of an RSA key, or between them and the public ones.
package enum DisagreementCode: String, CodeFamily {
    case crtCoefficient = "disagree.qi"
    case crtExponentP = "disagree.dp"
    case crtExponentQ = "disagree.dq"
    case equalPrimes = "disagree.equal-primes"
    case exponent = "disagree.exponent"
    case longPrivateExponent = "disagree.long-private-exponent"
    case prime = "disagree.prime"
    case primeDistance = "disagree.prime-distance"
    case primeSize = "disagree.prime-size"
    case privateExponent = "disagree.private-exponent"
    case product = "disagree.product"
    case shortPrivateExponent = "disagree.short-private-exponent"
    case tooLong = "disagree.too-long"

    package var meaning: String {
        switch self {
        case .crtCoefficient: "qi is not the inverse of q modulo p: one faulty signature gives the private key away."
        case .crtExponentP: "dp is not d mod (p - 1): one faulty signature gives the private key away."
        case .crtExponentQ: "dq is not d mod (q - 1): one faulty signature gives the private key away."
        case .equalPrimes: "The two primes of the key are the same number."
        case .exponent: "e has a factor in common with p - 1 or q - 1, so that no private exponent exists."
        case .longPrivateExponent: "d is not below n, which some libraries refuse."
        case .prime: "A number that should be a prime of the key is not a prime."
        case .primeDistance: "The two primes are closer together than FIPS 186-5 A.1.3 allows."
        case .primeSize: "The two primes are not both of the size that FIPS 186-5 A.1.3 asks for."
        case .privateExponent: "d does not undo e, so that nothing it signs verifies."
        case .product: "The modulus is not the product of the two primes: a number of the key was damaged."
        case .shortPrivateExponent: "d is shorter than FIPS 186-5 A.1.1 allows, and may follow from the public key."
        case .tooLong: "A number of the private key is longer than any number of a key that is read."
        }
    }
}
