internal import KeyStrength

/// The keys and algorithms of a verifier, and how a token's header selects among them.
final class VerificationKeys: Sendable {
    private let keys: [JWK]
    private let passedOver: [PassedOverKey]
    /// Once more: taking one out of its JWK copies all that is in it.
    private let signingKeys: [SigningKey]
    /// For each key, why no signature of it is believed.
    private let weaknesses: [AuthKeysError?]
    private let algorithms: [JWSAlgorithm]
    private let ignoresKeyIDs: Bool

    /// The moduli that are accepted, in bits: from RFC 7518 §3.3 up to where one signature takes milliseconds to check.
    static let acceptedSizes = 2048...8192
    /// The public exponents that are accepted: from F4, which NIST SP 800-56B asks for, up to 32 bits.
    static let acceptedExponents: ClosedRange<UInt64> = 65_537...0xFFFF_FFFF

    /// - Parameter ignoresKeyIDs: for one key that goes by no name, so that whatever a token calls it may be right.
    init(_ set: JWKSet, algorithms: [JWSAlgorithm], ignoresKeyIDs: Bool = false) {
        keys = set.keys
        passedOver = set.passedOver
        signingKeys = set.keys.map { SigningKey($0.key) }
        self.ignoresKeyIDs = ignoresKeyIDs
        weaknesses = set.keys.map { Self.weakness(of: $0.key) }
        self.algorithms = algorithms
    }

    private init(_ keys: [JWK], as other: VerificationKeys) {
        self.keys = keys
        passedOver = other.passedOver
        signingKeys = keys.map { SigningKey($0.key) }
        ignoresKeyIDs = other.ignoresKeyIDs
        weaknesses = other.weaknesses
        algorithms = other.algorithms
    }

    /// The same keys in memory of their own.
    func copy() throws(AuthKeysError) -> VerificationKeys {
        var copies: [JWK] = []
        for key in keys { copies.append(try key.copy()) }
        return VerificationKeys(copies, as: self)
    }

    /// - Throws: `jose.algorithm`.
    func algorithm(named name: String) throws(AuthKeysError) -> JWSAlgorithm {
        for algorithm in algorithms where algorithm.name.utf8.elementsEqual(name.utf8) { return algorithm }
        let accepted = algorithms.map(\.name).joined(separator: ", ")
        throw AuthKeysError(
            JOSECode.algorithm,
            "the token's alg is \(Escaper.json(name, shownLength: 64)) where \(accepted) is accepted",
            hint: Self.hint(forAlgorithm: name))
    }

    /// The number of the one key that the header selects: the one that has its kid and no other, or, where the header
    /// names none, the only one that may verify such signatures.
    /// - Throws: `jwks.no-matching-key`, `jwks.ambiguous-key`, `key.size`, `key.exponent`, `weak.roca`.
    func key(for header: JWSHeader, algorithm: JWSAlgorithm) throws(AuthKeysError) -> Int {
        var selected: Int?
        for index in keys.indices where keys[index].mayVerify(algorithm) {
            if header.hasKeyID, !ignoresKeyIDs, !header.names(keys[index].keyID) { continue }
            guard selected == nil else { throw ambiguous(algorithm) }
            selected = index
        }
        guard let selected else { throw noMatch(header, algorithm) }
        if let weakness = weaknesses[selected] { throw weakness }
        return selected
    }

    subscript(index: Int) -> JWK { keys[index] }

    func haveSigned(_ parts: borrowing JWSParts, of token: Span<UInt8>, _ signer: KnownHeaders.Selection) -> Bool {
        parts.isSigned(by: signingKeys[signer.key].publicKey, signer.algorithm, in: token)
    }

    func keyID(of index: Int) -> KeyID? { keys[index].keyID }

    func evidence(of index: Int) -> String {
        if ignoresKeyIDs { return "the key that was given, \(keys[index].key.keySizeInBits) bits" }
        let named = keys[index].keyID.map { ", the kid \($0.quoted)" } ?? ", without a kid"
        return "key \(index + 1) of \(keys.count)\(named), \(keys[index].key.keySizeInBits) bits"
    }

    private static func weakness(of key: RSAPublicKey) -> AuthKeysError? {
        let bits = key.keySizeInBits
        guard acceptedSizes.contains(bits) else {
            return AuthKeysError(
                KeyCode.size,
                "the key that the token selects has \(bits) bits where \(acceptedSizes.lowerBound) to "
                    + "\(acceptedSizes.upperBound) are accepted",
                hint: bits < acceptedSizes.lowerBound ? "replace the key: authkeys generate" : nil)
        }
        let exponent = key.e.count > 8 ? .max : key.e.reduce(0) { $0 << 8 | UInt64($1) }
        guard acceptedExponents.contains(exponent) else {
            return AuthKeysError(
                KeyCode.exponent,
                "the key that the token selects has a public exponent outside \(acceptedExponents.lowerBound) to "
                    + "\(acceptedExponents.upperBound)",
                hint: "replace the key: authkeys generate")
        }
        do throws(AuthKeysError) {
            guard try RSAKeyStrength.hasROCAStructure(key) else { return nil }
        } catch {
            return error
        }
        return AuthKeysError(
            WeaknessCode.roca,
            "the key that the token selects was made by a faulty library, and anybody can find its primes (ROCA)",
            hint: "replace the key: authkeys generate")
    }

    // MARK: - Refusals

    private func noMatch(_ header: JWSHeader, _ algorithm: JWSAlgorithm) -> AuthKeysError {
        guard let keyID = header.keyID else {
            return AuthKeysError(
                JOSECode.noMatchingKey, "no key of the set is for verifying \(algorithm.name)",
                hint: keys.isEmpty ? emptiness : "its keys have another use, key_ops or alg")
        }
        if keys.contains(where: { $0.keyID == keyID }) {
            return AuthKeysError(
                JOSECode.noMatchingKey, "the key with the kid \(keyID.quoted) is not for verifying \(algorithm.name)",
                hint: "its use, key_ops or alg says so")
        }
        if let other = passedOver.first(where: { $0.keyID == keyID }) {
            let needs =
                switch other.kind {
                case .type: "needs an RSA key"
                case .algorithm: "is what the token names"
                }
            return AuthKeysError(
                JOSECode.noMatchingKey,
                "the key with the kid \(keyID.quoted) has the \(other.kindInWords), and \(algorithm.name) \(needs)",
                hint: "whoever signs has to sign with the key that the set has, or to publish the one that signs")
        }
        let names = keys.prefix(4).map { $0.keyID?.quoted ?? "a key without a kid" }.joined(separator: ", ")
        let rest = keys.count > 4 ? " and \(keys.count - 4) more" : ""
        return AuthKeysError(
            JOSECode.noMatchingKey, "no key of the set has the token's kid \(keyID.quoted)",
            hint: keys.isEmpty
                ? emptiness
                : "the set has \(names)\(rest); the token is older or newer than the set, or of another issuer")
    }

    /// Of a set without a key that is used here.
    private var emptiness: String {
        guard let first = passedOver.first else { return "the set is empty" }
        guard passedOver.count > 1 else { return "the set has one key, of another kind: \(first.kindInWords)" }
        let kinds = passedOver.map(\.kindInWords)
        let different = kinds.enumerated().filter { !kinds[..<$0.offset].contains($0.element) }.map(\.element)
        let shown = different.prefix(4).joined(separator: ", ")
        let rest = different.count > 4 ? " and \(different.count - 4) more" : ""
        return "the set has \(kinds.count) keys, all of other kinds: \(shown)\(rest)"
    }

    private func ambiguous(_ algorithm: JWSAlgorithm) -> AuthKeysError {
        let count = keys.count { $0.mayVerify(algorithm) }
        return AuthKeysError(
            JOSECode.ambiguousKey, "the token names no kid, and \(count) keys of the set could have signed it",
            hint: "sign with a kid, or leave one key in the set")
    }

    private static func hint(forAlgorithm name: String) -> String? {
        switch name.asciiLowercased {
        case _ where JWSAlgorithm.named(name) != nil: "if that is what the issuer signs with, accept it by name"
        case "none": "the token is not signed at all; anybody could have written it"
        case "hs256", "hs384", "hs512": "the token is signed with a shared secret and not with a key pair"
        default: nil
        }
    }
}

private final class SigningKey: Sendable {
    let publicKey: RSAPublicKey

    init(_ publicKey: RSAPublicKey) {
        self.publicKey = publicKey
    }
}
