package import Encodings

/// The admin key of a self-hosted deployment: the instance's name, `|`, and what `generate_admin_key.sh` made.
///
/// It never expires and cannot be revoked by itself, so it is in no message, no description and no reflection.
package struct AdminKey: Sendable {
    package let text: String

    /// The instance that it is a key of; no secret.
    package var instanceName: String { String(text.prefix { $0 != "|" }) }

    /// What follows the name of the instance.
    package var secretPart: [UInt8] { Array(text.utf8.drop { $0 != UInt8(ascii: "|") }.dropFirst()) }

    /// - Throws: `convex.carriage-return`, `convex.admin-key-form`; neither holds any of the text.
    package init(_ text: String) throws(AuthKeysError) {
        if text.utf8.last == UInt8(ascii: "\r") || text.utf8.suffix(2).elementsEqual("\r\n".utf8) {
            throw AuthKeysError(
                ConvexCode.carriageReturn, "the admin key ends in a carriage return",
                hint: "'docker compose exec' adds one unless it is given -T; in a file with the line ends of Windows "
                    + "remove them: tr -d '\\r' < FILE")
        }
        if let complaint = Self.complaint(text) {
            throw AuthKeysError(ConvexCode.adminKeyForm, "the admin key \(complaint.found)", hint: complaint.hint)
        }
        self.text = text
    }

    private static let makeOne = "docker compose exec -T backend ./generate_admin_key.sh | tail -n1"

    private static func complaint(_ text: String) -> (found: String, hint: String)? {
        let bytes = Array(text.utf8)
        if let first = bytes.first, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(first), bytes.last == first {
            return (
                "stands in quotes that are part of its value",
                "docker's --env-file keeps quotes, and so does a CI secret: leave them out there, the '|' needs none"
            )
        }
        if text.utf8.starts(with: "Admin key:".utf8) {
            return ("begins with 'Admin key:', the line that announces it", "take the line after it: \(makeOne)")
        }
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return ("holds white space or another character that no admin key has", "copy it again: \(makeOne)")
        }
        guard let bar = bytes.firstIndex(of: UInt8(ascii: "|")) else {
            return (
                "holds no '|', which stands between the instance's name and the key",
                "it was cut there: put it in single quotes where a shell reads it, or copy it again: \(makeOne)"
            )
        }
        guard bar > bytes.startIndex, bar < bytes.endIndex - 1 else {
            return ("has nothing \(bar == 0 ? "before" : "after") its '|'", "copy the whole line: \(makeOne)")
        }
        return nil
    }
}

extension AdminKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "AdminKey" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
