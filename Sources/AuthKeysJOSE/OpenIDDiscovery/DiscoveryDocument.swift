/// The body of a response, as a JSON object whose members are unique.
struct DiscoveryDocument: Sendable {
    private let json: JSONValue

    /// - Throws: `discovery.status`, `discovery.too-large`, `discovery.web-page`, `discovery.malformed`.
    init(_ response: HTTPResponse, from location: HTTPURL) throws(AuthKeysError) {
        let place = "'\(location.origin)'"
        let suspicion = DiscoverySuspicion(response, from: location)
        guard response.status == 200 else {
            throw AuthKeysError(
                DiscoveryCode.status,
                "\(place) answered with status \(response.status) where the issuer's document was expected",
                hint: suspicion.hint)
        }
        guard response.body.count <= OpenIDDiscovery.maximumSize else {
            throw AuthKeysError(
                DiscoveryCode.tooLarge,
                "\(place) sent \(response.body.count) bytes where an issuer's document has at most"
                    + " \(OpenIDDiscovery.maximumSize)",
                hint: suspicion.hint)
        }
        guard !response.isMarkup else {
            throw AuthKeysError(
                DiscoveryCode.webPage, "\(place) sent a web page where the issuer's document was expected",
                hint: suspicion.hint)
        }
        do throws(AuthKeysError) {
            json = try JSON.parse(
                response.body.span, limits: JSONLimits(bytes: OpenIDDiscovery.maximumSize, depth: 16))
        } catch {
            throw AuthKeysError(
                DiscoveryCode.malformed, "what \(place) sent is not the issuer's document: \(error.message)",
                hint: suspicion.hint, at: error.location)
        }
        guard json.members != nil else {
            throw AuthKeysError(
                DiscoveryCode.malformed,
                "\(place) sent \(json.typeName) where the issuer's document, an object, is"
                    + " expected", hint: suspicion.hint)
        }
    }

    /// - Throws: `discovery.member`.
    func string(_ name: String) throws(AuthKeysError) -> String {
        if let string = json[name]?.string { return string }
        let what = json[name].map { "\($0.typeName) as its '\(name)'" } ?? "no '\(name)'"
        throw AuthKeysError(
            DiscoveryCode.member, "the issuer's document has \(what), where a string is expected",
            hint: json["keys"] == nil
                ? "an OpenID provider has issuer and jwks_uri there; check that the URL is that of the issuer"
                : "this is the key set itself: have the server give the document there, with the set's URL as jwks_uri",
            at: SourceLocation(byteOffset: json[name]?.byteOffset ?? json.byteOffset))
    }
}
