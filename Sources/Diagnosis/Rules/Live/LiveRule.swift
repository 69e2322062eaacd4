internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

/// A rule about a deployment that was asked.
protocol LiveRule: Rule {
    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding]
}

extension LiveRule {
    package func findings(in evidence: Evidence) -> [Finding] {
        evidence.live.map { findings(in: $0, for: evidence.profile) } ?? []
    }
}

extension LiveEvidence {
    /// The issuer's document and its key set as they came, from the site origin or, where that is not known, through the
    /// API.
    var documents: [(exchange: LiveExchange, document: LiveDocument)] {
        let all = exchanges.filter(\.question.isDocument)
        let atSite = all.filter { !$0.question.isThroughAPI }
        return (atSite.isEmpty ? all : atSite).map { ($0, LiveDocument($0)) }
    }

    /// Whether the API answers at the issuer: its `/version` is nowhere else.
    var issuerIsAPI: Bool { answer(to: .issuerVersion)?.isVersion ?? false }

    /// Whether the deployment has what its site origin does not lead to.
    var isRoutedWrongly: Bool {
        guard !issuerIsAPI, namedIssuer == nil, document(.documentThroughAPI)?.isGood ?? false,
            let atSite = document(.document)
        else {
            return false
        }
        return atSite.isOfTheWay
    }

    /// The fault on the way to the site origin that explains what stands there instead of a document.
    var faultOfTheWay: (any CodeFamily)? {
        if issuerIsAPI { return LiveCode.issuerIsAPI }
        if namedIssuer != nil { return DiscoveryCode.issuerMismatch }
        return isRoutedWrongly ? LiveCode.siteRouting : nil
    }

    /// The issuer that the deployment says it is.
    package var issuerOfDeployment: String? {
        guard case .object(let json)? = document(.documentThroughAPI) else { return nil }
        return json["issuer"]?.string
    }

    /// The same, when it is another one than was asked.
    var namedIssuer: String? {
        guard let issuer, let named = issuerOfDeployment, !named.utf8.elementsEqual(issuer.text.utf8) else {
            return nil
        }
        return named
    }

    /// What OpenID discovery makes of a document that came.
    var discoveryError: AuthKeysError? {
        guard let issuer, document(.document)?.isGood ?? false, let response = answer(to: .document)?.response,
            let discovery = try? OpenIDDiscovery(issuer: issuer.text, allowsPlainHTTP: true)
        else { return nil }
        do throws(AuthKeysError) {
            _ = try discovery.metadata(from: response)
            return nil
        } catch {
            return error
        }
    }

    /// The code of a rule, as what a finding names for its cause.
    static func family(of code: AuthKeysError.Code) -> (any CodeFamily)? {
        LiveCode(rawValue: code.rawValue) ?? DiscoveryCode(rawValue: code.rawValue)
            ?? NetworkCode(rawValue: code.rawValue)
    }

    /// The line to run where the backend runs: what it sees from there can differ.
    static func fromInside(_ place: String) -> String? {
        guard let word = try? Escaper.shellWord(place) else { return nil }
        return "docker compose exec -T backend curl -fsS \(word)"
    }
}
