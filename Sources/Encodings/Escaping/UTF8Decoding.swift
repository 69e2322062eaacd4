/// UTF-8 as in table 3-7 of the Unicode Standard: no overlong form, no surrogate, nothing above U+10FFFF.
package enum UTF8Decoding {
    /// The scalar at `offset` and its width in bytes. No scalar: the bytes are ill-formed, and the width is that of
    /// the maximal subpart, which decoders replace by one U+FFFD.
    package static func decode(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: Unicode.Scalar?, width: Int) {
        let lead = bytes[offset]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        guard let form = Form(lead: lead) else { return (nil, 1) }
        var value = UInt32(lead) & form.mask
        for index in 1..<form.width {
            let allowed = index == 1 ? form.second : 0x80...0xBF
            guard offset + index < bytes.count, allowed.contains(bytes[offset + index]) else { return (nil, index) }
            value = value << 6 | UInt32(bytes[offset + index] & 0x3F)
        }
        return (Unicode.Scalar(value), form.width)
    }

    /// The offset of the first byte that is no part of well-formed UTF-8.
    package static func firstIllFormedOffset(in bytes: Span<UInt8>) -> Int? {
        var offset = 0
        while offset < bytes.count {
            let (scalar, width) = decode(bytes, at: offset)
            if scalar == nil { return offset }
            offset += width
        }
        return nil
    }

    /// What follows from the first byte of a sequence of two to four.
    private struct Form {
        let width: Int
        let mask: UInt32
        /// The second byte rules out overlong forms, surrogates and values above U+10FFFF.
        let second: ClosedRange<UInt8>

        init?(lead: UInt8) {
            switch lead {
            case 0xC2...0xDF: self.init(width: 2, mask: 0x1F, second: 0x80...0xBF)
            case 0xE0: self.init(width: 3, mask: 0x0F, second: 0xA0...0xBF)
            case 0xED: self.init(width: 3, mask: 0x0F, second: 0x80...0x9F)
            case 0xE1...0xEF: self.init(width: 3, mask: 0x0F, second: 0x80...0xBF)
            case 0xF0: self.init(width: 4, mask: 0x07, second: 0x90...0xBF)
            case 0xF1...0xF3: self.init(width: 4, mask: 0x07, second: 0x80...0xBF)
            case 0xF4: self.init(width: 4, mask: 0x07, second: 0x80...0x8F)
            default: return nil
            }
        }

        private init(width: Int, mask: UInt32, second: ClosedRange<UInt8>) {
            self.width = width
            self.mask = mask
            self.second = second
        }
    }
}
