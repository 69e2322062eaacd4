package import Encodings
package import HTTPExchange

extension DeploymentAPI {
    /// `POST /api/query` with a function that does not exist. The token goes with it as ``bearer(_:)``.
    package var probe: HTTPRequest {
        HTTPRequest(
            method: "POST", url: "\(configuration.url.text)/api/query",
            headers: [HTTPField(name: "Content-Type", value: "application/json")],
            body: Array(#"{"path":"authkeysProbe:none","args":{},"format":"json"}"#.utf8))
    }

    package static func bearer(_ token: String) -> HTTPField {
        HTTPField(name: "Authorization", value: "Bearer \(token)")
    }

    private static let discoveryPath = "/http/.well-known/openid-configuration"

    /// The issuer's document through the port of the API, which serves the site below `/http`.
    package var discovery: HTTPRequest {
        HTTPRequest(
            url: "\(configuration.url.text)\(Self.discoveryPath)",
            headers: [HTTPField(name: "Accept", value: "application/json")])
    }

    /// The `issuer` of that document, which Convex Auth writes from the deployment's `CONVEX_SITE_URL`. It is put into a
    /// claim and never fetched.
    ///
    /// - Throws: `convex.issuer-unknown`, `convex.server-failed`.
    package func issuer(in response: HTTPResponse) throws(AuthKeysError) -> String {
        let json = try? JSON.parse(response.body.span, limits: JSONLimits(bytes: 65_536, depth: 8))
        if response.status == 200, let issuer = json?["issuer"]?.string, (try? HTTPURL(issuer)) != nil {
            return issuer
        }
        guard response.status < 500 else {
            throw AuthKeysError(
                ConvexCode.serverFailed,
                "'\(origin)' failed with status \(response.status) where its \(Self.discoveryPath) was expected",
                hint: "read its log: docker compose logs --tail 50 backend; or name the issuer, which is "
                    + "CONVEX_SITE_URL of the deployment: --issuer https://…")
        }
        let found =
            response.isMarkup
            ? "a web page came" : response.status == 200 ? "no issuer is in it" : "status \(response.status)"
        throw AuthKeysError(
            ConvexCode.issuerUnknown,
            "'\(origin)' does not say which issuer its tokens have: \(found) where its \(Self.discoveryPath) was expected",
            hint: "convex/http.ts has to call auth.addHttpRoutes(http); or name the issuer, which is CONVEX_SITE_URL "
                + "of the deployment: --issuer https://…")
    }
}
