internal import Encodings

extension Catalogue {
    /// Of OpenSSL, of Node's crypto and of WebCrypto, when they read a key.
    static let keyTextMessages: [KnownMessage] = [
        KnownMessage(
            [.openSSL, .node], KeyCode.unrecognised,
            [
                "no start line", "PEM routines:{}no start line", "error:0909006C:PEM routines",
                "PEM_read_bio:no start line",
                "Could not read private key from", "Could not read public key from", "Could not find private key",
                "Could not find or decode private key", "unable to load <Private|Public> Key",
                "Expecting: ANY PRIVATE KEY",
                "PEM routines:{}no start line{}Expecting: ANY PRIVATE KEY", "Could not read key from <stdin>",
                "Could not read key from <-$|/>", "Could not read key from {}.<pem|key>",
                "STORE routines:{}unsupported",
                "Could not find public key",
            ],
            example: "error:0909006C:PEM routines:get_name:no start line"),
        KnownMessage(
            [.node, .openSSL], KeyCode.unrecognised,
            [
                "DECODER routines::unsupported", "error:1E08010C", "error:1E08010C:DECODER routines::unsupported",
                "ERR_OSSL_UNSUPPORTED", "error:1E08010C:DECODER routines::unsupported{}ERR_OSSL_UNSUPPORTED",
                "DECODER routines:OSSL_DECODER_from_bio:unsupported",
                "error:1E08010C:DECODER routines:OSSL_DECODER_from_bio:unsupported",
            ],
            example: "Error: error:1E08010C:DECODER routines::unsupported"),
        KnownMessage(
            [.openSSL, .node], KeyTextCode.lostCharacters,
            [
                "bad end line", "PEM routines:{}bad end line", "asn1 encoding routines{}too long",
                "asn1 encoding routines{}not enough data", "ERR_OSSL_PEM_BAD_END_LINE",
                "PEM routines:{}bad end line{}ERR_OSSL_PEM_BAD_END_LINE", "asn1 encoding routines{}header too long",
            ],
            example: "error:04800066:PEM routines::bad end line"),
        KnownMessage(
            [.openSSL, .node], KeyTextCode.damaged,
            [
                "bad base64 decode", "PEM routines:{}bad base64 decode", "ERR_OSSL_PEM_BAD_BASE64_DECODE",
                "PEM routines:{}bad base64 decode{}ERR_OSSL_PEM_BAD_BASE64_DECODE", "Invalid PEM formatted message",
                "Failed to read {} key: InvalidCharacterError",
            ],
            example: "error:04800064:PEM routines::bad base64 decode"),
        KnownMessage(
            [.openSSL, .node], KeyTextCode.wrongLabel,
            [
                "asn1 encoding routines{}wrong tag", "ERR_OSSL_ASN1_WRONG_TAG",
                "asn1 encoding routines{}nested asn1 error",
                "asn1 encoding routines{}wrong tag{}ERR_OSSL_ASN1_WRONG_TAG", "asn1 encoding routines{}unexpected eoc",
            ],
            example: "error:0680007B:asn1 encoding routines::wrong tag"),
        KnownMessage(
            [.openSSL, .node], EncryptedKeyCode.wrongPassphrase,
            [
                "bad decrypt", "Provider routines{}bad decrypt", "digital envelope routines{}bad decrypt",
                "maybe wrong password",
                "ERR_OSSL_BAD_DECRYPT", "ERR_OSSL_EVP_BAD_DECRYPT", "PEM routines:{}bad decrypt",
                "digital envelope routines{}bad decrypt{}ERR_OSSL_EVP_BAD_DECRYPT",
                "Provider routines{}bad decrypt{}ERR_OSSL_BAD_DECRYPT",
            ],
            example: "error:1C800064:Provider routines::bad decrypt"),
        KnownMessage(
            [.openSSL, .node], EncryptedKeyCode.passphraseNeeded,
            [
                "bad password read", "PEM routines:{}bad password read", "Passphrase required for encrypted key",
                "ERR_MISSING_PASSPHRASE", "Password was not given but private key is encrypted",
                "routines{}interrupted or cancelled",
                "TypeError [ERR_MISSING_PASSPHRASE]: Passphrase required for encrypted key",
                "Passphrase required for encrypted key{}ERR_MISSING_PASSPHRASE", "Enter pass phrase for",
            ],
            example: "TypeError: Passphrase required for encrypted key"),
        KnownMessage(
            [.openSSL, .node], KeyCode.size,
            [
                "key size too small", "ee key too small", "digest too big for rsa key",
                "rsa routines{}key size too small",
                "rsa routines{}digest too big for rsa key", "rsa routines{}data too large for key size",
            ],
            example: "error:02000078:rsa routines::key size too small"),
        KnownMessage(
            [.node], LibraryCode.keyKind,
            [
                "Invalid key object type", "ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE", "The \"key\" argument must be of type",
                "The \"key.key\" property must be of type",
                "Invalid key object type{}ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE",
                "supplied key param cannot be coerced into a private key",
                "[ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE]: Invalid key object type", "Error: Invalid key type",
                "Error]: Invalid key type", "DataError: Invalid key type", "^Invalid key type$",
                "operation not supported for this keytype",
                "digital envelope routines{}operation not supported for this keytype",
            ],
            example: "TypeError [ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE]: Invalid key object type public, expected private."
        ),
        KnownMessage(
            [.webCrypto], KeyCode.malformed,
            [
                "DataError: Invalid keyData", "Invalid keyData", "Failed to execute 'importKey'",
                "DataError: Data provided to an operation",
            ],
            example: "DOMException [DataError]: Invalid keyData"),
        KnownMessage(
            [.jose, .node], JOSECode.jwkMember,
            [
                "Invalid JWK data", "The \"key.<n|e|kty>\" property must be of type", "ERR_CRYPTO_INVALID_JWK",
                "Invalid JWK {} key type", "JWK \"{}\" Parameter missing",
            ],
            example: "Error: Invalid JWK data"),
        KnownMessage(
            [.openSSL, .webCrypto], LibraryCode.failed,
            [
                "OperationError: The operation failed for an operation-specific reason",
                "rsa routines{}invalid signature", "rsa routines{}bad signature", "rsa routines{}padding check failed",
            ],
            example: "error:02000068:rsa routines::bad signature"),
    ]
}
