internal import Encodings

extension Catalogue {
    /// A JWK set that does not have the one key for a token.
    static let keySetTroubles: [Trouble] = [
        Trouble(
            JOSECode.ambiguousKey, .cause,
            [
                .init(
                    "two keys are published for a signer that writes no kid, as stock Convex Auth does",
                    fix: "leave one key in JWKS: 'authkeys jwks remove jwks.json OLD-KID'"),
                .init(
                    "one kid stands over two keys", fix: "a kid belongs to one key for ever: give the new key a new one"
                ),
            ], tell: ["authkeys jwks lint jwks.json", "authkeys jwks list jwks.json"],
            explains: [BackendCode.claimNotVerified]),
        Trouble(
            JOSECode.noMatchingKey, .cause,
            [
                .init(
                    "the verifier has a JWKS from before or after the rotation: the kid of the token is not in it",
                    fix: "publish both keys until the old tokens are gone, or sign in again"),
                .init(
                    "the keys of the set have no kid, and the token names one",
                    fix: "publish the kid: 'authkeys jwks derive key.pem --kid KID' prints the set"),
                .init(
                    "use, key_ops or alg of the key exclude it", fix: "'authkeys jwks lint jwks.json' names the member"),
            ], tell: ["authkeys jwks list jwks.json", "authkeys jwt inspect token.jwt"],
            explains: [BackendCode.claimNotVerified]),
        Trouble(
            JOSECode.unknownKeyID, .cause,
            [
                .init(
                    "the verifier has another JWKS than the signer's",
                    fix: "see which one it reads, and when it last fetched it"),
                .init(
                    "the key was removed while tokens of it are still in use",
                    fix: "publish a key until the last token it signed has expired"),
            ], tell: ["authkeys jwks list jwks.json", "authkeys jwt inspect token.jwt"]),
        Trouble(
            JOSECode.missingKeyID, .cause,
            [
                .init(
                    "the set was made without, as the script of Convex Auth makes it, and this verifier finds keys by their kid",
                    fix: "'authkeys jwks derive key.pem --out jwks.json --force' writes the thumbprint as kid"),
                .init(
                    "use of the key is another than sig",
                    fix: "'authkeys jwks derive key.pem --out jwks.json --force' writes use too"),
            ], tell: ["authkeys jwks list jwks.json", "authkeys jwks lint jwks.json"]),
        Trouble(
            JOSECode.malformedSet, .cause,
            [
                .init(
                    "the value is a single JWK or a PEM key, not {\"keys\":[…]}",
                    fix: "'authkeys jwks derive key.pem --out jwks.json --force'"),
                .init(
                    "the set is empty, or none of its keys can be read",
                    fix: "'authkeys jwks lint jwks.json' says which and why"),
                .init(
                    "a shell removed the quotes of the JSON",
                    fix: "'authkeys emit dotenv --key key.pem --out .env.keys' quotes it so that every reader agrees"),
            ], tell: ["authkeys jwks lint env:JWKS"], explains: [BackendCode.discoveryFailed]),
        Trouble(
            JOSECode.jwkMember, .cause,
            [
                .init(
                    "n or e is missing, padded, or in plain base64 instead of base64url",
                    fix: "'authkeys jwks derive key.pem --out jwks.json --force'"),
                .init(
                    "kty is one that this reader does not know, or not what the alg needs: RS256 needs RSA",
                    fix: "'authkeys jwks list jwks.json' shows it; 'authkeys generate' makes an RSA pair"),
            ],
            tell: ["authkeys jwks lint jwks.json"]),
        Trouble(
            JOSECode.unreadable, .cause,
            [
                .init(
                    "a JWK of the set is of another type, or damaged",
                    fix: "'authkeys jwks lint jwks.json' names the key and the member")
            ],
            tell: ["authkeys jwks lint jwks.json"]),
    ]
}
