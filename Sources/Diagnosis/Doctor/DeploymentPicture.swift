internal import AuthKeysJOSE
internal import Encodings
internal import HTTPExchange

/// The deployment that was asked, and how the values of an environment stand to it.
///
/// The environment is its own, or that of values that were given beside it. What nothing is known of is not compared.
struct DeploymentPicture {
    private let evidence: Evidence
    private let deployment: Evidence
    private let live: LiveEvidence
    /// What the issuer publishes.
    private let published: KeySetContents?

    /// - Returns: `nil` where no deployment was asked.
    init?(_ evidence: Evidence, deployment: Evidence) {
        guard let live = deployment.live else { return nil }
        self.evidence = evidence
        self.deployment = deployment
        self.live = live
        published = live.published
    }

    var value: MatchPicture.Value { .init(.deployment, state, details: details) }

    var links: [MatchPicture.Link] {
        [
            (.privateKey, key), (.keySet, keySet), (.issuer, issuer), (.token, token),
        ].compactMap { (subject: MatchPicture.Subject, found: Found?) in
            found.map { .init(subject, .deployment, $0.state, label: $0.label) }
        }
    }

    // MARK: - The deployment by itself

    /// What the rules find of it without the values that were given beside it: those have lines of their own.
    private var state: MatchPicture.State {
        var alone = Evidence(profile: deployment.profile)
        alone.live = live
        alone.live?.given = nil
        switch RuleRegistry.findings(in: alone, by: RuleRegistry.liveRules).map(\.severity).max() {
        case .error: return .bad
        case .warning: return .warning
        case .note, nil: return live.isAPI || live.documents.contains { $0.document.isGood } ? .good : .unknown
        }
    }

    private var details: [String] {
        var details = live.api.map { [$0.origin.shortened()] } ?? []
        let judged = deployment.variables.count { variable in
            if case .deployment = variable.place.holder { true } else { false }
        }
        details.append(
            live.stored == nil ? "stored variables not read" : "\(judged.counted("stored variable")) judged")
        if let site = live.issuer?.url.origin { details.append("site \(site.shortened())") }
        details.append(published.map { "publishes \($0.keys.count.counted("key"))" } ?? "published keys not read")
        details += published?.keys.prefix(3).compactMap { key in key.thumbprint.map { "thumbprint \($0)" } } ?? []
        switch live.probe?.verdict {
        case .accepted: details.append("accepts a token of its own key")
        case .refused: details.append("refuses a token of its own key")
        case .unclear, nil: break
        }
        return details
    }

    // MARK: - What it has of the values

    private typealias Found = (state: MatchPicture.State, label: String)

    private static let notCompared: Found = (.unknown, "not compared")

    /// Whether the values are those that it stores.
    private var isOwn: Bool { evidence.live != nil }

    /// Another key than the stored one is no more than a warning, as for the rules: it may not be in use yet.
    private var key: Found? {
        guard let privateKey = evidence.privateKey else { return nil }
        guard let key = privateKey.publicKey else { return Self.notCompared }
        let isPublished = published.map { set in set.keys.contains { $0.rsaKey == key } }
        if !isOwn, let stored = live.stored {
            guard stored.has(WatchedVariable.privateKey) else { return (.bad, "no key is stored there") }
            guard let other = stored.signingKey else { return Self.notCompared }
            guard other == key else { return (.warning, "another key is stored there") }
            return isPublished == false ? (.bad, "stored, not published") : (.good, "same key")
        }
        return switch isPublished {
        case true?: (.good, "published there")
        case false?: (.bad, "not published there")
        case nil: Self.notCompared
        }
    }

    private var keySet: Found? {
        guard let given = evidence.keySet else { return nil }
        guard let set = try? given.contents.get() else { return Self.notCompared }
        let isStored = isOwn ? true : live.stored?.keySet.map(set.holdsSameKeys)
        if let published {
            if published.holdsSameKeys(as: set) { return (.good, "published there") }
            return (isStored == true || isKeyIDReused ? .bad : .warning, "other keys are published")
        }
        if !isOwn, let stored = live.stored {
            guard stored.has(WatchedVariable.keySet) else { return (.bad, "no set is stored there") }
            if let isStored { return isStored ? (.good, "same keys are stored") : (.warning, "other keys are stored") }
        }
        let isReached = ![.document, .keySet].contains { live.answer(to: $0)?.failure != nil }
        return isReached ? Self.notCompared : (.unknown, "not reachable")
    }

    /// One kid for a key here and for another one there.
    private var isKeyIDReused: Bool {
        !isOwn && !DeployedKeyIDReused().findings(in: live, for: deployment.profile).isEmpty
    }

    private var issuer: Found? {
        guard let issuer = evidence.issuer else { return nil }
        let isAsked = live.issuer.map { $0.text.utf8.elementsEqual(issuer.text.utf8) } ?? false
        if isAsked, live.issuerIsAPI { return (.bad, "leads to the API") }
        if isAsked, live.isRoutedWrongly { return (.bad, "does not lead there") }
        let atSite = live.document(.document)
        let named = [atSite, live.document(.documentThroughAPI)].compactMap { document -> Found? in
            if case .object(let json)? = document { Self.compare(issuer, with: json) } else { nil }
        }
        if let other = named.first(where: { $0.state == .bad }) { return other }
        return switch atSite {
        case .object?: (.good, "same issuer")
        case .failed?: (.unknown, "not reachable")
        case nil: named.first ?? Self.notCompared
        default: (.bad, "no document there")
        }
    }

    private static func compare(_ issuer: IssuerEvidence, with document: JSONValue) -> Found {
        guard let named = document["issuer"]?.string else { return (.bad, "names no issuer") }
        return named.utf8.elementsEqual(issuer.text.utf8) ? (.good, "same issuer") : (.bad, "another issuer")
    }

    /// One that was given is verified with the published keys; that of the probe was shown to the backend itself.
    private var token: Found? {
        guard let token = evidence.token else {
            return isOwn ? live.probe.map { Self.verdict($0) } : nil
        }
        guard token.reading.isWellFormed, let published else { return Self.notCompared }
        let isSigned = published.keys.contains { key in key.rsaKey.map { token.isSigned(by: $0) } ?? false }
        return isSigned ? (.good, "signed by a published key") : (.bad, "signed by no published key")
    }

    private static func verdict(_ probe: LiveProbe) -> Found {
        switch probe.verdict {
        case .accepted: (.good, "accepted by the backend")
        case .refused: (.bad, "refused by the backend")
        case .unclear: (.unknown, "no clear answer")
        }
    }
}
