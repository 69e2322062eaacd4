extension String {
    /// For text that is known to be ASCII; any other byte becomes its Latin-1 character.
    package init(copyingASCII bytes: Span<UInt8>) {
        self = ""
        reserveCapacity(bytes.count)
        for index in bytes.indices { unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    }
}

extension String {
    /// In lower case as far as ASCII goes; all else stays as it is.
    package var asciiLowercased: String {
        String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
    }
}

extension UInt8 {
    package var asciiLowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
