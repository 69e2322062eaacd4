internal import AuthKeysJOSE
internal import Encodings

/// Picks the key of a set that judges a token.
protocol KeySelection: Sendable {
    /// Why a key cannot judge tokens of that algorithm, whatever its kid is; `nil` when it can.
    func obstacle(in key: PublishedKey, algorithm: String) -> KeyObstacle?

    /// Whether a key without a kid is never picked.
    var needsKeyID: Bool { get }

    /// Whether a token without a kid could be for the key; where a kid is always needed, whether any token could.
    func isEligible(_ key: PublishedKey, algorithm: String) -> Bool

    /// - Parameters:
    ///   - keyID: the header's `kid`, whatever it is; `nil` where there is none.
    ///   - algorithm: the header's `alg`.
    func select(keyID: JSONValue?, algorithm: String, in set: JWKSetDocument) throws(Refusal) -> PublishedKey

    /// The answer to a token that no key of the set is for.
    var noMatch: Refusal { get }
}

extension KeySelection {
    var needsKeyID: Bool { false }

    func key(for header: ProtectedHeader, in set: JWKSetDocument) throws(Refusal) -> JWK {
        let selected = try select(
            keyID: header.keyID.map { .string($0.description) }, algorithm: header.algorithm, in: set)
        guard let key = selected.rsaKey else { throw noMatch }
        return JWK(key, keyID: header.keyID)
    }
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
