internal import Consumers
internal import Encodings
internal import KeyFormats

struct SharedOrigin: Rule {
    let code = IssuerCode.sharedOrigin.code
    let severity = Finding.Severity.error
    let title = "The site origin and the API origin are one"
    let explanation = """
        A self-hosted deployment has two ports: the API on 3210 and HTTP actions, with `/.well-known/…`, on 3211. With one \
        origin for both, or a proxy without a route to 3211, discovery answers 404.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard evidence.profile.isOnConvex else { return [] }
        let sites = [WatchedVariable.siteOrigin, WatchedVariable.siteURL].compactMap { evidence.variable($0) }
        let apis = [WatchedVariable.cloudOrigin, WatchedVariable.selfHostedURL].compactMap { evidence.variable($0) }
        for site in sites where !site.isEmpty {
            guard let api = apis.first(where: { Self.origin($0) == Self.origin(site) }) else { continue }
            return [
                finding(
                    "\(site.name) and \(api.name) are the same",
                    evidence: [site.place.description, api.place.description],
                    reason: "Discovery asks the API, which has no such page: 404, and every token is refused.",
                    fix: .edit("give the site its own name or port: it is what reaches port 3211 of the backend"),
                    place: site.place.finding)
            ]
        }
        return []
    }

    private static func origin(_ variable: VariableEvidence) -> [UInt8] {
        var bytes = variable.value.exposeSecret()
        while bytes.last == UInt8(ascii: "/") || bytes.last == 0x0A { bytes.removeLast() }
        return bytes
    }
}
