import KeyFormats
import TestSupport

/// Keys that are made once for all tests of a run.
enum SampleKeys {
    static let all: [Int: RSAPrivateKey] = {
        var keys: [Int: RSAPrivateKey] = [:]
        for size in RSAPrivateKey.Size.allCases { keys[size.rawValue] = try? RSAPrivateKey(keySize: size) }
        return keys
    }()

    static let sizes = RSAPrivateKey.Size.allCases.map(\.rawValue)

    /// The key of RFC 7515 A.2.
    static func rfc7515() throws -> RSAPrivateKey {
        try RSAPrivateKey(pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
    }
}

extension ByteSource {
    var array: [UInt8] { withBytes { bytes in bytes.indices.map { bytes[$0] } } }
}

/// What the `openssl` executable writes.
func openssl(_ arguments: [String], input: [UInt8]) throws -> [UInt8] {
    let outcome = try ChildProcess("openssl", arguments).run(input: input)
    guard outcome.succeeded else { throw OpenSSLFailure(arguments: arguments, message: outcome.errorText) }
    return outcome.standardOutput
}

struct OpenSSLFailure: Error {
    let arguments: [String]
    let message: String
}

func secret(_ text: String) -> SecretBytes { SecretBytes(copying: text.utf8.span) }

/// `KeyReader` on bytes that tests have as an array.
func readKey(
    _ bytes: [UInt8], grammar: PEM.Grammar = .strict, acceptsDeviations: Bool = false, passphrase: String? = nil
) throws -> ReadKey {
    try KeyReader(grammar: grammar, acceptsDeviations: acceptsDeviations).read(bytes.span) { _ in
        passphrase.map(secret)
    }
}
