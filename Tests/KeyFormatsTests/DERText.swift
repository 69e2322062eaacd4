/// Composes DER for tests, good and bad.
enum DERText {
    static func value(_ tag: UInt8, _ contents: [UInt8]) -> [UInt8] {
        var length: [UInt8] = []
        var rest = contents.count
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        if contents.count < 0x80 { return [tag, UInt8(contents.count)] + contents }
        return [tag, 0x80 | UInt8(length.count)] + length + contents
    }

    static func sequence(_ members: [UInt8]...) -> [UInt8] { value(0x30, members.flatMap { $0 }) }

    static func octets(_ contents: [UInt8]) -> [UInt8] { value(0x04, contents) }

    /// Not negative.
    static func integer(_ number: UInt64) -> [UInt8] {
        var bytes = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> UInt64($0)) }
        while bytes.count > 1, bytes[0] == 0, bytes[1] < 0x80 { bytes.removeFirst() }
        return value(0x02, bytes[0] >= 0x80 ? [0] + bytes : bytes)
    }

    static func identifier(_ arcs: [UInt64]) -> [UInt8] {
        var contents: [UInt8] = []
        for arc in [arcs[0] * 40 + arcs[1]] + arcs.dropFirst(2) {
            var digits = [UInt8(arc & 0x7F)]
            var rest = arc >> 7
            while rest > 0 {
                digits.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
                rest >>= 7
            }
            contents += digits
        }
        return value(0x06, contents)
    }

    static let null: [UInt8] = [0x05, 0x00]
    static let rsaEncryption = sequence(identifier([1, 2, 840, 113549, 1, 1, 1]), null)
}
