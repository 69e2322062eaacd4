internal import CryptoOpenSSL
internal import Encodings

/// Base64 as web platforms read it: the "forgiving-base64 decode" of the WHATWG Infra standard §7, and what libraries
/// make of it.
struct ForgivingBase64: Sendable {
    /// Which characters stand for 62 and 63 besides `+` and `/`.
    enum Alphabet: Sendable { case standard, either, urlOnly }

    enum Failure: Error, Hashable {
        /// Not of the alphabet, or padding where none belongs.
        case invalidByte(UInt8, offset: Int)
        /// One character is left over, which is no octet.
        case remainder
    }

    let alphabet: Alphabet

    /// `atob`.
    static let atob = Self(alphabet: .standard)

    func decode(_ text: Span<UInt8>) -> Result<[UInt8], Failure> {
        secret(text).map { $0.exposeSecret() }
    }

    /// Bits that are left over are dropped.
    func secret(_ text: Span<UInt8>) -> Result<SecretBytes, Failure> {
        var output = SecretBuilder(reservingCapacity: text.count)
        if let stray = strayLast(text) { return .failure(stray) }
        let end = endOfData(text)
        var bits: UInt32 = 0
        var count = 0
        for index in 0..<end where !Self.isSpace(text[index]) {
            guard let value = value(text[index]) else { return .failure(.invalidByte(text[index], offset: index)) }
            bits = bits << 6 | UInt32(value)
            count += 1
            guard count % 4 == 0 else { continue }
            for shift: UInt32 in [16, 8, 0] { output.append(UInt8(truncatingIfNeeded: bits >> shift)) }
            bits = 0
        }
        switch count % 4 {
        case 1: return .failure(.remainder)
        case 2: output.append(UInt8(truncatingIfNeeded: bits >> 4))
        case 3:
            output.append(UInt8(truncatingIfNeeded: bits >> 10))
            output.append(UInt8(truncatingIfNeeded: bits >> 2))
        default: break
        }
        return .success(output.finish())
    }

    /// Behind a whole encoding something that is not of it, such as a quote: readers name that and not the padding.
    private func strayLast(_ text: Span<UInt8>) -> Failure? {
        guard let last = text.indices.last, text.indices.count(where: { !Self.isSpace(text[$0]) }) % 4 == 1,
            text[last] != UInt8(ascii: "="), !Self.isSpace(text[last]), value(text[last]) == nil
        else { return nil }
        return .invalidByte(text[last], offset: last)
    }

    /// One or two `=` at the end count as padding where they fill up a group of four.
    private func endOfData(_ text: Span<UInt8>) -> Int {
        let count = text.indices.count { !Self.isSpace(text[$0]) }
        guard count % 4 == 0 else { return text.count }
        var end = text.count
        var removed = 0
        while end > 0, removed < 2 {
            let byte = text[end - 1]
            guard byte == UInt8(ascii: "=") || Self.isSpace(byte) else { break }
            if byte == UInt8(ascii: "=") { removed += 1 }
            end -= 1
        }
        return end
    }

    private func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte + 4
        case UInt8(ascii: "+") where alphabet != .urlOnly: 62
        case UInt8(ascii: "/") where alphabet != .urlOnly: 63
        case UInt8(ascii: "-") where alphabet != .standard: 62
        case UInt8(ascii: "_") where alphabet != .standard: 63
        default: nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }
}
