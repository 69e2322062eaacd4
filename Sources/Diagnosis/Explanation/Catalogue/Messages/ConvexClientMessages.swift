internal import Encodings

extension Catalogue {
    /// Of `convex-js` in browsers and on servers.
    static let convexClientMessages: [KnownMessage] = [
        KnownMessage(
            .convexClient, BackendCode.webSocket, "Failed to authenticate:", "check your server auth config",
            example: #"Failed to authenticate: "…", check your server auth config"#),
        KnownMessage(
            .convexClient, BackendCode.closed, "WebSocket closed with code 1013",
            "WebSocket closed with code 1013{}AuthProviderDiscoveryFailed",
            example: "WebSocket closed with code 1013: AuthProviderDiscoveryFailed"),
        KnownMessage(
            [.convexClient, .people], SymptomCode.identityNull,
            [
                "Not authenticated", "Unauthenticated call to", "Called {} without authentication",
                "getUserIdentity<() returned| returns| returned|() returns|() is> null",
                "ctx.auth.getUserIdentity() null",
                "getAuthUserId<() returned| returns| returned|() returns> null", "user<_id|id|Id| id> is null",
            ],
            example: "Uncaught Error: Not authenticated", widestHole: 120),
    ]
}
