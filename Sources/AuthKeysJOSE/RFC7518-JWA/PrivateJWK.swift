/// An RSA private key as a JSON Web Key (RFC 7518 §6.3.2).
///
/// ```
/// {"kty":"RSA","use":"sig","alg":"RS256","kid":…,"n":…,"e":…,"d":…,"p":…,"q":…,"dp":…,"dq":…,"qi":…}
/// ```
/// It is another type than ``JWK``, so that no set can hold one; what is published is ``publicJWK``. It is not `Codable`,
/// and its description does not show it.
public struct PrivateJWK: Sendable {
    public let key: RSAPrivateKey
    public let keyID: KeyID?
    public let algorithm: JWSAlgorithm?
    /// `sig` for a key that signs (RFC 7517 §4.2).
    public let use: String?
    /// What the key may do, `sign` among it (RFC 7517 §4.3); `nil` for anything.
    public let operations: [String]?

    public init(
        _ key: RSAPrivateKey, keyID: KeyID? = nil, algorithm: JWSAlgorithm? = .rs256, use: String? = "sig"
    ) {
        self.init(key, keyID: keyID, algorithm: algorithm, use: use, operations: nil)
    }

    init(_ key: RSAPrivateKey, keyID: KeyID?, algorithm: JWSAlgorithm?, use: String?, operations: [String]?) {
        self.key = key
        self.keyID = keyID
        self.algorithm = algorithm
        self.use = use
        self.operations = operations
    }

    /// The public half under the same kid; an operation of the private half becomes that of the public one.
    public var publicJWK: JWK {
        var operations: [String]?
        if let own = self.operations {
            let counterparts = own.compactMap { Self.publicOperations[$0] }
            operations = counterparts.enumerated().filter { !counterparts[..<$0.offset].contains($0.element) }
                .map(\.element)
        }
        return JWK(key.publicKey, keyID: keyID, algorithm: algorithm, use: use, operations: operations)
    }

    private static let publicOperations = [
        "sign": "verify", "verify": "verify", "decrypt": "encrypt", "encrypt": "encrypt", "unwrapKey": "wrapKey",
        "wrapKey": "wrapKey",
    ]
}

extension PrivateJWK: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "PrivateJWK(\(key.keySizeInBits) bits)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
