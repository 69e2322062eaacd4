internal import Encodings

/// Where a key whose characters were lost stops making sense: after a gap, what is read as a tag and a length is the
/// middle of a number.
struct KeyTextLoss {
    /// The start of the last value that had a tag that belongs there, in bytes of the DER that is left.
    let lastGood: Int
    /// The start of the first that has not, or the end of what is left.
    let firstBad: Int

    private static let algorithm: [UInt8] = [0x03, 0x04, 0x05, 0x06, 0x30, 0xA0, 0xA1]
    private static let integer: UInt8 = 0x02

    init?(in der: Span<UInt8>, announced: Int) {
        guard let outer = KeyTextDER.header(der, at: 0) else { return nil }
        var position = outer.headerLength
        var good = 0
        // The three numbers of a public key and more: from there on only numbers follow.
        var integers = 0
        while position < der.count {
            guard let value = KeyTextDER.header(der, at: position),
                value.tag == Self.integer || integers < 2 && Self.algorithm.contains(value.tag),
                position + value.headerLength + value.length <= announced
            else { break }
            good = position
            position += value.headerLength
            switch value.tag {
            case 0x04, 0x30, 0xA0, 0xA1: integers = 0
            case Self.integer:
                integers += 1
                position += value.length
            default: position += value.length
            }
        }
        lastGood = good
        firstBad = min(position, der.count)
    }
}
