internal import CryptoOpenSSL
internal import Encodings

/// The table of published moduli.
package enum PublishedKeys {
    package struct Publication: Sendable, Hashable {
        package let name: String
        /// Whether the private key stands there too, or the public one alone.
        package let hasPrivateKey: Bool

        init(_ name: String, hasPrivateKey: Bool) {
            self.name = name
            self.hasPrivateKey = hasPrivateKey
        }
    }

    /// The digits of a record: 15 octets of the hash, and one that says where.
    private static let (hashDigits, recordDigits) = (30, 32)

    /// - Parameter modulus: big-endian without leading zeros.
    static func publication(ofModulus modulus: [UInt8]) throws(AuthKeysError) -> Publication? {
        publication(ofHash: try SHA2.sha256.digest(modulus.span))
    }

    /// - Parameter hash: SHA-256 of the modulus, or its first 15 octets.
    package static func publication(ofHash hash: [UInt8]) -> Publication? {
        let digits = hash.prefix(hashDigits / 2).flatMap { [hexadecimal[Int($0 >> 4)], hexadecimal[Int($0 & 15)]] }
        guard digits.count == hashDigits else { return nil }
        let text = records.utf8.span
        var candidates = 0..<recordCount
        while !candidates.isEmpty {
            // The digits of lower case stand in the order of their values.
            let middle = (candidates.lowerBound + candidates.upperBound) / 2
            let start = middle * recordDigits
            let record = text.extracting(start..<start + hashDigits)
            guard let place = digits.indices.first(where: { digits[$0] != record[$0] }) else {
                let last = text.extracting(start + hashDigits..<start + recordDigits)
                return publications[value(last[0]) << 4 | value(last[1])]
            }
            candidates =
                digits[place] < record[place] ? candidates.lowerBound..<middle : middle + 1..<candidates.upperBound
        }
        return nil
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    private static func value(_ digit: UInt8) -> Int {
        hexadecimal.firstIndex(of: digit) ?? 0
    }
}
