package import Encodings

/// Which algorithm a key, or its encryption, is of (RFC 5280 §4.1.1.2).
///
/// ```
/// AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY DEFINED BY algorithm OPTIONAL }
/// ```
package struct AlgorithmIdentifier: Sendable, Hashable {
    package let algorithm: ObjectIdentifier
    package let parameters: DERValue?
    /// Where the whole value stands, tag and length too.
    package let range: Range<Int>

    package init(_ reader: inout DERReader, _ bytes: Span<UInt8>) throws(AuthKeysError) {
        try self.init(reader.next(.sequence, bytes), bytes)
    }

    package init(_ sequence: DERValue, _ bytes: Span<UInt8>) throws(AuthKeysError) {
        var members = DERReader(sequence.contents)
        algorithm = try ObjectIdentifier(members.next(.objectIdentifier, bytes).contents, in: bytes)
        parameters = members.isAtEnd ? nil : try members.next(bytes)
        try members.requireEnd()
        range = sequence.offset..<sequence.contents.upperBound
    }

    /// RFC 8017 A.1: rsaEncryption, with NULL behind it.
    /// - Parameter what: "a private key" or "a public key".
    /// - Returns: the deviation, if that NULL is missing.
    /// - Throws: `key.not-rsa`, `key.rsa-pss`, `der.unexpected-type`, `der.encoding`.
    package func requireRSA(_ what: String, _ bytes: Span<UInt8>) throws(AuthKeysError) -> PKCS8Code? {
        guard algorithm == .rsaEncryption else { throw ForeignKey.algorithm(description(bytes), self, what) }
        guard let parameters else { return .missingParameters }
        guard parameters.tag == .null else {
            throw AuthKeysError(
                DERCode.unexpectedType, "a parameter of rsaEncryption other than NULL",
                at: SourceLocation(byteOffset: parameters.offset))
        }
        guard parameters.contents.isEmpty else {
            throw AuthKeysError(
                DERCode.encoding, "a NULL with contents", at: SourceLocation(byteOffset: parameters.offset))
        }
        return nil
    }

    /// The algorithm's name, with the curve of an elliptic-curve key.
    private func description(_ bytes: Span<UInt8>) -> String {
        guard let parameters, parameters.tag == .objectIdentifier,
            let curve = try? ObjectIdentifier(parameters.contents, in: bytes)
        else { return algorithm.description }
        return "\(algorithm) on \(curve)"
    }
}
