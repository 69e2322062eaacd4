internal import Encodings
internal import HTTPExchange

extension LiveEvidence {
    /// From where it was looked, for the head of a report.
    package var viewpoint: String {
        "this machine; the backend looks its issuer up from inside its container"
    }

    /// What was looked at and is good, a line each.
    package var passed: [String] {
        var lines: [String] = []
        if let answer = answer(to: .version), answer.isVersion {
            lines.append("the API of a deployment answers at \(answer.url.origin)")
        }
        if let response = answer(to: .adminKey)?.response, response.status == 200, !response.isMarkup {
            lines.append("the deployment accepts the admin key")
        }
        if let stored, VariableNotStored.names.allSatisfy({ stored.has($0) && !stored.isEmpty($0) }) {
            lines.append("JWT_PRIVATE_KEY and JWKS are set on the deployment")
        }
        if let answer = answer(to: .document), document(.document)?.isGood ?? false, discoveryError == nil {
            lines.append("the issuer's document is at \(answer.place), and names its issuer")
        }
        if let published = keySet(.keySet) {
            if let stored = stored?.keySet, published.holdsSameKeys(as: stored) {
                lines.append("the issuer publishes the keys that the deployment stores")
            }
            if let key = stored?.signingKey, published.keys.contains(where: { $0.rsaKey == key }) {
                lines.append("the key that signs is published")
            }
        }
        if probe?.verdict == .accepted { lines.append("the backend accepts a token that the stored key signs") }
        let differences = exchanges.compactMap(\.clockDifference)
        if !differences.isEmpty, differences.allSatisfy({ abs($0) <= ServerClock.threshold }) {
            lines.append("the clocks agree within \(ServerClock.threshold.phrase)")
        }
        return lines.map(secrets.cleaned)
    }

    /// What nobody looked at, with what cannot be seen from here.
    package var everythingNotChecked: [DiagnosisReport.NotChecked] { notCheckedAsFound.map(secrets.cleaned) }

    private var notCheckedAsFound: [DiagnosisReport.NotChecked] {
        var all = notChecked
        guard probe?.verdict != .accepted else { return all }
        if let issuer {
            all.append(
                .init(
                    "whether the backend reaches the issuer from inside its container",
                    reason: "names, ports and certificates can differ there",
                    remedy: Self.fromInside(issuer.text + "/.well-known/openid-configuration")))
        }
        if probe == nil, stored?.signingKey != nil,
            !all.contains(where: { $0.subject.hasPrefix("whether the backend accepts") })
        {
            all.append(
                .init(
                    "whether the backend accepts a token of the stored key", reason: "no token was shown to it",
                    remedy: "authkeys doctor --live --probe"))
        }
        return all
    }

    private func abs(_ duration: Duration) -> Duration { duration < .zero ? .zero - duration : duration }
}
