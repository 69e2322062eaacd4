/// Searching and comparing eight bytes at a time: a token is read in a fraction of the time that its RSA operation takes,
/// and byte by byte that fraction would be twice as large.
extension Span<UInt8> {
    /// The first place of that byte from `start` on.
    package func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        precondition(start >= 0)
        return unsafe withUnsafeBytes { bytes in
            var index = start
            while index < bytes.count &- 7 {
                let eight = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let matches = eight.bytesEqual(to: byte)
                if matches != 0 { return index &+ matches.trailingZeroBitCount / 8 }
                index &+= 8
            }
            while index < bytes.count {
                if unsafe bytes[index] == byte { return index }
                index &+= 1
            }
            return nil
        }
    }

    /// How often that byte stands there.
    package func count(of byte: UInt8) -> Int {
        unsafe withUnsafeBytes { bytes in
            var count = 0
            var index = 0
            while index < bytes.count &- 7 {
                let eight = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let difference = eight ^ (0x0101_0101_0101_0101 &* UInt64(byte))
                // Bit 7 of a byte that is not zero, and of no other.
                let others = (difference & 0x7F7F_7F7F_7F7F_7F7F &+ 0x7F7F_7F7F_7F7F_7F7F) | difference
                count &+= 8 &- (others & 0x8080_8080_8080_8080).nonzeroBitCount
                index &+= 8
            }
            while index < bytes.count {
                if unsafe bytes[index] == byte { count &+= 1 }
                index &+= 1
            }
            return count
        }
    }

    package func hasSameBytes(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        return unsafe withUnsafeBytes { bytes in
            unsafe other.withUnsafeBytes { other in
                var index = 0
                while index < bytes.count &- 7 {
                    let eight = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    guard unsafe eight == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
                        return false
                    }
                    index &+= 8
                }
                while index < bytes.count {
                    guard unsafe bytes[index] == other[index] else { return false }
                    index &+= 1
                }
                return true
            }
        }
    }

    /// The first byte is the lowest.
    /// - Precondition: eight bytes are there.
    func eightBytes(at index: Int) -> UInt64 {
        precondition(index >= 0 && index + 8 <= count)
        return UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
    }
}

extension String {
    /// Swift's `==` takes texts for equal that Unicode calls equivalent; this compares bytes.
    package func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.span.hasSameBytes(as: other.utf8.span)
    }
}

extension UInt64 {
    /// Bit 7 of the lowest byte that equals `byte`, and perhaps of some above it.
    func bytesEqual(to byte: UInt8) -> UInt64 {
        let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }

    /// Bit 7 of the lowest byte that does not stand for itself in a JSON string (not ASCII, a control, a quotation mark, a
    /// backslash), and perhaps of some above it.
    var specialInJSONString: UInt64 {
        let controls = (self &- 0x2020_2020_2020_2020) & ~self
        return (controls | self) & 0x8080_8080_8080_8080
            | bytesEqual(to: UInt8(ascii: "\"")) | bytesEqual(to: UInt8(ascii: "\\"))
    }
}
