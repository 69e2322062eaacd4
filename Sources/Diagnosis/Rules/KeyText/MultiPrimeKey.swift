internal import Encodings

struct MultiPrimeKey: KeyTextRule {
    let code = KeyTextCode.multiPrime.code
    let title = "The key has more than two primes"
    let explanation = """
        WebCrypto refuses such a key, and so do most JWT libraries.
        """
}
