internal import CryptoOpenSSL
internal import Encodings

/// Keys of standards and test suites, which end up in real systems because they stand in examples.
struct PublishedKeyCheck: PublicNumberCheck {
    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        guard let publication = try PublishedKeys.publication(ofModulus: numbers.modulus) else { return nil }
        guard publication.hasPrivateKey else {
            return KeyWeakness(
                WeaknessCode.sample, .note, "the public key is a sample from \(publication.name)",
                why: "whoever made the sample holds its private key, and may sign whatever this key verifies",
                remedy: "publish the public half of your own key: authkeys generate makes a pair")
        }
        return KeyWeakness(
            WeaknessCode.published, .error, "the private key is published in \(publication.name)",
            why: "anybody can sign with it", remedy: Remedy.replace)
    }
}
