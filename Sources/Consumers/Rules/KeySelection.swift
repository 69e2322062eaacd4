internal import AuthKeysJOSE

/// Picks the key of a set that judges a token.
protocol KeySelection: Sendable {
    func key(for header: ProtectedHeader, in set: JWKSetDocument) throws(Refusal) -> JWK
}

/// A key is eligible when its kid equals the token's (or the token has none), its `use` is absent or `sig` and its `alg`
/// absent or the token's; exactly one may be, whether or not one of several would verify. JWKs that cannot be read are
/// passed over. Convex's OIDC verifier (`types/jwks.rs`) and jose both do this.
struct SingleEligibleKey: KeySelection {
    func key(for header: ProtectedHeader, in set: JWKSetDocument) throws(Refusal) -> JWK {
        let eligible = set.entries.compactMap { try? $0.key.get() }.filter { key in
            (header.keyID == nil || key.keyID == header.keyID) && (key.use ?? "sig") == "sig"
                && (key.algorithm?.name ?? header.algorithm) == header.algorithm
        }
        guard let key = eligible.first else { throw Refusal(message: "NoMatchingKey") }
        guard eligible.count == 1 else {
            throw Refusal(
                message: "AmbiguousKeyId: JWK set must only contain one eligible public key, "
                    + "but found \(eligible.count) eligible keys")
        }
        return key
    }
}
