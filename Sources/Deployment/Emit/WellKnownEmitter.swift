internal import AuthKeysJOSE
package import Encodings

/// The discovery document and the set as static files, and how nginx and Caddy serve them (OpenID Connect Discovery 1.0
/// §4).
package struct WellKnownEmitter: Sendable {
    static let discoveryName = "openid-configuration"
    static let jwksName = "jwks.json"
    static let nginxName = "well-known.nginx.conf"
    static let caddyName = "well-known.Caddyfile"

    package static let fileNames = [discoveryName, jwksName, nginxName, caddyName]

    private let jwks: JWKSet
    private let issuer: Issuer
    /// In seconds.
    private let maximumAge: Int

    /// - Parameter maximumAge: how long verifiers may keep the set, in seconds; rotation has to wait as long.
    package init(_ key: EmittedKey, issuer: Issuer, maximumAge: Int) {
        jwks = key.jwks
        self.issuer = issuer
        self.maximumAge = maximumAge
    }

    /// - Throws: `internal.proof-failed`.
    package func files() throws(AuthKeysError) -> [EmittedFile] {
        let discovery = self.discovery + "\n"
        let set = jwks.json.compactJSON + "\n"
        try EmitProof.proving(Self.discoveryName) { () throws(AuthKeysError) in
            let read = try JSON.parse(discovery.utf8.span, limits: .keySet)
            try EmitProof.require(
                read["issuer"]?.string?.utf8.elementsEqual(issuer.text.utf8) ?? false, in: Self.discoveryName)
        }
        try EmitProof.proving(Self.jwksName) { () throws(AuthKeysError) in
            try EmitProof.require(JWKSet(parsing: set.utf8.span) == jwks, in: Self.jwksName)
        }
        return [
            EmittedFile(Self.discoveryName, "served as \(Self.path)/openid-configuration", public: discovery),
            EmittedFile(Self.jwksName, "served as \(Self.path)/jwks.json", public: set),
            EmittedFile(Self.nginxName, "for a server { } of nginx", public: nginx),
            EmittedFile(Self.caddyName, "for a site of Caddy", public: caddy),
        ]
    }

    private static let path = "/.well-known"

    /// The members that OpenID Connect Discovery 1.0 §3 requires of a provider that only signs.
    private var discovery: String {
        JSONValue.object([
            "issuer": .string(issuer.text),
            "jwks_uri": .string("\(issuer.wellKnown)/jwks.json"),
            "authorization_endpoint": .string("\(issuer.text)/oauth/authorize"),
            "response_types_supported": .array([.string("id_token")]),
            "subject_types_supported": .array([.string("public")]),
            "id_token_signing_alg_values_supported": .array([.string("RS256")]),
        ]).compactJSON
    }

    private var nginx: String {
        """
        # \(EmittedFile.mayBeCommitted)
        # Inside a server { } block, with openid-configuration and jwks.json in /srv/well-known. Where the issuer has a path,
        # that path goes in front of /.well-known.
        location = /.well-known/openid-configuration {
            root /srv/well-known;
            try_files /openid-configuration =404;
            types { }
            default_type application/json;
            add_header Cache-Control "public, max-age=\(maximumAge)";
            add_header Access-Control-Allow-Origin "*" always;
            add_header X-Content-Type-Options "nosniff" always;
        }
        location = /.well-known/jwks.json {
            root /srv/well-known;
            try_files /jwks.json =404;
            types { }
            default_type application/json;
            add_header Cache-Control "public, max-age=\(maximumAge)";
            add_header Access-Control-Allow-Origin "*" always;
            add_header X-Content-Type-Options "nosniff" always;
        }

        """
    }

    private var caddy: String {
        """
        # \(EmittedFile.mayBeCommitted)
        # Inside a site block, with openid-configuration and jwks.json in /srv/well-known. Where the issuer has a path, that
        # path goes in front of /.well-known.
        @authkeys path /.well-known/openid-configuration /.well-known/jwks.json
        handle @authkeys {
            uri strip_prefix /.well-known
            root * /srv/well-known
            header {
                Content-Type application/json
                Cache-Control "public, max-age=\(maximumAge)"
                Access-Control-Allow-Origin "*"
                X-Content-Type-Options nosniff
                # Not on the answer that there is no such file.
                defer
            }
            file_server
        }

        """
    }
}
