package import Encodings

/// `[A-Za-z_][A-Za-z0-9_]*`, at most 256 bytes: what shells can assign and Convex accepts.
package enum VariableName {
    package static let maximumByteCount = 256

    package static func isValid(_ name: some Collection<UInt8>) -> Bool {
        guard let first = name.first, isStart(first) else { return false }
        return name.count <= maximumByteCount && name.allSatisfy(isPart)
    }

    /// - Throws: `env.invalid-name`. The name is not repeated: whoever exchanges name and value would print a key.
    package static func check(_ name: String) throws(AuthKeysError) {
        let bytes = Array(name.utf8)
        if isValid(bytes) { return }
        let found: String
        if bytes.isEmpty {
            found = "the name is empty"
        } else if let offset = bytes.firstIndex(where: { !isPart($0) }) {
            found = "the name has another character at byte \(offset)"
        } else if isStart(bytes[0]) {
            found = "the name has \(bytes.count) bytes"
        } else {
            found = "the name begins with a digit"
        }
        throw AuthKeysError(
            EnvironmentCode.invalidName,
            "\(found); a variable name is A-Z, a-z, 0-9 and _, does not begin with a digit and has at most "
                + "\(maximumByteCount) bytes",
            hint: "use a name such as JWT_PRIVATE_KEY")
    }

    static func isStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }

    static func isPart(_ byte: UInt8) -> Bool {
        isStart(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
