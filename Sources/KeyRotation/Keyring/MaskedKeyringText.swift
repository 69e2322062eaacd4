/// A copy of a keyring's text, as long as the text, without its private keys: it can go through the JSON reader, which makes
/// strings that nobody wipes. They are read out of the text itself, at the places that the copy gives.
enum MaskedKeyringText {
    private static let mark = Array("\"-----BEGIN ".utf8)

    static func bytes(_ text: Span<UInt8>) -> [UInt8] {
        var bytes = text.indices.map { text[$0] }
        var index = 0
        while index + mark.count <= bytes.count {
            guard bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) else {
                index += 1
                continue
            }
            index += 1
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                // A backslash stays: no key that is written here has one, and it would hide where the string ends.
                if bytes[index] != UInt8(ascii: "\\") { bytes[index] = UInt8(ascii: "x") }
                index += 1
            }
        }
        return bytes
    }
}
