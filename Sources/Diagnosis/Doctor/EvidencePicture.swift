internal import AuthKeysJOSE
internal import Consumers
internal import Encodings
internal import KeyFormats

/// The values of an environment, each judged by itself, and each two of them that can be compared.
struct EvidencePicture {
    let evidence: Evidence

    var values: [MatchPicture.Value] { [privateKey, keySet, issuer, token].compactMap { $0 } }

    var links: [MatchPicture.Link] { [keyAndSet, keyAndToken, tokenAndSet, tokenAndIssuer].compactMap { $0 } }

    // MARK: - Values

    private var privateKey: MatchPicture.Value? {
        guard let key = evidence.privateKey else { return nil }
        var details = [key.place.description]
        if let publicKey = key.publicKey { details.append("RSA, \(publicKey.keySizeInBits) bits") }
        if let thumbprint = key.thumbprint { details.append("thumbprint \(thumbprint)") }
        let state = state(isReadable: key.publicKey != nil && key.refusal == nil) { $0.privateKey = key }
        return .init(.privateKey, state, details: details)
    }

    private var keySet: MatchPicture.Value? {
        guard let set = evidence.keySet else { return nil }
        var details = set.place.map { [$0.description] } ?? []
        if let contents = self.set {
            details.append(contents.keys.count.counted("key"))
            details += contents.keys.prefix(3).compactMap { key in key.thumbprint.map { "thumbprint \($0)" } }
        }
        return .init(.keySet, state(isReadable: self.set != nil) { $0.keySet = set }, details: details)
    }

    private var issuer: MatchPicture.Value? {
        guard let issuer = evidence.issuer else { return nil }
        let state = state(isReadable: true) { $0.issuer = issuer }
        return .init(.issuer, state, details: [issuer.text.shortened(), issuer.place.description])
    }

    private var token: MatchPicture.Value? {
        guard let token = evidence.token else {
            guard evidence.live?.probe != nil else { return nil }
            return .init(
                .token, .good, details: ["shown by --probe", "valid for \(LiveProbeToken.lifetime) s, for nobody"])
        }
        var details = [token.place.description]
        if let algorithm = token.header("alg")?.string {
            let kid = token.header("kid")?.string.map { "kid \(Escaper.json($0, shownLength: 60))" } ?? "no kid"
            details.append("\(algorithm.shortened()), \(kid)")
        }
        if let expiry = token.claim("exp")?.number { details.append("expires \(NumericDate(expiry))") }
        return .init(.token, state(isReadable: token.reading.isWellFormed) { $0.token = token }, details: details)
    }

    /// What the rules find of a value that stands alone.
    private func state(isReadable: Bool, _ give: (inout Evidence) -> Void) -> MatchPicture.State {
        guard isReadable else { return .bad }
        var alone = Evidence(profile: evidence.profile)
        alone.time = evidence.time
        alone.audience = evidence.audience
        // That a deployment was asked, and nothing of what it answered.
        alone.live = evidence.live.map { _ in LiveEvidence() }
        give(&alone)
        switch RuleRegistry.findings(in: alone).map(\.severity).max() {
        case .error: return .bad
        case .warning: return .warning
        case .note, nil: return .good
        }
    }

    // MARK: - Links

    private var keyAndSet: MatchPicture.Link? {
        guard let key = evidence.privateKey, evidence.keySet != nil else { return nil }
        guard let publicKey = key.publicKey, let set else {
            return .init(.privateKey, .keySet, .unknown, label: "not compared")
        }
        return set.keys.contains { $0.rsaKey == publicKey }
            ? .init(.privateKey, .keySet, .good, label: "same key")
            : .init(.privateKey, .keySet, .bad, label: "different keys")
    }

    /// A token that another key signed is nothing bad as long as the set has that key.
    private var keyAndToken: MatchPicture.Link? {
        guard let key = evidence.privateKey, hasToken else { return nil }
        guard let publicKey = key.publicKey, hasReadableToken else {
            return .init(.privateKey, .token, .unknown, label: "not compared")
        }
        return isTokenSigned(by: publicKey)
            ? .init(.privateKey, .token, .good, label: "signed by this key")
            : .init(.privateKey, .token, .warning, label: "signed by another key")
    }

    private var tokenAndSet: MatchPicture.Link? {
        guard hasToken, evidence.keySet != nil else { return nil }
        guard let set, hasReadableToken else {
            return .init(.token, .keySet, .unknown, label: "not compared")
        }
        guard let signer = set.keys.first(where: { key in key.rsaKey.map(isTokenSigned) ?? false }) else {
            return .init(.token, .keySet, .bad, label: "signed by no key of it")
        }
        return .init(.token, .keySet, .good, label: "signed by key \(signer.index + 1)")
    }

    private var tokenAndIssuer: MatchPicture.Link? {
        guard let token = evidence.token, let issuer = evidence.issuer else { return nil }
        guard let claimed = token.claim("iss")?.string else {
            return .init(.token, .issuer, .bad, label: "names no issuer")
        }
        return claimed.utf8.elementsEqual(issuer.text.utf8)
            ? .init(.token, .issuer, .good, label: "same issuer")
            : .init(.token, .issuer, .bad, label: "another issuer")
    }

    private var set: KeySetContents? { try? evidence.keySet?.contents.get() }

    // MARK: - The token, or that of the probe, which the stored key has signed

    private var hasToken: Bool { evidence.token != nil || evidence.live?.probe != nil }

    private var hasReadableToken: Bool { evidence.token?.reading.isWellFormed ?? hasToken }

    private func isTokenSigned(by key: RSAPublicKey) -> Bool {
        evidence.token?.isSigned(by: key) ?? (key == evidence.privateKey?.publicKey)
    }
}

extension TokenEvidence {
    func isSigned(by key: RSAPublicKey) -> Bool {
        let keyID = header("kid")?.string.map { KeyID($0) }
        guard let set = try? JWKSet([JWK(key, keyID: keyID, algorithm: nil)]) else { return false }
        return (try? JWSVerifier(keys: set, algorithms: JWSAlgorithm.all).verify(token)) != nil
    }
}

extension String {
    /// A text from outside, for a detail.
    func shortened() -> String {
        let shown = unicodeScalars.prefix(120)
        return shown.endIndex < unicodeScalars.endIndex ? String(String.UnicodeScalarView(shown)) + "…" : self
    }
}
