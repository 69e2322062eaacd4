internal import Encodings

extension Catalogue {
    /// Somebody could not be reached.
    static let transportTroubles: [Trouble] = [
        Trouble(
            PipelineCode.unreachable, .cause,
            [
                .init(
                    "inside a container localhost is the container itself",
                    fix: "use the name of the compose service, or host.docker.internal"),
                .init(
                    "it is not up yet, or listens on another port: 3210 is the API, 3211 the site",
                    fix: "wait for the health check; docker compose ps"),
                .init("the name is not known there", fix: "ask from where it failed: getent hosts NAME"),
            ], tell: ["authkeys doctor --live", "authkeys jwks list https://example.com/.well-known/jwks.json"],
            explains: [BackendCode.discoveryFailed, BackendCode.keysNotFetched, BackendCode.closed]),
        Trouble(
            PipelineCode.expiredCertificate, .cause,
            [
                .init(
                    "the certificate is of a private authority that this machine or container does not know",
                    fix: "add the authority; never switch verification off"),
                .init("it has expired, or is for another name", fix: "renew it"),
                .init("the clock is wrong", fix: "set it by NTP"),
            ], tell: ["authkeys jwks list https://example.com/.well-known/jwks.json"],
            explains: [BackendCode.discoveryFailed, BackendCode.keysNotFetched, BackendCode.closed]),
        Trouble(
            NetworkCode.timeout, .cause,
            [
                .init(
                    "a firewall drops the packets, or the route goes out and back in (hairpin)",
                    fix: "ask from where it failed; use the inner address"),
                .init("the server is slow", fix: "ask again"),
            ], tell: ["authkeys jwks list https://example.com/.well-known/jwks.json"],
            explains: [BackendCode.discoveryFailed, BackendCode.keysNotFetched, BackendCode.closed]),
        Trouble(
            NetworkCode.redirect, .cause,
            [.init("http is sent to https and back, or to a login page", fix: "name the last address of curl -sIL")],
            tell: ["authkeys jwks list https://example.com/.well-known/jwks.json"],
            explains: [BackendCode.discoveryFailed]),
        Trouble(
            NetworkCode.status, .cause,
            [
                .init(
                    "404, 502 or 503: a proxy answered itself, without a route to port 3211, or with no backend behind it",
                    fix: "route the site's host to port 3211; docker compose ps shows what runs"),
                .init(
                    "404: convex/http.ts does not serve the documents",
                    fix: "call auth.addHttpRoutes(http) in it, and npx convex deploy"),
                .init(
                    "401 or 403: an access proxy asks for a login in front of the issuer",
                    fix: "let /.well-known through without signing in"),
                .init("429: the server limits requests", fix: "wait; raise the limit for /.well-known"),
            ], tell: ["authkeys jwks list https://example.com/.well-known/jwks.json", "authkeys doctor --live"],
            explains: [BackendCode.discoveryFailed, BackendCode.closed]),
        Trouble(
            DiscoveryCode.webPage, .cause,
            [
                .init(
                    "a web page came where JSON was expected: a login wall, an error page, the app itself",
                    fix: "let the path through, or correct the address"),
                .init(
                    "the address is that of the site and not of the API, or the other way round",
                    fix: "3210 is the API, 3211 the site"),
            ], tell: ["authkeys jwks list https://example.com/.well-known/jwks.json", "authkeys doctor --live"],
            explains: [BackendCode.discoveryFailed]),
        Trouble(
            JSONCode.syntax, .uncertain,
            [
                .init(
                    "the answer of some server was empty, cut off, or a web page: an error page, a login wall, the app itself",
                    fix: "see what came: curl -si the address that was asked"),
                .init("a file or a variable that should hold JSON is empty", fix: "print its length"),
                .init(
                    "it was the document of an issuer or a JWKS that was read",
                    fix: "'authkeys jwks list https://example.com/.well-known/jwks.json'; 'authkeys jwks lint env:JWKS'"
                ),
            ], tell: ["authkeys jwks list https://example.com/.well-known/jwks.json", "authkeys jwks lint env:JWKS"]),
    ]
}
