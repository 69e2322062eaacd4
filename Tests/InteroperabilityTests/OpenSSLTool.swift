import Foundation
import TestSupport

/// The `openssl` tool. Keys reach it as files, never as arguments.
enum OpenSSLTool {
    /// - Parameter input: standard input.
    static func run(_ arguments: [String], input: [UInt8]? = nil) throws -> ChildProcess.Outcome {
        try Client("openssl", package: "openssl").outcome(arguments, input: input)
    }

    static func output(_ arguments: [String], input: String) throws -> String {
        let outcome = try run(arguments, input: Array(input.utf8))
        guard outcome.succeeded else { throw Client.Failed("openssl \(arguments)", outcome) }
        return outcome.outputText
    }

    static func answer(_ batch: JWSBatch) throws -> JWSBatch.Answer {
        .init(keys: try batch.keys.map(answer), example: try thumbprint(modulus: batch.example.n, batch.example.e))
    }

    private static func answer(_ key: JWSBatch.Key) throws -> JWSBatch.Answer.Key {
        try withTemporaryFolder { folder in
            let publicKey = folder.appending(path: "public.pem")
            try key.publicKey.write(to: publicKey, atomically: false, encoding: .utf8)
            let privateKeys = try key.privateKeys.enumerated().map { index, text in
                let file = folder.appending(path: "private-\(index).pem")
                try text.write(to: file, atomically: false, encoding: .utf8)
                return file
            }
            let jwk = try key.onlyJWK
            return .init(
                privateKeys: try privateKeys.map { try thumbprint(of: ["-in", $0.path]) },
                publicKey: try thumbprint(of: ["-pubin", "-in", publicKey.path]),
                jwk: try thumbprint(modulus: jwk.n, jwk.e),
                tokens: try key.headers.map { try sign(key.payload, $0, privateKeys[0]) },
                payloads: try key.tokens.map { try verify($0, publicKey, in: folder) })
        }
    }

    private static func sign(_ payload: String, _ header: JWSBatch.Header, _ key: URL) throws -> String {
        let input = Base64URLText.encode(try header.json) + "." + Base64URLText.encode(Data(payload.utf8))
        let outcome = try run(["dgst", "-sha256", "-sign", key.path], input: Array(input.utf8))
        guard outcome.succeeded else { throw Client.Failed("openssl dgst -sign", outcome) }
        return input + "." + Base64URLText.encode(Data(outcome.standardOutput))
    }

    private static func verify(_ token: String, _ publicKey: URL, in folder: URL) throws -> String? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let signature = folder.appending(path: "signature")
        try Base64URLText.decode(parts[2]).write(to: signature)
        let outcome = try run(
            ["dgst", "-sha256", "-verify", publicKey.path, "-signature", signature.path],
            input: Array("\(parts[0]).\(parts[1])".utf8))
        return outcome.succeeded ? String(decoding: try Base64URLText.decode(parts[1]), as: UTF8.self) : nil
    }

    /// Of a key that it reads itself.
    static func thumbprint(of key: [String]) throws -> String {
        let outcome = try run(["rsa", "-noout", "-modulus"] + key)
        guard outcome.succeeded, let digits = outcome.outputText.wholeMatch(of: /Modulus=([0-9A-F]+)\n/)?.1 else {
            throw Client.Failed("openssl rsa -modulus", outcome)
        }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { index in
            UInt8(digits.dropFirst(index).prefix(2), radix: 16)
        }
        return try thumbprint(modulus: Base64URLText.encode(Data(bytes)), "AQAB")
    }

    /// RFC 7638 §3, with the tool's SHA-256.
    private static func thumbprint(modulus: String, _ exponent: String) throws -> String {
        let members = #"{"e":"\#(exponent)","kty":"RSA","n":"\#(modulus)"}"#
        let outcome = try run(["dgst", "-sha256", "-binary"], input: Array(members.utf8))
        return Base64URLText.encode(Data(outcome.standardOutput))
    }
}

/// Foundation's base64 with the other alphabet, so that nothing under test encodes for its judges.
enum Base64URLText {
    static func encode(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    static func decode(_ text: String) throws -> Data {
        let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded) else { throw CocoaError(.coderInvalidValue) }
        return data
    }
}
