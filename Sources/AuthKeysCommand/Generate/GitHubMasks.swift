internal import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Encodings

/// Tells the runner of a GitHub Actions job which texts to hide in its log, which is public. The runner reads commands on
/// standard error too, and does not show these.
enum GitHubMasks {
    /// One command for each form in which the private key could turn up: the value, every line of the PEM, the lines
    /// joined, the PEM with escaped line ends, and the PEM and the value in base64.
    static func commands(for pair: KeyPair) -> SecretBytes {
        var text = SecretBuilder(reservingCapacity: 32768)
        pair.privateKeyLine.withBytes { value in
            append(value, to: &text)
            append(base64(value), to: &text)
        }
        pair.privateKeyPEM.withBytes { pem in
            append(base64(pem), to: &text)
            var joined = SecretBuilder(reservingCapacity: pem.count)
            var escaped = SecretBuilder(reservingCapacity: pem.count + 64)
            var start = 0
            for index in pem.indices where pem[index] == UInt8(ascii: "\n") {
                let line = pem.extracting(start..<index)
                start = index + 1
                escaped.append(line)
                escaped.append("\\n")
                guard line.count > 0, line[0] != UInt8(ascii: "-") else { continue }  // BEGIN and END are no secret
                append(line, to: &text)
                joined.append(line)
            }
            append(joined.finish(), to: &text)
            append(escaped.finish(), to: &text)
        }
        return text.finish()
    }

    /// The same for a text that holds a secret: every line of it that is no PEM boundary, and the whole in base64.
    static func commands(forText secret: some ByteSource) -> SecretBytes {
        var text = SecretBuilder(reservingCapacity: 32768)
        secret.withBytes { bytes in
            append(base64(bytes), to: &text)
            var start = 0
            for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "\n") {
                let line = bytes.extracting(start..<index)
                start = index + 1
                let isBoundary = line.count < 64 && line.count > 0 && line[0] == UInt8(ascii: "-")
                if line.count > 0, !isBoundary { append(line, to: &text) }
            }
        }
        return text.finish()
    }

    private static func append(_ secret: SecretBytes, to text: inout SecretBuilder) {
        secret.withBytes { append($0, to: &text) }
    }

    /// Base64, spaces, hyphens and a backslash: nothing that the runner would decode.
    private static func append(_ secret: Span<UInt8>, to text: inout SecretBuilder) {
        text.append("::add-mask::")
        text.append(secret)
        text.append("\n")
    }

    private static func base64(_ secret: Span<UInt8>) -> SecretBytes {
        SecretBytes(capacity: Base64.encodedCount(secret.count)) { Base64.encode(secret, into: &$0) }
    }
}
