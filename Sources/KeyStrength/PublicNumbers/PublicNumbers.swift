internal import CryptoOpenSSL
internal import Encodings

/// The public numbers of a key, as the checks want them.
struct PublicNumbers {
    /// The modulus, big-endian without leading zeros.
    let modulus: [UInt8]
    let n: BigNumber
    let e: BigNumber
    /// The length of the modulus.
    let bitCount: Int

    init(n: [UInt8], e: [UInt8]) throws(AuthKeysError) {
        let minimal = Array(n.drop { $0 == 0 })
        modulus = minimal
        self.n = try BigNumber(bigEndian: minimal.span)
        self.e = try BigNumber(bigEndian: e.span)
        bitCount = self.n.bitCount
    }
}
