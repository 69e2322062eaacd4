package enum JOSECode: String, CodeFamily {
    case algorithm = "jose.algorithm"
    case ambiguousKey = "jwks.ambiguous-key"
    case duplicateKeyID = "jwks.duplicate-kid"
    case headerMember = "jws.header-member"
    case jwkMember = "jwk.member"
    case jwkType = "jwk.kty"
    case keyID = "jwk.kid"
    case malformedSet = "jwks.malformed"
    case malformedToken = "jws.malformed"
    case noMatchingKey = "jwks.no-matching-key"
    case privateMember = "jwk.private-member"
    case signature = "jws.signature"
    case tooManyKeys = "jwks.too-many-keys"

    package var meaning: String {
        switch self {
        case .algorithm: "The algorithm is not one that is allowed here, or not the one the key is for."
        case .ambiguousKey: "More than one key of the set could have signed the token."
        case .duplicateKeyID: "Two keys of the set have the same kid."
        case .headerMember: "A member of the token's header is missing, of the wrong type or not understood."
        case .jwkMember: "A member of a JWK is missing, of the wrong type or has a value it cannot have."
        case .jwkType: "The kty of a JWK is not RSA."
        case .keyID: "The kid is not one that this tool gives to a key."
        case .malformedSet: "The text is not a JWK set: an object with an array named keys (RFC 7517 §5)."
        case .malformedToken: "The text is not three base64url parts joined by dots (RFC 7515 §7.1)."
        case .noMatchingKey: "No key of the set fits the token."
        case .privateMember: "A JWK that is meant to be public holds a member of the private key."
        case .signature: "The signature was not made over these bytes by this key."
        case .tooManyKeys: "The set holds more keys than are read."
        }
    }
}
