import AuthKeysJOSE
import Consumers

/// What somebody without the private key can make of a token.
enum Tampering: CaseIterable, Sendable {
    case otherPayload, otherSignature, shorterSignature, noSignature, algorithmNone, algorithmNoneUnsigned, otherKey

    private static let strangersKey = Result<RSAPrivateKey, any Error> { try RSAPrivateKey(keySize: .bits2048) }

    /// The code with which our verifier refuses it.
    var refusal: JOSECode {
        switch self {
        case .algorithmNone, .algorithmNoneUnsigned: .algorithm
        default: .signature
        }
    }

    func apply(to token: String, keyID: KeyID) throws -> String {
        var parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let none = Base64URL.encode(#"{"alg":"none"}"#.utf8.span)
        switch self {
        case .otherPayload: parts[1] = Base64URL.encode(#"{"sub":"admin"}"#.utf8.span)
        // Not the first character, with which the number could become larger than the modulus.
        case .otherSignature:
            let index = parts[2].index(parts[2].startIndex, offsetBy: 100)
            parts[2].replaceSubrange(index...index, with: parts[2][index] == "A" ? "B" : "A")
        case .shorterSignature:
            let signature = try Base64URL.decode(parts[2])
            parts[2] = Base64URL.encode(Array(signature.dropLast()).span)
        case .noSignature: parts[2] = ""
        case .algorithmNone: parts[0] = none
        case .algorithmNoneUnsigned: (parts[0], parts[2]) = (none, "")
        case .otherKey:
            let payload = try Base64URL.decode(parts[1])
            return try Profile.generic.signer(key: Self.strangersKey.get(), keyID: keyID).sign(payload.span)
        }
        return parts.joined(separator: ".")
    }
}
