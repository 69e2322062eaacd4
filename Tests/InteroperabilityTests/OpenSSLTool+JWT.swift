import Foundation
import TestSupport

extension OpenSSLTool {
    /// It knows signatures, and nothing of JWTs.
    static func answer(_ batch: JWTClient.Batch) throws -> JWTClient.Answer {
        try withTemporaryFolder { folder in
            let publicKey = folder.appending(path: "public.pem")
            let privateKey = folder.appending(path: "private.pem")
            try batch.publicKey.write(to: publicKey, atomically: false, encoding: .utf8)
            try batch.privateKey.write(to: privateKey, atomically: false, encoding: .utf8)
            return .init(
                claims: try batch.tokens.map { try verify($0, publicKey, in: folder) },
                tokens: try batch.headers.map { try sign(batch.claims, $0, privateKey) })
        }
    }

    private static func sign(_ claims: String, _ header: JWTClient.Batch.Header, _ key: URL) throws -> String {
        let input =
            try Base64URLText.encode(JSONEncoder().encode(header)) + "." + Base64URLText.encode(Data(claims.utf8))
        let outcome = try run(["dgst", digest(header), "-sign", key.path], input: Array(input.utf8))
        guard outcome.succeeded else { throw Client.Failed("openssl dgst -sign", outcome) }
        return input + "." + Base64URLText.encode(Data(outcome.standardOutput))
    }

    private static func verify(_ token: String, _ publicKey: URL, in folder: URL) throws -> JWTClient.Claims? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let header = try JSONDecoder().decode(JWTClient.Batch.Header.self, from: Base64URLText.decode(parts[0]))
        let signature = folder.appending(path: "signature")
        try Base64URLText.decode(parts[2]).write(to: signature)
        let outcome = try run(
            ["dgst", digest(header), "-verify", publicKey.path, "-signature", signature.path],
            input: Array("\(parts[0]).\(parts[1])".utf8))
        guard outcome.succeeded else { return nil }
        return try JSONDecoder().decode(JWTClient.Claims.self, from: Base64URLText.decode(parts[1]))
    }

    private static func digest(_ header: JWTClient.Batch.Header) -> String {
        "-sha\(header.alg.dropFirst(2))"
    }
}
