internal import AuthKeysJOSE

/// Which `Content-Type` of a response a verifier goes on with (RFC 9110 §8.3).
struct AllowedMediaType: Sendable {
    /// Type and subtype, in lower case.
    let names: [String]
    /// Whether a response without the header passes.
    let passesWithout: Bool
    /// What a parameter `charset` has to be, if there is one; `nil` where it is not looked at.
    let charset: String?

    func allows(_ response: HTTPResponse) -> Bool {
        guard let header = response.header("Content-Type") else { return passesWithout }
        let parts = header.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Self.trimmed(String(decoding: $0, as: UTF8.self)) }
        guard names.contains(where: { $0.utf8.elementsEqual(parts[0].utf8) }) else { return false }
        guard let charset else { return true }
        return parts.dropFirst().allSatisfy { parameter in
            !parameter.utf8.starts(with: "charset=".utf8)
                || ["charset=\(charset)", "charset=\"\(charset)\""].contains { $0.utf8.elementsEqual(parameter.utf8) }
        }
    }

    private static func trimmed(_ text: String) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let start = text.utf8.drop(while: isSpace)
        let end = start.reversed().drop(while: isSpace).count
        return String(decoding: start.prefix(end), as: UTF8.self).lowercased()
    }
}
