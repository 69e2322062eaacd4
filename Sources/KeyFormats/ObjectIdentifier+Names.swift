extension ObjectIdentifier {
    // RFC 8017 A.
    package static let rsaEncryption = Self("1.2.840.113549.1.1.1")
    package static let rsaPSS = Self("1.2.840.113549.1.1.10")
    // RFC 8018 A.
    package static let pbkdf2 = Self("1.2.840.113549.1.5.12")
    package static let pbes2 = Self("1.2.840.113549.1.5.13")
    package static let hmacWithSHA1 = Self("1.2.840.113549.2.7")
    /// RFC 7914 §7.
    package static let scrypt = Self("1.3.6.1.4.1.11591.4.11")

    /// PBES1 (RFC 8018 A.3) and the schemes of PKCS#12 (RFC 7292 C); all have a salt and a count of iterations.
    package static let passwordBasedSchemes: Set<Self> = Set(
        ([1, 3, 4, 6, 10, 11].map { "1.2.840.113549.1.5.\($0)" } + (1...6).map { "1.2.840.113549.1.12.1.\($0)" })
            .map(Self.init))

    static let names: [String: String] = [
        // Keys.
        "1.2.840.113549.1.1.1": "rsaEncryption",
        "1.2.840.113549.1.1.7": "id-RSAES-OAEP",
        "1.2.840.113549.1.1.10": "id-RSASSA-PSS",
        "1.2.840.10045.2.1": "id-ecPublicKey",
        "1.3.101.110": "X25519",
        "1.3.101.111": "X448",
        "1.3.101.112": "Ed25519",
        "1.3.101.113": "Ed448",
        "1.2.840.10040.4.1": "id-dsa",
        "1.2.840.113549.1.3.1": "dhKeyAgreement",
        "1.2.840.10046.2.1": "dhpublicnumber",
        "2.16.840.1.101.3.4.3.17": "id-ml-dsa-44",
        "2.16.840.1.101.3.4.3.18": "id-ml-dsa-65",
        "2.16.840.1.101.3.4.3.19": "id-ml-dsa-87",
        // Signatures, which turn up where a key's own algorithm belongs.
        "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
        "1.2.840.113549.1.1.5": "sha1WithRSAEncryption",
        "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
        "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
        "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
        // Curves.
        "1.2.840.10045.3.1.7": "P-256",
        "1.3.132.0.34": "P-384",
        "1.3.132.0.35": "P-521",
        "1.3.132.0.10": "secp256k1",
        // Password-based encryption.
        "1.2.840.113549.1.5.1": "pbeWithMD2AndDES-CBC",
        "1.2.840.113549.1.5.3": "pbeWithMD5AndDES-CBC",
        "1.2.840.113549.1.5.4": "pbeWithMD2AndRC2-CBC",
        "1.2.840.113549.1.5.6": "pbeWithMD5AndRC2-CBC",
        "1.2.840.113549.1.5.10": "pbeWithSHA1AndDES-CBC",
        "1.2.840.113549.1.5.11": "pbeWithSHA1AndRC2-CBC",
        "1.2.840.113549.1.5.12": "PBKDF2",
        "1.2.840.113549.1.5.13": "PBES2",
        "1.2.840.113549.1.12.1.1": "pbeWithSHAAnd128BitRC4",
        "1.2.840.113549.1.12.1.2": "pbeWithSHAAnd40BitRC4",
        "1.2.840.113549.1.12.1.3": "pbeWithSHAAnd3-KeyTripleDES-CBC",
        "1.2.840.113549.1.12.1.4": "pbeWithSHAAnd2-KeyTripleDES-CBC",
        "1.2.840.113549.1.12.1.5": "pbeWithSHAAnd128BitRC2-CBC",
        "1.2.840.113549.1.12.1.6": "pbeWithSHAAnd40BitRC2-CBC",
        "1.3.6.1.4.1.11591.4.11": "scrypt",
        "1.2.840.113549.2.7": "HMAC-SHA1",
        "1.2.840.113549.2.8": "HMAC-SHA224",
        "1.2.840.113549.2.9": "HMAC-SHA256",
        "1.2.840.113549.2.10": "HMAC-SHA384",
        "1.2.840.113549.2.11": "HMAC-SHA512",
        "1.3.14.3.2.7": "DES-CBC",
        "1.2.840.113549.3.2": "RC2-CBC",
        "1.2.840.113549.3.7": "DES-EDE3-CBC",
        "2.16.840.1.101.3.4.1.2": "AES-128-CBC",
        "2.16.840.1.101.3.4.1.22": "AES-192-CBC",
        "2.16.840.1.101.3.4.1.42": "AES-256-CBC",
    ]
}
