import Encodings
import HTTPExchange

/// A request that has been judged: where it goes, and what it may do there.
struct CurlRequest: Sendable {
    let method: String
    let url: HTTPURL
    let headers: [HTTPField]
    let body: [UInt8]
    /// Whether one of the headers is a secret.
    let hasCredential: Bool

    /// These are credentials whoever hands them in, and however.
    private static let credentialNames = ["Authorization", "Cookie", "Proxy-Authorization"]

    /// - Throws: `network.url`, `network.cleartext-credential`.
    init(_ request: HTTPRequest, credential: HTTPField?) throws(AuthKeysError) {
        method = request.method
        url = try HTTPURL(request.url)
        headers = request.headers + (credential.map { [$0] } ?? [])
        body = request.body
        hasCredential =
            credential != nil || headers.contains { field in Self.credentialNames.contains { field.hasName($0) } }
        guard !hasCredential || url.scheme == .https || url.isLoopback else {
            throw AuthKeysError(
                NetworkCode.cleartextCredential,
                "'\(url.origin)' is plain http, where everybody on the way can read the credential",
                hint: "use https://, or a tunnel to this machine: ssh -L 3210:127.0.0.1:\(url.port ?? 80) \(url.host)")
        }
    }

    private init(_ request: CurlRequest, at url: HTTPURL) {
        method = request.method
        self.url = url
        headers = request.headers
        body = request.body
        hasCredential = request.hasCredential
    }

    /// The same request, where a redirect leads it.
    func redirected(to url: HTTPURL) -> CurlRequest {
        CurlRequest(self, at: url)
    }

    /// Over plain http a proxy reads everything, and what goes to this machine needs none.
    var bypassesProxy: Bool { hasCredential && url.scheme == .http }

    /// Methods that mean a body say so even when it is empty: servers want `Content-Length: 0`.
    var sendsBody: Bool { !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) }

    var isSafe: Bool { ["GET", "HEAD"].contains(method) }
}
