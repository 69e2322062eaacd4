internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats

/// A JWK set that is read: a path, `-`, `env:NAME` or an `http(s)://` URL.
enum JWKSInput {
    static let argument = ArgumentSpec(
        .source, help: "The JWK set: a path, '-', env:NAME, or an http(s):// URL.")

    static func source(_ arguments: ParsedArguments) throws(UsageError) -> InputSource {
        try InputSource(arguments.required(argument), allowsURL: true)
    }

    static func text(
        _ source: InputSource, _ context: CommandContext, followsRedirects: Bool = true
    ) throws(AuthKeysError) -> SecretBytes {
        try context.inputs.read(source, limit: JSONLimits.keySet.bytes, followsRedirects: followsRedirects)
    }

    /// A key in the place of a set is a slip that the position of its first hyphen does not explain, nor does that of its
    /// first byte explain a page for people.
    ///
    /// - Parameter takesKey: whether the command has an option for a key.
    static func refuseKey(
        _ text: SecretBytes, in source: InputSource, takesKey: Bool = false
    ) throws(AuthKeysError) {
        let content = text.withBytes { KeyText(reading: $0).content }
        if content.label != nil {
            throw AuthKeysError(
                JOSECode.malformedSet, "\(content), where a JWK set is expected",
                hint: hint(content, source, takesKey: takesKey))
        }
        guard let what = text.withBytes({ nameOfOther($0) }) else { return }
        let place =
            if case .url(let url) = source {
                "check the URL: curl -si \(url.operandOfCurl)"
            } else {
                "check that it is what was meant"
            }
        throw AuthKeysError(
            JOSECode.malformedSet, "\(what), where a JWK set is expected",
            hint: "\(place); authkeys jwks derive makes the set of a key")
    }

    private static func hint(_ content: KeyText.Content, _ source: InputSource, takesKey: Bool) -> String {
        switch content {
        case .pkcs8, .encryptedPKCS8, .pkcs1, .encryptedPKCS1, .spki, .pkcs1Public:
            if case .url = source {
                content.isPrivate
                    ? "everybody can read it there: treat that key as published, and replace it"
                    : "a key is not fetched: save it, and authkeys jwks derive FILE makes the set of it"
            } else {
                "authkeys jwks derive \(source.argument) makes the set of a key"
                    + (takesKey ? "; or give it with --key" : "")
            }
        default: "a set here is one of RSA keys: authkeys jwks derive makes the set of such a key"
        }
    }

    /// What is no JSON at the first glance, and what servers and unset variables give in place of it.
    private static func nameOfOther(_ bytes: Span<UInt8>) -> String? {
        guard let start = bytes.indices.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[$0]) }) else {
            return "nothing"
        }
        if bytes[start] == UInt8(ascii: "<") { return "a page in HTML or XML" }
        return start == 0 && bytes.count > 1 && bytes[0] == 0x1F && bytes[1] == 0x8B ? "compressed data (gzip)" : nil
    }
}
