package import Encodings

extension HTTPRequest {
    /// Has the fetcher send it.
    ///
    /// - Throws: what the fetcher throws, when that is an `AuthKeysError`; else `network.failed`, with its text among
    ///   the `underlying`.
    package func sent(by fetch: HTTPFetch) async throws(AuthKeysError) -> HTTPResponse {
        do {
            return try await fetch(self)
        } catch let error as AuthKeysError {
            throw error
        } catch {
            let place = (try? HTTPURL(url))?.origin ?? "the URL"
            throw AuthKeysError(
                NetworkCode.failed, "nothing was fetched from '\(place)'",
                hint: "the fetcher that was handed in says why", underlying: ["\(error)"])
        }
    }
}

extension HTTPResponse {
    /// Whether a web page came where data was asked for: a login page, or the error page of a proxy.
    package var isMarkup: Bool {
        let start = body.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        return start.first == UInt8(ascii: "<")
    }
}
