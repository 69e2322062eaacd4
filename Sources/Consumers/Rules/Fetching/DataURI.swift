internal import AuthKeysJOSE
internal import Encodings

/// RFC 2397, as the "data: URL processor" of the WHATWG Fetch standard §6 reads it; the media type is not looked at.
enum DataURI {
    enum Failure: Error, Hashable {
        /// No `data:` in front, or no comma behind it.
        case form
        case base64
    }

    static func decode(_ text: String) -> Result<[UInt8], Failure> {
        let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
        let start = text.utf8.drop(while: isSpace).filter { ![0x09, 0x0A, 0x0D].contains($0) }
        let bytes = start.dropLast(start.reversed().prefix(while: isSpace).count)
        let scheme = String(decoding: bytes.prefix(5), as: UTF8.self).lowercased()
        guard scheme.utf8.elementsEqual("data:".utf8), let comma = bytes.firstIndex(of: UInt8(ascii: ",")) else {
            return .failure(.form)
        }
        let body = percentDecoded(bytes[(comma + 1)...].prefix { $0 != UInt8(ascii: "#") })
        guard isBase64(bytes[5..<comma]) else { return .success(body) }
        return ForgivingBase64.atob.decode(body.span).mapError { _ in .base64 }
    }

    /// `;`, spaces, `base64` at the end.
    private static func isBase64(_ mediaType: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: mediaType, as: UTF8.self).lowercased().utf8.reversed()
        let behind = text.drop { $0 == 0x20 }
        guard behind.starts(with: "base64".utf8.reversed()) else { return false }
        return behind.dropFirst(6).first { $0 != 0x20 } == UInt8(ascii: ";")
    }

    private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let byte = UInt8(String(decoding: text[index + 1...index + 2], as: UTF8.self), radix: 16),
                text[index + 1] != UInt8(ascii: "+"), text[index + 1] != UInt8(ascii: "-")
            {
                output.append(byte)
                index += 3
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }
}
