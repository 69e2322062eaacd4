internal import Encodings
package import KeyFormats

/// The value of a variable whose name ends in `_BASE64`.
package enum EncodedValue {
    /// What it stands for; `nil` when it is no base64. Line ends and spaces in it are passed over, as `base64 -d` does.
    package static func decoded(_ value: SecretBytes) -> SecretBytes? {
        value.withBytes { text in
            let compact = SecretBytes(capacity: text.count) { output in
                for index in text.indices where ![0x20, 0x09, 0x0A, 0x0D].contains(text[index]) {
                    output.append(text[index])
                }
            }
            return compact.withBytes { text in
                do throws(AuthKeysError) {
                    return try SecretBytes(capacity: text.count) { output throws(AuthKeysError) in
                        try Base64.decode(text, into: &output)
                    }
                } catch {
                    return nil
                }
            }
        }
    }

    /// Whether it is what is left of a key where a value ends with the line.
    package static func isFirstLineOfKey(_ value: SecretBytes) -> Bool {
        guard value.count <= 80 else { return false }
        let text = value.withBytes { KeyText(reading: $0) }
        return text.anomalies.contains { $0.code == KeyTextCode.base64FirstLine.code }
    }

    package static func isWrapped(_ value: SecretBytes) -> Bool {
        value.withBytes { text in
            text.indices.dropLast().contains { text[$0] == UInt8(ascii: "\n") }
        }
    }
}
