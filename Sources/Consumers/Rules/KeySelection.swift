internal import AuthKeysJOSE

/// Picks the key of a set that judges a token.
protocol KeySelection: Sendable {
    /// Why a key cannot judge tokens of that algorithm, whatever its kid is; `nil` when it can.
    func obstacle(in key: JWK, algorithm: JWSAlgorithm) -> KeyObstacle?

    func key(for header: ProtectedHeader, in set: JWKSetDocument) throws(Refusal) -> JWK
}

/// The member of a JWK by which a consumer passes the key over.
public enum KeyObstacle: Sendable, Hashable {
    case use, operations, algorithm

    /// The member's name.
    public var member: String {
        switch self {
        case .use: "use"
        case .operations: "key_ops"
        case .algorithm: "alg"
        }
    }
}

/// A key is eligible when its kid equals the token's (or the token has none), its `use` is absent or `sig` and its `alg`
/// absent or the token's; exactly one may be, whether or not one of several would verify. JWKs that cannot be read are
/// passed over. Convex's OIDC verifier (`types/jwks.rs`) and jose both do this; jose also looks at `key_ops`.
struct SingleEligibleKey: KeySelection {
    let looksAtOperations: Bool

    func obstacle(in key: JWK, algorithm: JWSAlgorithm) -> KeyObstacle? {
        if (key.use ?? "sig") != "sig" { return .use }
        if looksAtOperations, let operations = key.operations, !operations.contains("verify") { return .operations }
        if let own = key.algorithm, own != algorithm { return .algorithm }
        return nil
    }

    func key(for header: ProtectedHeader, in set: JWKSetDocument) throws(Refusal) -> JWK {
        guard let algorithm = JWSAlgorithm.named(header.algorithm) else { throw Refusal(message: "NoMatchingKey") }
        let eligible = set.entries.compactMap { try? $0.key.get() }.filter { key in
            (header.keyID == nil || key.keyID == header.keyID) && obstacle(in: key, algorithm: algorithm) == nil
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
