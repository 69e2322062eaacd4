internal import AuthKeysJOSE
internal import Consumers
internal import Encodings
internal import KeyFormats

extension MatchPicture {
    /// Each value that was given, judged by itself, and each two of them that can be compared.
    init(of evidence: Evidence) {
        let drawing = EvidencePicture(evidence: evidence)
        self.init(
            values: [drawing.privateKey, drawing.keySet, drawing.issuer, drawing.token].compactMap { $0 },
            links: [drawing.keyAndSet, drawing.keyAndToken, drawing.tokenAndSet, drawing.tokenAndIssuer]
                .compactMap { $0 })
    }
}

private struct EvidencePicture {
    let evidence: Evidence

    // MARK: - Values

    var privateKey: MatchPicture.Value? {
        guard let key = evidence.privateKey else { return nil }
        var details = [key.place.description]
        if let publicKey = key.publicKey { details.append("RSA, \(publicKey.keySizeInBits) bits") }
        if let thumbprint = key.thumbprint { details.append("thumbprint \(thumbprint)") }
        let state = state(isReadable: key.publicKey != nil && key.refusal == nil) { $0.privateKey = key }
        return .init(.privateKey, state, details: details)
    }

    var keySet: MatchPicture.Value? {
        guard let set = evidence.keySet else { return nil }
        var details = set.place.map { [$0.description] } ?? []
        if let contents = self.set {
            details.append(contents.keys.count.counted("key"))
            details += contents.keys.prefix(3).compactMap { key in key.thumbprint.map { "thumbprint \($0)" } }
        }
        return .init(.keySet, state(isReadable: self.set != nil) { $0.keySet = set }, details: details)
    }

    var issuer: MatchPicture.Value? {
        guard let issuer = evidence.issuer else { return nil }
        let state = state(isReadable: true) { $0.issuer = issuer }
        return .init(.issuer, state, details: [Self.shortened(issuer.text), issuer.place.description])
    }

    var token: MatchPicture.Value? {
        guard let token = evidence.token else { return nil }
        var details = [token.place.description]
        if let algorithm = token.header("alg")?.string {
            let kid = token.header("kid")?.string.map { "kid \(Escaper.json($0, shownLength: 60))" } ?? "no kid"
            details.append("\(Self.shortened(algorithm)), \(kid)")
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
        give(&alone)
        switch RuleRegistry.findings(in: alone).map(\.severity).max() {
        case .error: return .bad
        case .warning: return .warning
        case .note, nil: return .good
        }
    }

    // MARK: - Links

    var keyAndSet: MatchPicture.Link? {
        guard let key = evidence.privateKey, evidence.keySet != nil else { return nil }
        guard let publicKey = key.publicKey, let set else {
            return .init(.privateKey, .keySet, .unknown, label: "not compared")
        }
        return set.keys.contains { $0.rsaKey == publicKey }
            ? .init(.privateKey, .keySet, .good, label: "same key")
            : .init(.privateKey, .keySet, .bad, label: "different keys")
    }

    /// A token that another key signed is nothing bad as long as the set has that key.
    var keyAndToken: MatchPicture.Link? {
        guard let key = evidence.privateKey, let token = evidence.token else { return nil }
        guard let publicKey = key.publicKey, token.reading.isWellFormed else {
            return .init(.privateKey, .token, .unknown, label: "not compared")
        }
        return isSigned(token, by: publicKey)
            ? .init(.privateKey, .token, .good, label: "signed by this key")
            : .init(.privateKey, .token, .warning, label: "signed by another key")
    }

    var tokenAndSet: MatchPicture.Link? {
        guard let token = evidence.token, evidence.keySet != nil else { return nil }
        guard let set, token.reading.isWellFormed else {
            return .init(.token, .keySet, .unknown, label: "not compared")
        }
        guard let signer = set.keys.first(where: { key in key.rsaKey.map { isSigned(token, by: $0) } ?? false }) else {
            return .init(.token, .keySet, .bad, label: "signed by no key of it")
        }
        return .init(.token, .keySet, .good, label: "signed by key \(signer.index + 1)")
    }

    var tokenAndIssuer: MatchPicture.Link? {
        guard let token = evidence.token, let issuer = evidence.issuer else { return nil }
        guard let claimed = token.claim("iss")?.string else {
            return .init(.token, .issuer, .bad, label: "names no issuer")
        }
        return claimed.utf8.elementsEqual(issuer.text.utf8)
            ? .init(.token, .issuer, .good, label: "same issuer")
            : .init(.token, .issuer, .bad, label: "another issuer")
    }

    private var set: KeySetContents? { try? evidence.keySet?.contents.get() }

    private func isSigned(_ token: TokenEvidence, by key: RSAPublicKey) -> Bool {
        let keyID = token.header("kid")?.string.map { KeyID($0) }
        guard let set = try? JWKSet([JWK(key, keyID: keyID, algorithm: nil)]) else { return false }
        return (try? JWSVerifier(keys: set, algorithms: JWSAlgorithm.all).verify(token.token)) != nil
    }

    private static func shortened(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(120)
        return shown.endIndex < text.unicodeScalars.endIndex ? String(String.UnicodeScalarView(shown)) + "…" : text
    }
}
