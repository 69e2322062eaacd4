package import Encodings
package import HTTPExchange

extension CurlFetcher {
    /// Fetches a document that anybody may read, such as a JWKS.
    ///
    /// - Parameters:
    ///   - mediaTypes: what is asked for, as in an `Accept` header.
    ///   - limit: the most bytes that are accepted, where that is less than ``Limits/bodySize``.
    /// - Throws: what ``fetch(_:credential:)`` throws; `network.status`.
    package func document(
        at url: HTTPURL, accepting mediaTypes: String, limit: Int
    ) throws(AuthKeysError) -> [UInt8] {
        var fetcher = self
        fetcher.limits.bodySize = min(limit, limits.bodySize)
        let request = HTTPRequest(url: url.text, headers: [HTTPField(name: "Accept", value: mediaTypes)])
        let response = try fetcher.fetch(request)
        guard response.status == 200 else {
            let hint =
                switch response.status {
                case 401, 403: "it must be readable by everybody, without a login"
                case 404: "check the path of the URL, such as /.well-known/jwks.json"
                case 500...: "read the log of the server"
                default: "check the URL: curl -si \(url.operandOfCurl)"
                }
            throw AuthKeysError(
                NetworkCode.status, "'\(url.origin)' answered with status \(response.status); 200 was expected",
                hint: hint)
        }
        return response.body
    }
}
