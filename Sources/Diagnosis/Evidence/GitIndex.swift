internal import Encodings

/// The index of a git repository (`.git/index`, gitformat-index(5), versions 2 to 4), as far as the names in it.
///
/// git itself is not asked: it would run what the repository's configuration names.
package struct GitIndex: Sendable {
    /// From the top of the repository, in bytes.
    package let names: Set<[UInt8]>

    /// - Returns: `nil` for what is no index of these versions, or is cut.
    package init?(reading bytes: [UInt8]) {
        guard let names = Self.names(bytes, objectIDLength: 20) ?? Self.names(bytes, objectIDLength: 32) else {
            return nil
        }
        self.names = names
    }

    private static func names(_ bytes: [UInt8], objectIDLength: Int) -> Set<[UInt8]>? {
        guard bytes.count > 12 + objectIDLength, bytes.starts(with: "DIRC".utf8) else { return nil }
        let version = number(bytes, at: 4)
        guard (2...4).contains(version) else { return nil }
        var names: Set<[UInt8]> = []
        var previous: [UInt8] = []
        var position = 12
        for _ in 0..<number(bytes, at: 8) {
            let start = position
            // Ten numbers of four bytes, the object's name, two bytes of flags and, by one of them, two more.
            let flags = start + 40 + objectIDLength
            guard flags + 4 <= bytes.count else { return nil }
            let isExtended = version >= 3 && bytes[flags] & 0x40 != 0
            position = flags + (isExtended ? 4 : 2)
            var name: [UInt8] = []
            if version == 4 {
                guard let removed = offset(bytes, &position), removed <= previous.count else { return nil }
                name = Array(previous.dropLast(removed))
            }
            guard let end = bytes[position...].firstIndex(of: 0) else { return nil }
            name += bytes[position..<end]
            // The flags hold the length of the name, up to 4095: with the other length of object names it is not that.
            let length = Int(bytes[flags] & 0x0F) << 8 | Int(bytes[flags + 1])
            guard !name.isEmpty, name.count == length || length == 0xFFF && name.count > length else { return nil }
            // Entries before version 4 are filled up with NULs to a multiple of eight, with one at least.
            position = version == 4 ? end + 1 : start + (end - start + 8) / 8 * 8
            names.insert(name)
            previous = name
        }
        return isEnd(position, bytes, objectIDLength) ? names : nil
    }

    /// Whether extensions begin there, which have a name of four letters, or the sum of the file. Read with the wrong
    /// length of object names, an index ends anywhere.
    private static func isEnd(_ position: Int, _ bytes: [UInt8], _ objectIDLength: Int) -> Bool {
        guard position + objectIDLength <= bytes.count else { return false }
        if position + objectIDLength == bytes.count { return true }
        return bytes[position..<position + 4].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
            default: false
            }
        }
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The variable-length number of version 4, as in packs.
    private static func offset(_ bytes: [UInt8], _ position: inout Int) -> Int? {
        guard position < bytes.count else { return nil }
        var value = Int(bytes[position] & 0x7F)
        while bytes[position] & 0x80 != 0 {
            position += 1
            guard position < bytes.count, value < 1 << 24 else { return nil }
            value = (value + 1) << 7 | Int(bytes[position] & 0x7F)
        }
        position += 1
        return value
    }
}
