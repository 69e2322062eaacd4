internal import Consumers
internal import Encodings

struct DifferentIssuers: Rule {
    let code = IssuerCode.differs.code
    let severity = Finding.Severity.error
    let title = "The values for the issuer differ"
    let explanation = """
        `CONVEX_SITE_URL` is what functions see of the container's `CONVEX_SITE_ORIGIN`, and both are the issuer. It is \
        compared byte for byte: a slash, a port, `http` for `https` make another one. `JWT_ISSUER` is read by nothing of \
        Convex; that it differs is a warning.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let issuer = evidence.issuer else { return [] }
        let names = [WatchedVariable.siteURL, WatchedVariable.siteOrigin, WatchedVariable.issuer]
        let others = names.compactMap { evidence.variable($0) }.filter { variable in
            !variable.isEmpty && variable.place != issuer.place && !variable.text.utf8.elementsEqual(issuer.text.utf8)
        }
        guard let first = others.first else { return [] }
        let isUnread = evidence.profile.isOnConvex && others.allSatisfy { $0.name == WatchedVariable.issuer }
        let isSlash = evidence.profile.isOnConvex && IssuerCheck.isSameButForSlash(first.text, issuer.text)
        return [
            finding(
                "\(first.name) is another issuer than \(Self.name(issuer.place))",
                severity: isUnread ? .warning : .error,
                evidence: ["\(issuer.place.description): \(issuer.text)"]
                    + others.map { "\($0.place.description): \($0.text)" },
                reason:
                    "Issuers are compared byte for byte: a token of the one is refused where the other is asked for.",
                fix: .edit("write the same value everywhere"),
                explainedBy: isUnread ? EnvironmentCode.issuerUnread : isSlash ? IssuerCode.trailingSlash : nil,
                place: first.place.finding)
        ]
    }

    private static func name(_ place: ValuePlace) -> String {
        switch place.holder {
        case .argument: "the one that was given"
        case .deployment: "the one that the deployment names"
        case .environment, .environmentFile, .source: place.name
        }
    }
}
