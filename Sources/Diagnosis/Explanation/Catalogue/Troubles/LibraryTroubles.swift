internal import Encodings

extension Catalogue {
    /// A library that was called with the wrong thing.
    static let libraryTroubles: [Trouble] = [
        Trouble(
            LibraryCode.noKey, .cause,
            [
                .init(
                    "the variable that should hold the key is unset where this runs",
                    fix: "set it for this very process; a secret that a job may not read is empty"),
                .init("it has another name there", fix: "print the names of the variables, never their values"),
            ], tell: ["authkeys key inspect env:JWT_PRIVATE_KEY"]),
        Trouble(
            LibraryCode.keyKind, .cause,
            [
                .init(
                    "the text of the PEM was given where the library wants a key object, or the other way round",
                    fix: "jose: importPKCS8 or importSPKI first; Node: createPrivateKey or createPublicKey"),
                .init(
                    "a public key was given to sign, or a private one to verify",
                    fix: "sign with the private key, verify with the public one"),
                .init(
                    "the key is of another type than the algorithm: EC for RS256",
                    fix: "'authkeys generate' makes an RSA pair"),
            ], tell: ["authkeys key inspect key.pem"]),
        Trouble(
            LibraryCode.symmetricKey, .cause,
            [
                .init(
                    "HS256 is allowed although the key is a public one: who knows the public key could sign",
                    fix: "allow RS256 and nothing else")
            ],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            LibraryCode.keyFunction, .cause,
            [
                .init("no key of the set has the token's kid", fix: "compare the two: 'authkeys jwks list jwks.json'"),
                .init(
                    "the JWKS could not be fetched",
                    fix: "'authkeys jwks list https://example.com/.well-known/jwks.json'"),
                .init("the function refuses the algorithm of the token", fix: "sign RS256"),
            ], tell: ["authkeys jwks list jwks.json", "authkeys jwt inspect token.jwt"]),
        Trouble(
            LibraryCode.missingDependency, .cause,
            [.init("PyJWT was installed without the package cryptography", fix: "pip install 'pyjwt[crypto]'")],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            LibraryCode.remoteKeys, .cause,
            [
                .init(
                    "the address is wrong: jwks_uri of the issuer's document names it",
                    fix: "'authkeys jwt verify token.jwt --discover https://example.com --any-audience' follows it"),
                .init(
                    "the server answers with an error, a login page or too late",
                    fix: "curl -si https://example.com/.well-known/jwks.json"),
            ], tell: ["authkeys jwks list https://example.com/.well-known/jwks.json"]),
        Trouble(
            LibraryCode.failed, .refusal,
            [
                .init("the signature is of another key", fix: "verify with the public key of the signer"),
                .init("the bytes that were signed were changed", fix: "take the token where it is refused"),
            ], tell: ["authkeys jwt verify token.jwt --key public.pem --any-issuer --any-audience"]),
    ]
}
