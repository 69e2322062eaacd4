internal import Encodings

/// What the DER of a key is, by its structure: the outer SEQUENCE spans all of it, and inside is what the standard of
/// that kind has.
struct KeyTextStructure {
    var content: KeyText.Content
    /// RSAPrivateKey (RFC 8017 A.1.2) inside the DER, for an RSA private key.
    var rsaPrivateKey: Range<Int>?
    /// An AlgorithmIdentifier of rsaEncryption without the NULL that RFC 8017 A.1 requires.
    var lacksParameters = false
    /// The attributes of PrivateKeyInfo (RFC 5208 §5).
    var attributes: Range<Int>?

    private static let attributesTag = DERValue.Tag.context(0, isConstructed: true)
    private static let publicKeyTag = DERValue.Tag.context(1, isConstructed: false)

    private init(_ content: KeyText.Content) {
        self.content = content
    }

    /// - Throws: a `der.…` or `key.…` code, or `keytext.multi-prime`.
    init(_ der: Span<UInt8>) throws(AuthKeysError) {
        var outer = DERReader(0..<der.count)
        let sequence = try outer.next(.sequence, der)
        try outer.requireEnd()
        var reader = DERReader(sequence.contents)
        let first = try reader.next(der)
        let second = try reader.next(der)
        switch (first.tag, second.tag) {
        case (.integer, .sequence): self = try Self.privateKeyInfo(der, first, second, &reader)
        case (.integer, .octetString):
            self.init(.ecPrivate)
            while !reader.isAtEnd { _ = try reader.next(der) }
        case (.integer, .integer) where reader.isAtEnd:
            try KeyTextRSANumbers.checkPublic(der, sequence.contents)
            self.init(.pkcs1Public)
        case (.integer, .integer):
            try KeyTextRSANumbers.checkPrivate(der, sequence.contents)
            self.init(.pkcs1)
            rsaPrivateKey = 0..<der.count
        case (.sequence, .bitString):
            let algorithm = try KeyTextAlgorithm(der, first)
            self.init(algorithm.isRSA ? .spki : .otherSPKI(algorithm: algorithm.name))
            try reader.requireEnd()
        case (.sequence, .octetString):
            self.init(.encryptedPKCS8)
            try reader.requireEnd()
        case (.sequence, .sequence):
            self.init(.certificate)
            _ = try reader.next(.bitString, der)
            try reader.requireEnd()
        default:
            throw AuthKeysError(
                KeyCode.malformed, "DER whose first two values are those of no kind of key",
                at: SourceLocation(byteOffset: first.offset))
        }
    }

    private static func privateKeyInfo(
        _ der: Span<UInt8>, _ version: DERValue, _ identifier: DERValue, _ reader: inout DERReader
    ) throws(AuthKeysError) -> KeyTextStructure {
        let algorithm = try KeyTextAlgorithm(der, identifier)
        let key = try reader.next(.octetString, der)
        let attributes = try reader.nextIfPresent(attributesTag, der)
        // OneAsymmetricKey (RFC 5958 §2) is version 1 and may carry the public key; RSA keys have no use for it.
        let isSecondVersion = version.contents.count == 1 && der[version.contents.lowerBound] == 1
        if isSecondVersion, !algorithm.isRSA { _ = try reader.nextIfPresent(publicKeyTag, der) }
        try reader.requireEnd()
        guard version.contents.count == 1, der[version.contents.lowerBound] == 0 || isSecondVersion && !algorithm.isRSA
        else {
            throw AuthKeysError(
                KeyCode.malformed, "a version of PrivateKeyInfo that RSA keys do not have; 0 belongs there",
                at: SourceLocation(byteOffset: version.offset))
        }
        guard algorithm.isRSA else { return Self(.otherPKCS8(algorithm: algorithm.name)) }
        var inner = DERReader(key.contents)
        let numbers = try inner.next(.sequence, der)
        try inner.requireEnd()
        try KeyTextRSANumbers.checkPrivate(der, numbers.contents)
        var structure = Self(.pkcs8)
        structure.rsaPrivateKey = key.contents
        structure.lacksParameters = algorithm.parameters == nil
        structure.attributes = attributes?.contents
        return structure
    }
}
