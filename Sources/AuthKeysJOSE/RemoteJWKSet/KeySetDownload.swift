/// One request for a set, and what came of it.
package struct KeySetDownload: Sendable {
    let keys: JWKSet
    /// From when the response arrived; nil where it does not say.
    let secondsOfFreshness: Int64?

    /// In bytes, of the body.
    static let maximumSize = JSONLimits.keySet.bytes

    static func request(_ url: HTTPURL) -> HTTPRequest {
        HTTPRequest(
            url: url.text,
            headers: [HTTPField(name: "Accept", value: "application/jwk-set+json, application/json")])
    }

    /// - Throws: `network.status`, `network.too-large`, `jwks.malformed`, and the codes of
    ///   ``JWKSet/init(parsing:unusableKeys:)``.
    package init(_ response: HTTPResponse, from url: HTTPURL, unusableKeys: JWKSet.UnusableKeys) throws(AuthKeysError) {
        let place = "'\(url.origin)'"
        guard response.status == 200 else {
            throw AuthKeysError(
                NetworkCode.status, "\(place) answered with status \(response.status) where a JWK set was expected",
                hint: "see what it says: curl -si \(url.operandOfCurl); the set must be readable by everybody,"
                    + " without a login")
        }
        guard response.body.count <= Self.maximumSize else {
            throw AuthKeysError(
                NetworkCode.tooLarge,
                "\(place) sent \(response.body.count) bytes where a JWK set has at most \(Self.maximumSize)",
                hint: "check that the URL is that of a JWK set")
        }
        guard !response.isMarkup else {
            throw AuthKeysError(
                JOSECode.malformedSet, "\(place) sent a web page where a JWK set was expected",
                hint: "a login page or a proxy answers there; the set must be readable by everybody, without a login")
        }
        do throws(AuthKeysError) {
            keys = try JWKSet(parsing: response.body.span, unusableKeys: unusableKeys)
        } catch {
            throw error.about(place)
        }
        secondsOfFreshness = response.secondsOfFreshness
    }
}
