import Encodings
import Foundation
import KeyFormats

/// Finds the numbers of the first RSA key in DER, wherever it stands: bare, in a certificate, in PKCS#8. Not a parser of
/// any of these: only for test data, much of which no parser accepts.
enum KeyNumbersInDER {
    static func publicNumbers(_ der: [UInt8]) -> (n: [UInt8], e: [UInt8])? {
        firstIntegers(der).flatMap { integers in
            integers.count == 2 ? (integers[0], integers[1]) : integers.count >= 9 ? (integers[1], integers[2]) : nil
        }
    }

    static func privateNumbers(_ der: [UInt8]) -> RSAPrivateNumbers? {
        guard let integers = firstIntegers(der), integers.count >= 9 else { return nil }
        let secrets = integers[3..<9].map { SecretBytes(copying: $0.span) }
        return RSAPrivateNumbers(
            n: integers[1], e: integers[2], d: secrets[0], p: secrets[1], q: secrets[2], dp: secrets[3],
            dq: secrets[4], qi: secrets[5])
    }

    /// What stands between the first BEGIN and END lines, or the bytes when there are none.
    static func contents(_ bytes: [UInt8]) -> [UInt8] {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let begin = lines.firstIndex(where: { $0.hasPrefix("-----BEGIN") }) else { return bytes }
        let body = lines[(begin + 1)...].prefix { !$0.hasPrefix("-----END") }.joined()
        return Data(base64Encoded: body).map { [UInt8]($0) } ?? []
    }

    /// The contents of the first SEQUENCE that holds nothing but two INTEGERs, or nine.
    private static func firstIntegers(_ der: [UInt8], in range: Range<Int>? = nil) -> [[UInt8]]? {
        var reader = DERReader(range ?? der.indices)
        var values: [DERValue] = []
        while !reader.isAtEnd {
            guard let value = try? reader.next(der.span) else { return nil }
            values.append(value)
        }
        let integers = values.filter { $0.tag == .integer }
        if integers.count == values.count, [2, 9].contains(values.count) {
            return integers.map { value in Array(der[value.contents].drop { $0 == 0 }) }
        }
        for value in values where value.tag.rawValue & 0x20 != 0 || [.bitString, .octetString].contains(value.tag) {
            let inner = value.tag == .bitString ? value.contents.dropFirst() : value.contents
            if let found = firstIntegers(der, in: inner) { return found }
        }
        return nil
    }
}
