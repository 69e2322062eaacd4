public import AuthKeysJOSE
internal import Encodings

/// How one real consumer of a key pair behaves: what it reads, how it signs, which key it picks, what it can store.
///
/// A profile is data plus rules; the data stands in `Profiles/`, a file for each consumer, the rules in `Rules/`, which do
/// not know whose they are. A new consumer is a new file.
public struct Profile: Sendable {
    /// The name on the command line.
    public let name: String
    /// One line for people.
    public let summary: String
    /// The largest value an environment variable can have there, in bytes.
    public let valueLimitInBytes: Int?
    /// The shortest modulus it signs and verifies with, in bits.
    public let minimumKeySizeInBits: Int
    /// The longest modulus it verifies with, in bits; `nil` where no limit is known.
    public let maximumKeySizeInBits: Int?
    /// Whether its tokens name their key.
    public let tokensCarryKeyID: Bool
    /// The `typ` of its tokens.
    public let tokenType: String?
    /// The claims that it signs; `nil` where it is left to whoever signs.
    public let tokenClaims: TokenClaims?
    /// The file that holds its environment values, without an extension.
    public let environmentFileStem: String
    /// The command that hands a file of those values to it, with the file left out; `nil` where there is no common one.
    public let loadCommand: String?
    /// How its verifier finds and keeps keys.
    public let verifier: VerifierModel
    /// What it says of a value above ``valueLimitInBytes``; `{count}` and `{limit}` are put in.
    let valueTooLarge: String
    /// What it says of a set that is none.
    let malformedKeySet: String
    /// How it takes what comes when it asks for the set.
    let keySetAnswer: any KeySetAnswer
    /// How it takes what comes when it asks for the issuer's discovery document; `nil` where it does not ask.
    var discoveryAnswer: DiscoveryAnswer?
    /// What it says of a `data:` URI that cannot be decoded; `nil` where it fetches each set.
    var keySetInDataURI: String?
    let keyTextReader: any KeyTextReader
    let keySelection: any KeySelection
    /// The steps of its verifier, in its order.
    let tokenChecks: [any TokenCheck]

    public static let all = [convexAuth, convexOIDC, convexCustomJWT, jose, generic]

    public static func named(_ name: String) -> Self? {
        all.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
}

extension Profile {
    /// Signs as this consumer signs.
    /// - Throws: `key.size`.
    public func signer(key: RSAPrivateKey, keyID: KeyID?) throws(AuthKeysError) -> JWSSigner {
        try JWSSigner(key: key, keyID: tokensCarryKeyID ? keyID : nil, type: tokenType)
    }
}
