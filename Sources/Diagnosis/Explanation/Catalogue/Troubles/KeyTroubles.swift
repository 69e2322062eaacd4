internal import Encodings

extension Catalogue {
    private static let pushedAgain = "'authkeys generate', then 'authkeys convex push auth-keys --yes'"

    /// A text that should be a private or a public key, and is not or not for this reader.
    static let keyTroubles: [Trouble] = [
        Trouble(
            ConsumerCode.keyTextRefused, .cause,
            [
                .init(
                    "the value begins with something else than -----BEGIN PRIVATE KEY-----: a quote, a space, base64 of the "
                        + "whole, or nothing at all",
                    fix: "'authkeys pem wrap key.pem --style spaces --out value.txt' makes the one-line form, and "
                        + "'authkeys convex push auth-keys --yes' sets it"),
                .init(
                    "it is PKCS#1 (-----BEGIN RSA PRIVATE KEY-----), as 'openssl genrsa' of OpenSSL 1.1 writes it",
                    fix: "'authkeys key convert key.pem --to pkcs8 --out pkcs8.pem'"),
                .init(
                    "it is encrypted",
                    fix: "'authkeys key convert key.pem --to pkcs8 --out plain.pem' asks for the passphrase"),
                .init(
                    "the value is the text of a command such as $(cat key.pem), or a hyphen: the shell did not expand it",
                    fix: "set it from a file: 'authkeys convex push auth-keys --yes'"),
            ],
            tell: ["authkeys key inspect env:JWT_PRIVATE_KEY", "authkeys doctor --live"],
            explains: [BackendCode.webSocket, SymptomCode.identityNull, SymptomCode.everybody]),
        Trouble(
            KeyTextCode.escapedNewlines, .cause,
            [
                .init(
                    "the value holds the two characters \\n where line ends were: it was copied out of JSON, or a file with "
                        + "escapes was read by something that does not decode them",
                    fix:
                        "'authkeys pem unwrap broken.txt --out key.pem', then 'authkeys pem wrap key.pem --style spaces --out value.txt'"
                )
            ], tell: ["authkeys key inspect env:JWT_PRIVATE_KEY"], explains: [BackendCode.webSocket]),
        Trouble(
            KeyTextCode.quoted, .cause,
            [
                .init(
                    "quotes were stored with the value: docker --env-file does not remove them, and ${V@Q} adds them",
                    fix: "set it without quotes: 'authkeys convex push auth-keys --yes'")
            ], tell: ["authkeys key inspect env:JWT_PRIVATE_KEY"], explains: [BackendCode.webSocket]),
        Trouble(
            ConvexAuthCode.atob, .cause,
            [
                .init(
                    "the value holds the characters \\n instead of line ends (byte 92)",
                    fix: "'authkeys pem unwrap broken.txt --out key.pem'"),
                .init("a quote was stored at its end (byte 34)", fix: "set it without quotes"),
                .init("characters were lost at the end", fix: "copy it again, from a file and not from a screen"),
            ], tell: ["authkeys key inspect env:JWT_PRIVATE_KEY"], explains: [BackendCode.webSocket]),
        Trouble(
            KeyTextCode.lostCharacters, .cause,
            [
                .init(
                    "the end of the key is missing: the value was cut, or only its first lines arrived",
                    fix: "copy it again from the file"),
                .init(
                    "the label was changed by hand: a PKCS#1 key does not become PKCS#8 by another BEGIN line",
                    fix: "'authkeys key convert key.pem --to pkcs8 --out pkcs8.pem'"),
                .init(
                    "a docker env file kept the first line only",
                    fix: "'authkeys pem wrap key.pem --style spaces --out value.txt'"),
            ], tell: ["authkeys key inspect key.pem"], explains: [BackendCode.webSocket]),
        Trouble(
            KeyTextCode.damaged, .cause,
            [
                .init(
                    "quotes, escapes, indentation or a byte order mark stand in the text",
                    fix: "'authkeys pem unwrap broken.txt --out key.pem'"),
                .init("a part of it was masked or cut by the tool that showed it", fix: "copy it from the file"),
            ], tell: ["authkeys key inspect key.pem"]),
        Trouble(
            KeyTextCode.wrongLabel, .cause,
            [
                .init(
                    "the BEGIN line names another structure than the one inside: PUBLIC KEY and RSA PUBLIC KEY differ",
                    fix: "'authkeys key convert key.pem --to spki --out public.pem'"),
                .init(
                    "a private key was given where the public one is read, or the other way round",
                    fix: "'authkeys key convert key.pem --to spki --out public.pem'"),
                .init(
                    "the reader takes the other private form only: PKCS#1 or PKCS#8",
                    fix:
                        "'authkeys key convert key.pem --to pkcs8 --out pkcs8.pem', or 'authkeys key convert key.pem --to pkcs1 --out pkcs1.pem'"
                ),
                .init("the bytes are damaged", fix: "copy the file again"),
            ], tell: ["authkeys key inspect key.pem"]),
        Trouble(
            KeyCode.unrecognised, .cause,
            [
                .init(
                    "the text is not PEM any more: one line, escaped, quoted, base64 once more",
                    fix: "'authkeys pem unwrap broken.txt --out key.pem'"),
                .init(
                    "the variable is empty, or holds the name of a file",
                    fix: "'authkeys key inspect env:JWT_PRIVATE_KEY' says what it holds"),
                .init(
                    "the key is encrypted, or of a form that this reader does not take",
                    fix: "'authkeys key convert key.pem --to pkcs8 --out pkcs8.pem'"),
            ], tell: ["authkeys key inspect key.pem"]),
        Trouble(
            KeyCode.malformed, .cause,
            [
                .init(
                    "characters of the key were lost or changed",
                    fix: "copy the file again; 'authkeys key check key.pem' proves it"),
                .init(
                    "it is of another form than the one asked for (PKCS#1, SPKI)",
                    fix: "'authkeys key convert key.pem --to pkcs8 --out pkcs8.pem'"),
            ], tell: ["authkeys key inspect key.pem"]),
        Trouble(
            KeyCode.pkcs1, .cause,
            [
                .init(
                    "the key begins with -----BEGIN RSA PRIVATE KEY-----, as 'openssl genrsa' of OpenSSL 1.1 and LibreSSL writes it",
                    fix: "'authkeys key convert key.pem --to pkcs8 --out pkcs8.pem'")
            ],
            tell: ["authkeys key inspect key.pem"]),
        Trouble(
            KeyCode.notRSA, .cause,
            [.init("the key is EC or Ed25519, and RS256 needs RSA", fix: "'authkeys generate' makes an RSA pair")],
            tell: ["authkeys key inspect key.pem"]),
        Trouble(
            KeyCode.size, .cause,
            [.init("the key has fewer than 2048 bits", fix: "\(pushedAgain)")], tell: ["authkeys key check key.pem"]),
        Trouble(
            KeyCode.certificate, .cause,
            [
                .init(
                    "the text is no certificate, or a certificate where a bare key is read",
                    fix: "'authkeys key convert key.pem --to spki --out public.pem'")
            ],
            tell: ["authkeys key inspect key.pem"]),
        Trouble(
            KeyTextCode.literalCommand, .cause,
            [
                .init(
                    "a quoted here-document, or single quotes, stopped the shell from expanding $(cat …)",
                    fix: "'authkeys convex push auth-keys --yes' sets the value from the file")
            ],
            tell: ["authkeys key inspect env:JWT_PRIVATE_KEY", "authkeys doctor --live"],
            explains: [ConsumerCode.keyTextRefused]),
        Trouble(
            EncryptedKeyCode.passphraseNeeded, .cause,
            [
                .init(
                    "the key is encrypted, and its reader has no passphrase and nobody to ask",
                    fix: "'authkeys key convert key.pem --to pkcs8 --out plain.pem' asks for it once")
            ],
            tell: ["authkeys key inspect key.pem"], explains: [KeyCode.unrecognised]),
        Trouble(
            EncryptedKeyCode.wrongPassphrase, .cause,
            [
                .init(
                    "the passphrase is another one, or has a line end behind it",
                    fix: "'authkeys key convert key.pem --to pkcs8 --out plain.pem' asks for it on the terminal"),
                .init("the encrypted part is damaged", fix: "copy the file again"),
            ], tell: ["authkeys key inspect key.pem"], explains: [KeyCode.unrecognised]),
    ]
}
