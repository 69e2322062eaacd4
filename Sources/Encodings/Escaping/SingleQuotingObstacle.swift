/// Why a value cannot stand in single quotes in a dotenv file, and where.
///
/// The readers are sh, Node's dotenv, python-dotenv, docker compose's (compose-go) and Ruby's: a value without an
/// obstacle reads alike in all of them, line feeds included.
package struct SingleQuotingObstacle: Sendable, Hashable {
    package enum Reason: Sendable, Hashable, CaseIterable {
        case illFormedUTF8, nul, carriageReturn, singleQuote, backslashBeforeBackslash, backslashAtEnd, interpolation

        package var explanation: String {
            switch self {
            case .illFormedUTF8: "bytes that are not UTF-8, which Node replaces and python-dotenv refuses"
            case .nul: "a NUL, which no environment variable can hold"
            case .carriageReturn: "a carriage return, which Node, Python and Ruby read as a line feed"
            case .singleQuote: "a single quote, which sh cannot escape inside single quotes"
            case .backslashBeforeBackslash: "two backslashes, which python-dotenv alone reads as one"
            case .backslashAtEnd: "a backslash before the closing quote, which only sh takes for itself"
            case .interpolation: "'${', where python-dotenv inserts a variable even inside single quotes"
            }
        }
    }

    package let reason: Reason
    /// In bytes from the start of the value.
    package let byteOffset: Int

    /// The first obstacle in `value`, or `nil` when single quotes hold it.
    package init?(in value: Span<UInt8>) {
        var offset = 0
        while offset < value.count {
            let (scalar, width) = UTF8Decoding.decode(value, at: offset)
            let next: UInt8? = offset + 1 < value.count ? value[offset + 1] : nil
            if let reason = Self.reason(scalar, next) {
                self.reason = reason
                byteOffset = offset
                return
            }
            offset += width
        }
        return nil
    }

    private static func reason(_ scalar: Unicode.Scalar?, _ next: UInt8?) -> Reason? {
        switch scalar {
        case nil: .illFormedUTF8
        case "\0": .nul
        case "\r": .carriageReturn
        case "'": .singleQuote
        case "\\":
            switch next {
            case nil: .backslashAtEnd
            case UInt8(ascii: "\\"): .backslashBeforeBackslash
            default: nil
            }
        case "$": next == UInt8(ascii: "{") ? .interpolation : nil
        default: nil
        }
    }
}
