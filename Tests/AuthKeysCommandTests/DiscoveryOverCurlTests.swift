import AuthKeysJOSE
import Foundation
import HostSystem
import TestSupport
import Testing

/// Discovery and the set of an issuer with the fetcher of the tool, from a server that runs.
@Suite struct DiscoveryOverCurlTests {
    @Test func anIssuerIsDiscoveredAndItsKeysAreFetched() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "authkeys-test-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let served = folder.appending(path: ".well-known")
        try FileManager.default.createDirectory(at: served, withIntermediateDirectories: true)
        let server = try ServingProcess(
            "python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder.path])
        let port = try #require(server.firstLine.split(separator: " ").compactMap { Int($0) }.first)
        let issuer = "http://127.0.0.1:\(port)"
        let key = try RSAPublicKey(n: [0xC0] + [UInt8](repeating: 0, count: 254) + [1], e: [1, 0, 1])
        try Data(JWKSet(publishing: [key]).json.compactJSON.utf8).write(to: served.appending(path: "jwks.json"))
        try Data(#"{"issuer":"\#(issuer)","jwks_uri":"\#(issuer)/.well-known/jwks.json"}"#.utf8)
            .write(to: served.appending(path: "openid-configuration"))
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let fetch = CurlFetcher(environment: ["PATH": path]).asynchronous

        let metadata = try await OpenIDDiscovery(issuer: issuer).metadata(fetch: fetch)
        let set = try RemoteJWKSet(url: metadata.keySetURL, clock: ContinuousClock(), fetch: fetch)
        #expect(try await set.keys().keys.map(\.key) == [key])

        let elsewhere = await #expect(throws: AuthKeysError.self) {
            try await OpenIDDiscovery(issuer: "\(issuer)/other").metadata(fetch: fetch)
        }
        #expect(elsewhere?.code == "discovery.status")
        withExtendedLifetime(server) {}
    }
}
