internal import Encodings

extension Catalogue {
    /// Of `convex-js` in browsers and on servers.
    static let convexClientMessages: [KnownMessage] = [
        KnownMessage(
            .convexClient, BackendCode.webSocket, "Failed to authenticate:", "check your server auth config",
            example: #"Failed to authenticate: "…", check your server auth config"#),
        KnownMessage(
            .convexClient, BackendCode.closed, "WebSocket closed with code 1013{}AuthProviderDiscoveryFailed",
            example: "WebSocket closed with code 1013: AuthProviderDiscoveryFailed"),
        KnownMessage(
            [.convexClient, .people], SymptomCode.identityNull,
            [
                "Uncaught Error: Not authenticated", "^Not authenticated$", "Error: Not authenticated$",
                "ConvexError: <Not authenticated|Unauthenticated>", "Unauthenticated call to",
                "Called {} without authentication", "getUserIdentity{} <null|undefined>",
                "getAuthUserId{} <null|undefined>", "user<_id|id|Id| id> is null",
            ],
            example: "Uncaught Error: Not authenticated", widestHole: 120),
    ]
}
