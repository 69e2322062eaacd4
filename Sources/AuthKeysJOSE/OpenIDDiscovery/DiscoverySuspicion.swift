/// Why something else than the document came, most likely.
struct DiscoverySuspicion: Sendable {
    private let response: HTTPResponse
    private let location: HTTPURL

    init(_ response: HTTPResponse, from location: HTTPURL) {
        self.response = response
        self.location = location
    }

    var hint: String {
        convexRoute ?? convexPort ?? status
    }

    /// What a Convex deployment says when it lacks the routes of Convex Auth.
    private var convexRoute: String? {
        if says("does not have HTTP actions enabled") {
            return
                "this Convex deployment has no convex/http.ts: add one that calls auth.addHttpRoutes(http), and deploy"
        }
        if says("No matching routes found") {
            return
                "convex/http.ts of this Convex deployment does not serve it: call auth.addHttpRoutes(http), and deploy"
        }
        return nil
    }

    /// Convex answers functions at one origin and these documents at another.
    private var convexPort: String? {
        if location.port == 3210 {
            return
                "port 3210 is the API of a self-hosted Convex deployment; its issuer is the site origin, on port 3211"
        }
        let host = location.host.lowercased()
        if host.hasSuffix(".convex.cloud") {
            return "convex.cloud is the API of a Convex deployment; its issuer is the site origin,"
                + " \(location.scheme.rawValue)://\(host.dropLast("cloud".count))site"
        }
        return nil
    }

    private var status: String {
        switch response.status {
        case 200 where response.isMarkup, 401, 403:
            "a login or a proxy stands before it: /.well-known/ must be readable by everybody"
        case 200: "check that the URL is that of the issuer: what tokens have in 'iss'"
        case 300..<400: "it redirects, and that is not followed: check scheme, host and path of the issuer"
        case 404:
            "check that this is the whole issuer, as tokens have it in 'iss'; that of a self-hosted Convex deployment is"
                + " the site origin (port 3211), not the API (port 3210)"
        case 429: "it is asked too often: try again later"
        case 502, 503, 504: "a proxy answers, and the server behind it does not: check that it runs"
        case 500...: "read the log of the server; a Convex deployment may lack an environment variable"
        default: "see what it says: curl -si \(document)"
        }
    }

    /// As a word for a shell. An issuer is no secret.
    private var document: String {
        let url = OpenIDDiscovery.documentURL(of: location)
        return (try? Escaper.shellWord(url)) ?? url
    }

    /// In the first KiB.
    private func says(_ text: String) -> Bool {
        let start = response.body.prefix(1024)
        return Escaper.terminal(bytes: Array(start).span).firstRange(of: text) != nil
    }
}
