/// What can be wrong with the public numbers of an RSA key.
package enum WeaknessCode: String, CodeFamily {
    case bitBias = "weak.bit-bias"
    case closePrimes = "weak.close-primes"
    case evenModulus = "weak.even-modulus"
    case exponent = "weak.exponent"
    case largeExponent = "weak.large-exponent"
    case primeModulus = "weak.prime-modulus"
    case primeRatio = "weak.prime-ratio"
    case published = "weak.published"
    case repeatedOctets = "weak.repeated-octets"
    case roca = "weak.roca"
    case sample = "weak.sample"
    case sharedPrime = "weak.shared-prime"
    case size = "weak.size"
    case smallExponent = "weak.small-exponent"
    case smallFactor = "weak.small-factor"
    case smallPrivateExponent = "weak.small-private-exponent"
    case square = "weak.square"
    case unusualSize = "weak.unusual-size"

    package var meaning: String {
        switch self {
        case .bitBias: "The modulus has far more or far fewer one bits than a product of random primes has."
        case .closePrimes: "The two primes are so close together that Fermat's method factors the modulus at once."
        case .evenModulus: "The modulus is even: the key was damaged, or it was never a key."
        case .exponent: "The public exponent is not one that RSA keys have: odd, at least 3 and below the modulus."
        case .largeExponent: "The public exponent is above 2^32, which many libraries refuse."
        case .primeModulus: "The modulus is itself a prime, so that anybody can compute the private key."
        case .primeRatio: "The two primes stand in a simple ratio, so that the modulus is factored at once."
        case .published: "The private key has been published, so that anybody can sign with it."
        case .repeatedOctets: "The modulus repeats one octet many times: it was not made from random primes."
        case .roca: "The primes were made by a faulty Infineon library and can be found (ROCA, CVE-2017-15361)."
        case .sample: "The public key is a sample from published test data; somebody else holds its private key."
        case .sharedPrime: "Two keys have a prime in common, so that anybody can compute both private keys."
        case .size: "The modulus is shorter than 2048 bits (RFC 7518 §3.3), or longer than anybody reads."
        case .smallExponent: "The public exponent is below 65537, the least that NIST SP 800-56B allows."
        case .smallFactor: "The modulus has a small factor: the key was damaged, or its maker was faulty."
        case .smallPrivateExponent: "The private exponent is so small that it follows from the public key (Wiener)."
        case .square: "The modulus is the square of one number, so that its root is the prime."
        case .unusualSize: "The modulus is not of a size that key generators commonly make."
        }
    }
}
