/// A signature algorithm (RFC 7518 §3.3). Everything that is known about one stands in its row of ``all``.
public struct JWSAlgorithm: Sendable, Hashable {
    /// The `alg` value.
    public let name: String
    public let hash: SHA2
    /// The shortest modulus, in bits: 2048 by RFC 7518 §3.3.
    public let minimumKeySizeInBits: Int

    public static let rs256 = Self(name: "RS256", hash: .sha256, minimumKeySizeInBits: 2048)
    public static let rs384 = Self(name: "RS384", hash: .sha384, minimumKeySizeInBits: 2048)
    public static let rs512 = Self(name: "RS512", hash: .sha512, minimumKeySizeInBits: 2048)

    public static let all = [rs256, rs384, rs512]

    /// `RS256, RS384 and RS512`, for messages.
    static let allNames = all.dropLast().map(\.name).joined(separator: ", ") + " and " + all[all.count - 1].name

    /// - Parameter name: compared as bytes; `rs256` is no algorithm.
    public static func named(_ name: String) -> Self? {
        all.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
}
