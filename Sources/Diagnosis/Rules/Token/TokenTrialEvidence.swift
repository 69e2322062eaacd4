internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

/// A token with the verdict of the consumer on it.
struct TokenTrialEvidence {
    let token: TokenEvidence
    let evidence: Evidence
    let profile: Profile
    let time: NumericDate
    let set: KeySetContents?
    /// What the consumer says; `nil` when it accepts, or could not be asked without a set.
    let refusal: Refusal?

    init?(_ evidence: Evidence) {
        guard let token = evidence.token, let time = evidence.time else { return nil }
        self.token = token
        self.evidence = evidence
        self.time = time
        profile = evidence.profile
        let set = try? evidence.keySet?.contents.get()
        self.set = set
        let settings = VerifierSettings(
            issuer: evidence.issuer?.text ?? token.claim("iss")?.string,
            audience: evidence.audience ?? Self.audiences(token).first)
        refusal = set.flatMap { set in
            evidence.profile.verifies(token.token, with: set.document, settings: settings, at: time).refusal
        }
    }

    var words: String? { refusal.map { profile.words(of: $0) } }
    /// Whether the consumer was asked and takes the token.
    var isAccepted: Bool { self.set != nil && refusal == nil }
    var audiences: [String] { Self.audiences(token) }
    var keyID: KeyID? { token.header("kid")?.string.map { KeyID($0) } }
    /// The keys of the set that signed it, whatever kid it has.
    var signers: [KeySetContents.Key] { self.set?.keys.filter { $0.rsaKey.map(isSigned) ?? false } ?? [] }

    func date(_ name: String) -> NumericDate? { token.claim(name)?.number.map { NumericDate($0) } }

    func shown(_ date: NumericDate) -> String {
        RFC3339.text(NumericDate(secondsSince1970: date.secondsSince1970)) ?? "\(date.secondsSince1970)"
    }

    func hasKey(_ keyID: KeyID) -> Bool { self.set?.keys.contains { $0.keyID == keyID } ?? false }

    /// Whether that key made the signature, whatever the header says of kids and extensions.
    func isSigned(by key: RSAPublicKey) -> Bool {
        let algorithm = token.header("alg")?.string.flatMap { JWSAlgorithm.named($0) }
        let parts = token.token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let algorithm, parts.count == 3, let signature = try? Base64URL.decode(Array(parts[2]).span) else {
            return false
        }
        let input = Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])
        return key.isValidSignature(signature.span, for: input.span, hash: algorithm.hash)
    }

    /// Whether it says to be signed in a way that an RSA key can be asked about.
    var isOfRSA: Bool { token.header("alg")?.string.flatMap { JWSAlgorithm.named($0) } != nil }

    private static func audiences(_ token: TokenEvidence) -> [String] {
        guard let value = token.claim("aud") else { return [] }
        return value.string.map { [$0] } ?? value.elements?.compactMap(\.string) ?? []
    }
}
