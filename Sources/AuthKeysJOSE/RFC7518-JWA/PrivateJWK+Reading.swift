extension PrivateJWK {
    /// Reads a private JWK. The private numbers go from the text straight into memory that is wiped; what is not wiped is
    /// the text itself, which is the caller's.
    ///
    /// All of d, p, q, dp, dq and qi have to be there: RFC 7518 §6.3.2 lets a producer leave out all but d or none. A key
    /// of d alone signs slowly and is refused by most readers, so it is not read; more than two primes (`oth`) are not
    /// either. Whether the numbers agree is not checked here.
    ///
    /// Stricter than JSON: neither a member name nor a private number may be written with escapes.
    ///
    /// - Throws: `jwk.kty`, `jwk.member`, `jwk.incomplete`, `jwk.multi-prime`, `jose.algorithm`, `key.leading-zero`, what
    ///   `RSAPrivateKey(numbers:)` throws, and the codes of `JSON.parse`.
    public init(parsing text: Span<UInt8>) throws(AuthKeysError) {
        let masked = MaskedJWKText(text)
        let json = try JSON.parse(masked.bytes.span, limits: .keySet)
        let object = JWKObject(json)
        try object.requireObject()
        if let offset = masked.escapedName {
            throw AuthKeysError(
                JOSECode.jwkMember, "a member name written with a backslash in a private JWK",
                hint: "write the names of members without escapes", at: SourceLocation(byteOffset: offset))
        }
        guard try object.requiredString("kty") == "RSA" else {
            throw AuthKeysError(
                JOSECode.jwkType, "a JWK whose kty is not RSA", at: SourceLocation(byteOffset: json.byteOffset))
        }
        if let others = json["oth"] {
            throw AuthKeysError(
                JOSECode.multiPrime, "a private JWK with the member 'oth', a key of more than two primes",
                hint: "make a key of two primes: authkeys generate", at: SourceLocation(byteOffset: others.byteOffset))
        }
        try Self.requireAllNumbers(of: object, json)
        let modulus = try object.number("n")
        let reader = SecretNumberReader(object: object, json: json, maximumCount: modulus.count)
        let numbers = RSAPrivateNumbers(
            n: modulus, e: try object.number("e"), d: try reader.number("d", text), p: try reader.number("p", text),
            q: try reader.number("q", text), dp: try reader.number("dp", text), dq: try reader.number("dq", text),
            qi: try reader.number("qi", text))
        self.init(
            try RSAPrivateKey(numbers: numbers), keyID: try object.string("kid").map { KeyID($0) },
            algorithm: try object.algorithm(), use: try object.string("use"),
            operations: try object.strings("key_ops"))
    }

    private static func requireAllNumbers(of object: JWKObject, _ json: JSONValue) throws(AuthKeysError) {
        let place = SourceLocation(byteOffset: json.byteOffset)
        guard json["d"] != nil else {
            throw AuthKeysError(
                JOSECode.jwkMember, "a JWK without 'd', so a public key, where a private one is expected",
                hint: "the private key is in another file", at: place)
        }
        let missing = ["p", "q", "dp", "dq", "qi"].filter { json[$0] == nil }
        guard !missing.isEmpty else { return }
        throw AuthKeysError(
            JOSECode.incomplete, "a private JWK without \(missing.map { "'\($0)'" }.joined(separator: ", "))",
            hint: "export the key again with its primes, as PKCS#8 or as a JWK with d, p, q, dp, dq and qi", at: place)
    }
}

/// Reads base64url numbers out of the text itself, at the places that the masked copy gives.
private struct SecretNumberReader {
    let object: JWKObject
    let json: JSONValue
    /// The length of the modulus, in bytes: no other number is longer.
    let maximumCount: Int

    func number(_ name: String, _ text: Span<UInt8>) throws(AuthKeysError) -> SecretBytes {
        // Masked, so that its length is all it tells.
        let length = try object.requiredString(name).utf8.count
        let start = (json[name]?.byteOffset ?? 0) + 1
        let number: SecretBytes
        do throws(AuthKeysError) {
            let encoded = text.extracting(start..<start + length)
            number = try SecretBytes(capacity: Base64URL.maximumDecodedCount(length)) { output throws(AuthKeysError) in
                try Base64URL.decode(encoded, into: &output)
            }
        } catch {
            throw AuthKeysError(
                JOSECode.jwkMember, "the JWK's '\(name)' is not base64url: \(error.message)", hint: error.hint,
                at: SourceLocation(byteOffset: start + (error.location?.byteOffset ?? 0)))
        }
        guard number.count > 0, number.count <= maximumCount else {
            throw AuthKeysError(
                JOSECode.jwkMember,
                "the JWK's '\(name)' is a number of \(number.count) bytes beside a modulus of \(maximumCount)",
                at: SourceLocation(byteOffset: start))
        }
        guard number.withBytes({ $0[0] != 0 }) else {
            throw AuthKeysError(
                KeyCode.leadingZero, "the JWK's '\(name)' begins with a zero octet",
                hint: "write the number with as few octets as it needs (RFC 7518 §2)",
                at: SourceLocation(byteOffset: start))
        }
        return number
    }
}
