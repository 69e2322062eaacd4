/// What differs between releases of panva's jose, as far as it changes an answer. The rest of the profile is the same from
/// 4 to 6.
struct JoseRelease: Sendable {
    let version: String
    let algorithmNotAllowed: String
    /// Says that a claim is missing, where the other says that it is unexpected.
    let namesMissingClaims: Bool
    /// JSON that is no object, and an empty part, counts as a header without members.
    let takesOtherHeaders: Bool
    /// Members of the header and of a JWK count as absent when they are of a type that they cannot have.
    let ignoresMistypedMembers: Bool
    let illFormedText: PartReading.IllFormedText
    let alphabet: ForgivingBase64.Alphabet
    let undecodableSignature: String
    let undecodablePayload: String
    /// What it says of a payload beyond ASCII before it looks at the signature; `nil` where it does not look.
    let payloadBeyondASCII: String?

    /// The current one.
    static let release6 = Self(
        version: "6.2.10",
        algorithmNotAllowed: "ERR_JOSE_ALG_NOT_ALLOWED: \"alg\" (Algorithm) Header Parameter value not allowed",
        namesMissingClaims: true,
        takesOtherHeaders: false,
        ignoresMistypedMembers: false,
        illFormedText: .refused,
        alphabet: .urlOnly,
        undecodableSignature: "ERR_JWS_INVALID: Failed to base64url decode the signature",
        undecodablePayload: "ERR_JWS_INVALID: Failed to base64url decode the payload",
        payloadBeyondASCII: "ERR_JWS_INVALID: The payload is not a valid base64url string")

    /// What Debian 12 installs as `node-jose`, in its build for browsers, which uses WebCrypto as release 6 does.
    static let release4 = Self(
        version: "4.11.4",
        algorithmNotAllowed: "ERR_JOSE_ALG_NOT_ALLOWED: \"alg\" (Algorithm) Header Parameter not allowed",
        namesMissingClaims: false,
        takesOtherHeaders: true,
        ignoresMistypedMembers: true,
        illFormedText: .replaced,
        alphabet: .either,
        undecodableSignature: "TypeError: The input to be decoded is not correctly encoded.",
        undecodablePayload: "TypeError: The input to be decoded is not correctly encoded.",
        payloadBeyondASCII: nil)
}
