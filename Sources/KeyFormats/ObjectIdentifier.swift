internal import Encodings

/// The name of an algorithm (ITU-T X.660), as `1.2.840.113549.1.1.1`.
package struct ObjectIdentifier: Sendable, Hashable {
    package let dotted: String

    init(_ dotted: String) {
        self.dotted = dotted
    }

    /// Reads the contents of the DER value (X.690 §8.19).
    /// - Throws: `der.encoding`.
    init(_ contents: Range<Int>, in bytes: Span<UInt8>) throws(AuthKeysError) {
        var arcs: [UInt64] = []
        var arc: UInt64 = 0
        var isFirstByte = true
        for index in contents {
            let byte = bytes[index]
            guard !(isFirstByte && byte == 0x80), arc >> 57 == 0 else { throw Self.failure(contents) }
            arc = arc << 7 | UInt64(byte & 0x7F)
            isFirstByte = byte & 0x80 == 0
            guard isFirstByte else { continue }
            if arcs.isEmpty { arcs = [min(arc / 40, 2), arc - 40 * min(arc / 40, 2)] } else { arcs.append(arc) }
            arc = 0
            guard arcs.count <= 32 else { throw Self.failure(contents) }
        }
        guard isFirstByte, !arcs.isEmpty else { throw Self.failure(contents) }
        dotted = arcs.map(String.init).joined(separator: ".")
    }

    private static func failure(_ contents: Range<Int>) -> AuthKeysError {
        AuthKeysError(
            DERCode.encoding, "an object identifier that is not one",
            at: SourceLocation(byteOffset: contents.lowerBound))
    }
}

extension ObjectIdentifier: CustomStringConvertible {
    /// The name that its standard gives it, else the numbers.
    package var description: String { Self.names[dotted] ?? dotted }
}
