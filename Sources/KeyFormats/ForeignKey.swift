internal import Encodings

/// Keys and stores that are not read here: each is named, with the command that makes something readable of it.
enum ForeignKey {
    /// - Parameter name: of the algorithm, as its standard has it.
    static func algorithm(_ name: String, _ identifier: AlgorithmIdentifier, _ what: String) -> AuthKeysError {
        guard identifier.algorithm == .rsaPSS else {
            return AuthKeysError(
                KeyCode.notRSA, "\(what) of the kind \(name), where rsaEncryption is expected", hint: makeAnRSAKey)
        }
        return AuthKeysError(
            KeyCode.rsaPSS, "\(what) of the kind \(name), which signs PS256 and never RS256", hint: makeAnRSAKey)
    }

    static func ofKind(_ kind: DERKeyKind) -> AuthKeysError? {
        switch kind {
        case .certificate: certificate
        case .ecPrivateKey: bare("an elliptic-curve private key (SEC 1)")
        case .dsaPrivateKey: bare("a DSA private key")
        case .pkcs12: pkcs12
        case .privateKeyInfo, .rsaPrivateKey, .subjectPublicKeyInfo, .rsaPublicKey, .encryptedPrivateKeyInfo: nil
        }
    }

    static func labelled(_ label: String) -> AuthKeysError? {
        switch label {
        case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE": certificate
        case "OPENSSH PRIVATE KEY":
            AuthKeysError(
                KeyCode.openSSH, "a private key in OpenSSH's own format",
                hint: "ssh-keygen -p -m PKCS8 -f FILE rewrites FILE as PKCS#8, so work on a copy")
        case "EC PRIVATE KEY", "EC PARAMETERS": bare("an elliptic-curve private key (SEC 1)")
        case "DSA PRIVATE KEY", "DSA PARAMETERS": bare("a DSA private key")
        default: nil
        }
    }

    /// The one line of an `id_rsa.pub`.
    static let sshPublicKey = AuthKeysError(
        KeyCode.openSSH, "a public key in OpenSSH's own format",
        hint: "ssh-keygen -e -m PKCS8 -f FILE writes it as PEM")

    static let jwk = AuthKeysError(
        KeyCode.jwk, "JSON, where a key in PEM or DER is expected", hint: "give it where a JWK or JWK set is read")

    private static let makeAnRSAKey = "authkeys generate makes an RSA key"

    private static let certificate = AuthKeysError(
        KeyCode.certificate, "an X.509 certificate, where a key is expected",
        hint: "openssl x509 -in FILE -noout -pubkey writes its public key")

    private static let pkcs12 = AuthKeysError(
        KeyCode.pkcs12, "a PKCS#12 store, where a key is expected",
        hint: "openssl pkcs12 -in FILE -nocerts -noenc writes its private key")

    private static func bare(_ what: String) -> AuthKeysError {
        AuthKeysError(KeyCode.notRSA, "\(what), where an RSA key is expected", hint: makeAnRSAKey)
    }
}
