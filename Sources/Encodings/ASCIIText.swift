extension String {
    /// For text that is known to be ASCII; any other byte becomes its Latin-1 character.
    package init(copyingASCII bytes: Span<UInt8>) {
        self = ""
        reserveCapacity(bytes.count)
        for index in bytes.indices { unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    }
}
