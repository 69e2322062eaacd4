internal import AuthKeysJOSE
internal import Consumers
internal import Encodings
internal import KeyFormats

/// Draws what matches what in one environment.
enum Picture {
    /// - Parameter findings: what was found in it.
    static func picture(_ evidence: Evidence, _ findings: [Finding]) -> MatchPicture {
        var values: [MatchPicture.Value] = []
        if let key = evidence.privateKey {
            let bits = (try? key.key.get())?.keySizeInBits
            values.append(
                .init(
                    .privateKey, key.refusal == nil && bits != nil ? state(["key", "keytext"], findings) : .bad,
                    details: [key.place.description] + (bits.map { ["\($0) bits"] } ?? [])
                        + (key.thumbprint.map { ["thumbprint \($0)"] } ?? [])))
        }
        if let set = evidence.keySet {
            let keys = (try? set.contents.get())?.keys
            values.append(
                .init(
                    .keySet, keys == nil ? .bad : state(["jwk", "jwks", "json"], findings),
                    details: [set.place?.description].compactMap { $0 } + (keys ?? []).map(\.label).shortened(to: 4)))
        }
        if let issuer = evidence.issuer {
            values.append(
                .init(.issuer, state(["issuer"], findings), details: [issuer.place.description, issuer.text]))
        }
        if let token = evidence.token {
            values.append(
                .init(.token, state(["token", "jws", "jwt", "jose"], findings), details: [token.place.description]))
        }
        return MatchPicture(values: values, links: links(evidence))
    }

    private static func state(_ areas: Set<String>, _ findings: [Finding]) -> MatchPicture.State {
        let own = findings.filter { areas.contains(String($0.code.rawValue.prefix { $0 != "." })) }
        return switch own.map(\.severity).max() {
        case .error: .bad
        case .warning: .warning
        case .note, nil: .good
        }
    }

    private static func links(_ evidence: Evidence) -> [MatchPicture.Link] {
        var links: [MatchPicture.Link] = []
        if evidence.privateKey != nil, evidence.keySet != nil {
            if let pair = Pair(evidence) {
                let isOne = !pair.published.isEmpty
                links.append(
                    .init(.privateKey, .keySet, isOne ? .good : .bad, label: isOne ? "same key" : "another key"))
            } else {
                links.append(.init(.privateKey, .keySet, .unknown, label: "not compared"))
            }
        }
        guard let trial = TokenTrialEvidence(evidence) else { return links }
        if trial.set != nil, trial.isOfRSA {
            let isSigned = !trial.signers.isEmpty
            links.append(
                .init(
                    .token, .keySet, isSigned ? .good : .bad, label: isSigned ? "signed by it" : "signed by another key"
                ))
        }
        if let key = evidence.privateKey?.publicKey, trial.isOfRSA {
            let isSigned = trial.isSigned(by: key)
            links.append(
                .init(
                    .token, .privateKey, isSigned ? .good : .bad,
                    label: isSigned ? "signed by it" : "signed by another key"))
        }
        if let issuer = evidence.issuer, let own = trial.token.claim("iss")?.string {
            let isSame = own.utf8.elementsEqual(issuer.text.utf8)
            links.append(
                .init(.token, .issuer, isSame ? .good : .bad, label: isSame ? "same issuer" : "another issuer"))
        }
        return links
    }
}
