/// A value in DER (ITU-T X.690 §10): its tag, and where its contents stand in the bytes that were read.
package struct DERValue: Sendable, Hashable {
    package struct Tag: RawRepresentable, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        package static let boolean = Self(rawValue: 0x01)
        package static let integer = Self(rawValue: 0x02)
        package static let bitString = Self(rawValue: 0x03)
        package static let octetString = Self(rawValue: 0x04)
        package static let null = Self(rawValue: 0x05)
        package static let objectIdentifier = Self(rawValue: 0x06)
        package static let sequence = Self(rawValue: 0x30)
        package static let set = Self(rawValue: 0x31)

        /// A context-specific tag, 0 to 30.
        package static func context(_ number: UInt8, isConstructed: Bool) -> Self {
            Self(rawValue: 0x80 | (isConstructed ? 0x20 : 0) | number & 0x1F)
        }
    }

    package let tag: Tag
    /// Where the tag stands, in bytes.
    package let offset: Int
    /// Where the contents stand, in bytes.
    package let contents: Range<Int>
}
