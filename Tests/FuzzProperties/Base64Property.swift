import Encodings

/// No two texts decode to the same bytes, and any bytes can be written and read.
enum Base64Property {
    static func check(_ input: [UInt8]) throws {
        let padded = try accepted(input.count) { () throws(AuthKeysError) in try Base64.decode(input.span) }
        if let padded {
            try require(Array(Base64.encode(padded.span).utf8) == input, "base64 has one form")
            let unpadded = Base64URL.encode(padded.span).utf8.elementsEqual(input.compactMap(inURLAlphabet))
            try require(unpadded, "the alphabets differ in two characters and the padding")
        }
        let url = try accepted(input.count) { () throws(AuthKeysError) in try Base64URL.decode(input.span) }
        if let url {
            try require(Array(Base64URL.encode(url.span).utf8) == input, "base64url has one form")
        }
        try require(try Base64.decode(Base64.encode(input.span).utf8.span) == input, "base64 is read as it is written")
        try require(try Base64URL.decode(Base64URL.encode(input.span)) == input, "base64url is read as it is written")
    }

    private static func inURLAlphabet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        case UInt8(ascii: "="): nil
        default: byte
        }
    }
}
