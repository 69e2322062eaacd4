internal import CryptoOpenSSL
internal import Encodings

/// PEM with headers between its BEGIN line and its body (RFC 1421 §4.4), which is how OpenSSL once encrypted keys:
///
/// ```
/// -----BEGIN RSA PRIVATE KEY-----
/// Proc-Type: 4,ENCRYPTED
/// DEK-Info: AES-128-CBC,E8F3…
///
/// MIIE…
/// -----END RSA PRIVATE KEY-----
/// ```
struct EncryptedPEM: Sendable {
    private static let label = "RSA PRIVATE KEY"

    /// The value of `DEK-Info`.
    let informationHeader: String
    let block: PEM.Block

    /// - Returns: `nil` when no header follows the first BEGIN line, or there is none.
    /// - Throws: `pem.headers` for others than those of encryption; a `pem.…` or `base64.…` code; `encrypted.malformed`.
    init?(_ text: Span<UInt8>, grammar: PEM.Grammar) throws(AuthKeysError) {
        var lines = LineReader()
        var begin = lines.next(text)
        while grammar == .lax, let line = begin, line.isEmpty { begin = lines.next(text) }
        guard let begin, Self.isBoundary(text.extracting(begin)) else { return nil }
        let firstHeader = SourceLocation(byteOffset: lines.position, line: lines.number + 1)
        var headers: [String: String] = [:]
        var endsInEmptyLine = false
        while !endsInEmptyLine, let line = lines.next(text) {
            endsInEmptyLine = line.isEmpty
            guard let colon = line.first(where: { text[$0] == UInt8(ascii: ":") }) else { break }
            let name = String(copyingASCII: text.extracting(line.lowerBound..<colon))
            let value = String(copyingASCII: text.extracting(colon + 1..<line.upperBound))
            headers[name] = String(value.drop { $0 == " " })
        }
        guard !headers.isEmpty else { return nil }
        guard headers["Proc-Type"] == "4,ENCRYPTED" else {
            throw AuthKeysError(
                PEMCode.headers, "headers between the BEGIN line and the body",
                hint:
                    "delete the lines up to and including the empty one, or let openssl pkey -in OLD.pem -out NEW.pem "
                    + "write it anew",
                at: firstHeader)
        }
        guard let information = headers["DEK-Info"], !information.utf8.contains(0) else {
            throw AuthKeysError(
                EncryptedKeyCode.malformed, "'Proc-Type: 4,ENCRYPTED' without the DEK-Info line that names its cipher",
                at: firstHeader)
        }
        guard endsInEmptyLine else {
            throw AuthKeysError(
                EncryptedKeyCode.malformed, "no empty line between the headers and the body", at: firstHeader)
        }
        informationHeader = information
        block = try Self.block(text, begin: begin, body: lines.position, grammar)
        guard block.label == Self.label else {
            throw ForeignKey.labelled(block.label)
                ?? AuthKeysError(
                    PEMCode.headers, "the headers of an encrypted \(Self.label) in PEM labelled '\(block.label)'",
                    at: firstHeader)
        }
    }

    var scheme: KeyEncryptionScheme {
        let cipher = informationHeader.prefix { $0 != "," }
        return KeyEncryptionScheme("OpenSSL's old PEM encryption", .single, cipher: String(cipher.prefix(40)))
    }

    /// - Returns: DER of an RSAPrivateKey.
    /// - Throws: `encrypted.wrong-passphrase`, `encrypted.unsupported`, `encrypted.malformed`,
    ///   `encrypted.passphrase-length`.
    func decrypt(passphrase: SecretBytes) throws(AuthKeysError) -> SecretBytes {
        try Passphrase.requireReadable(passphrase)
        let plaintext = try block.contents.withBytes { contents throws(AuthKeysError) in
            try PEMEncryption.decrypt(contents, informationHeader: informationHeader, passphrase: passphrase)
        }
        return try Passphrase.requireKey(plaintext)
    }

    private static func isBoundary(_ line: Span<UInt8>) -> Bool {
        let expected = "-----BEGIN "
        return line.count >= expected.utf8.count && zip(line.indices, expected.utf8).allSatisfy { line[$0] == $1 }
    }

    /// The same text without its headers, by the ordinary grammar.
    private static func block(
        _ text: Span<UInt8>, begin: Range<Int>, body: Int, _ grammar: PEM.Grammar
    ) throws(AuthKeysError) -> PEM.Block {
        var plain = SecretBuilder(reservingCapacity: text.count + 1)
        plain.append(text.extracting(begin))
        plain.append(UInt8(ascii: "\n"))
        plain.append(text.extracting(body..<text.count))
        return try plain.finish().withBytes { text throws(AuthKeysError) in try PEM.parse(text, grammar: grammar) }
    }
}
