internal import AuthKeysJOSE
package import Encodings
internal import HTTPExchange

/// Asks a deployment what there is to ask, in the order in which one answer decides about the next question.
///
/// GET alone, except for the token that is shown when that was wished for. Every URL is one of the two origins that were
/// given or that follow from them, with a fixed path; the `jwks_uri` of the issuer's document is followed on its own
/// origin. Where nobody answers, the rest is not asked.
package struct LiveGathering {
    package typealias Stored = () throws(AuthKeysError) -> LiveKeyPair
    /// Makes a token for that issuer, valid at that time, and says what the consumer should make of it.
    package typealias ProbeMaker = (String, NumericDate, LiveEvidence) throws(AuthKeysError) -> LiveProbeToken

    private let target: LiveTarget
    private let access: LiveAccess
    private var live = LiveEvidence()

    private init(_ target: LiveTarget, _ access: LiveAccess) {
        self.target = target
        self.access = access
    }

    /// - Parameters:
    ///   - stored: lists what the deployment stores; asked once the admin key was accepted.
    ///   - probe: `nil` when no token is to be shown.
    package static func gather(
        _ target: LiveTarget, _ access: LiveAccess, stored: Stored, probe: ProbeMaker?
    ) -> LiveEvidence {
        var gathering = LiveGathering(target, access)
        let site = gathering.findAPI()
        if let api = gathering.live.api {
            gathering.askAPI(api, stored)
        }
        gathering.findIssuer(site)
        gathering.askIssuer()
        if let probe { gathering.show(probe) }
        for response in gathering.live.exchanges.compactMap(\.response) { gathering.live.secrets.learn(from: response) }
        return gathering.live
    }

    // MARK: - The API

    /// - Returns: what was named, when it is no API.
    private mutating func findAPI() -> HTTPURL? {
        guard let named = target.named, !(target.configured?.hasSameOrigin(as: named) ?? false) else {
            live.api = target.configured
            if let api = live.api { ask(.version, api, "/version") }
            return nil
        }
        let exchange = exchange(.version, named, "/version")
        guard exchange.isVersion || exchange.failure != nil else {
            live.api = target.configured
            if let api = live.api { ask(.version, api, "/version") }
            return named
        }
        live.exchanges.append(exchange)
        live.api = named
        return nil
    }

    private mutating func askAPI(_ api: HTTPURL, _ stored: Stored) {
        guard live.isAPI else {
            leaveOut(
                "what the deployment stores", "no API of a deployment answers at '\(api.origin)'",
                "--live URL names it: the API's origin, port 3210")
            return
        }
        live.instanceOfAdminKey = target.instanceOfAdminKey
        if target.takesAdminKey(api) {
            showAdminKey(to: api, stored)
        } else if target.hasAdminKey, let configured = target.configured {
            leaveOut(
                "what the deployment stores",
                "the admin key belongs to '\(configured.origin)' (CONVEX_SELF_HOSTED_URL), and is sent nowhere else",
                "CONVEX_SELF_HOSTED_URL=\(api.origin) authkeys doctor --live, with that deployment's admin key")
        } else {
            leaveOut(
                "what the deployment stores", target.obstacle ?? "there is no admin key",
                target.obstacleHint
                    ?? "set CONVEX_SELF_HOSTED_URL and CONVEX_SELF_HOSTED_ADMIN_KEY, in the environment or in .env.local"
            )
        }
        ask(.documentThroughAPI, api, "/http/.well-known/openid-configuration")
        ask(.keySetThroughAPI, api, "/http/.well-known/jwks.json")
    }

    private mutating func showAdminKey(to api: HTTPURL, _ stored: Stored) {
        let answer = exchange(.adminKey, api, "/api/check_admin_key", .adminKey)
        if let error = answer.failure, error.code == NetworkCode.cleartextCredential.code {
            leaveOut("what the deployment stores", error.message, error.hint)
            return
        }
        live.exchanges.append(answer)
        guard let response = answer.response,
            response.status == 200 && !response.isMarkup || AdminKeyRefused.judges(response)
        else {
            let found =
                answer.response.map { $0.isMarkup ? "a web page came" : "status \($0.status) came" } ?? "no answer came"
            return leaveOut("what the deployment stores", "\(found) where the admin key should have been judged")
        }
        guard response.status == 200 else {
            ask(.instanceName, api, "/instance_name")
            return leaveOut(
                "what the deployment stores", "the admin key was not accepted",
                "CONVEX_SELF_HOSTED_ADMIN_KEY of ./generate_admin_key.sh in the container")
        }
        do throws(AuthKeysError) { live.stored = try stored() } catch {
            live.listingError = error
            leaveOut("what the deployment stores", error.message, error.hint)
        }
    }

    // MARK: - The issuer

    private mutating func findIssuer(_ site: HTTPURL?) {
        if let issuer = target.issuer {
            setIssuer(issuer.text, .given(issuer.place))
        } else if let site {
            setIssuer(String(site.text), .given("--live"))
        } else if let api = live.api, live.isAPI {
            findIssuer(besideAPI: api)
        } else {
            leaveOut(
                "what the issuer publishes", "no issuer is known", "--issuer URL names it: the site origin, port 3211")
        }
    }

    private mutating func findIssuer(besideAPI api: HTTPURL) {
        guard let issuer = live.issuerOfDeployment else {
            if let site = LiveIssuer.site(besideAPI: api) { return setIssuer(site, .byPort) }
            leaveOut(
                "what the issuer publishes", "the deployment does not say which issuer it is",
                "--issuer URL names it: the site origin, port 3211")
            return
        }
        // The deployment names a host of its own choice: only the one that was given is asked.
        let named = Escaper.json(issuer, shownLength: 256)
        guard let url = try? HTTPURL(issuer) else {
            leaveOut(
                "what the issuer publishes",
                "the deployment says that its issuer is \(named), which is no URL that can be asked",
                "--issuer URL names the one that is meant: the site origin, port 3211")
            return
        }
        guard url.host.lowercased().utf8.elementsEqual(api.host.lowercased().utf8) else {
            leaveOut(
                "what the issuer publishes",
                "the deployment says that its issuer is \(named), which is another host than the API's and was not asked",
                "if it is the right one: --issuer URL")
            return
        }
        setIssuer(issuer, .ofTheDeployment)
    }

    private mutating func setIssuer(_ text: String, _ origin: LiveIssuer.Origin) {
        do throws(AuthKeysError) {
            _ = try OpenIDDiscovery(issuer: text, allowsPlainHTTP: true)
            live.issuer = LiveIssuer(text, try HTTPURL(text), origin)
        } catch {
            leaveOut("what the issuer publishes", error.message, error.hint)
        }
    }

    private mutating func askIssuer() {
        guard let issuer = live.issuer,
            let discovery = try? OpenIDDiscovery(issuer: issuer.text, allowsPlainHTTP: true),
            let url = try? HTTPURL(discovery.request.url)
        else { return }
        let answer = exchange(.document, url, "")
        live.exchanges.append(answer)
        guard let response = answer.response else { return }
        guard live.document(.document)?.isGood ?? false else {
            ask(.issuerVersion, issuer.url, "/version")
            return
        }
        // The address of the keys is believed only in a document that is right, save for the issuer that it names.
        let metadata = try? discovery.metadata(from: response)
        let named = metadata?.keySetURL ?? Self.keySetURL(in: response, at: issuer.url)
        if let named, let url = try? HTTPURL(named) { ask(.keySet, url, "") }
    }

    /// The `jwks_uri` of a document that is wrong otherwise, on the issuer's own origin.
    private static func keySetURL(in response: HTTPResponse, at issuer: HTTPURL) -> String? {
        guard let json = try? JSON.parse(response.body.span, limits: JSONLimits(bytes: 65_536, depth: 16)),
            let text = json["jwks_uri"]?.string, let url = try? HTTPURL(text), url.hasSameOrigin(as: issuer)
        else { return nil }
        return url.text
    }

    // MARK: - The token

    private mutating func show(_ makeToken: ProbeMaker) {
        let subject = "whether the backend accepts a token of the stored key"
        guard let api = live.api, live.isAPI else {
            return leaveOut(
                subject, "no API of a deployment answers", "--live URL names it: the API's origin, port 3210")
        }
        guard let issuer = issuerOfTokens else {
            return leaveOut(subject, "no issuer is known", "--issuer URL names it: the site origin, port 3211")
        }
        let time = live.answer(to: .version)?.response?.date ?? access.now()
        do throws(AuthKeysError) {
            let token = try makeToken(issuer, time, live)
            let body = #"{"path":"authkeysProbe:none","args":{},"format":"json"}"#
            let answer = exchange(
                .probe, api, "/api/query", .token(token.text), method: "POST",
                headers: [HTTPField(name: "Content-Type", value: "application/json")], body: Array(body.utf8))
            if let error = answer.failure, error.code == NetworkCode.cleartextCredential.code { throw error }
            live.secrets.learn(token.text.utf8)
            let probe = LiveProbe(answer: answer, token: token)
            live.exchanges.append(answer)
            live.probe = probe
            if case .unclear(let found) = probe.verdict {
                leaveOut(subject, "the backend's answer tells nothing: \(found)")
            }
        } catch {
            leaveOut(subject, error.message, error.hint)
        }
    }

    /// As the deployment itself signs, where it says so.
    private var issuerOfTokens: String? {
        for question in [LiveQuestion.documentThroughAPI, .document] {
            if case .object(let json)? = live.document(question), let issuer = json["issuer"]?.string { return issuer }
        }
        return live.issuer?.text
    }

    // MARK: - Questions

    private mutating func ask(_ question: LiveQuestion, _ url: HTTPURL, _ path: String) {
        live.exchanges.append(exchange(question, url, path))
    }

    private func exchange(
        _ question: LiveQuestion, _ base: HTTPURL, _ path: String, _ credential: LiveAccess.Credential = .none,
        method: String = "GET", headers: [HTTPField] = [], body: [UInt8] = []
    ) -> LiveExchange {
        let sentAt = access.now()
        let url: HTTPURL
        let outcome: Result<HTTPResponse, AuthKeysError>
        do throws(AuthKeysError) {
            url = path.isEmpty ? base : try HTTPURL(base.origin + Self.path(of: base) + path)
        } catch {
            return LiveExchange(question, base, .failure(error), sentAt: sentAt, receivedAt: sentAt)
        }
        do throws(AuthKeysError) {
            let accept = HTTPField(name: "Accept", value: question == .version ? "*/*" : "application/json")
            outcome = .success(
                try access.fetch(
                    HTTPRequest(method: method, url: url.text, headers: [accept] + headers, body: body), credential))
        } catch {
            outcome = .failure(error)
        }
        return LiveExchange(question, url, outcome, sentAt: sentAt, receivedAt: access.now())
    }

    /// Without a slash at its end.
    private static func path(of url: HTTPURL) -> String {
        String(url.target.prefix { $0 != "?" }.reversed().drop { $0 == "/" }.reversed())
    }

    private mutating func leaveOut(_ subject: String, _ reason: String, _ remedy: String? = nil) {
        live.notChecked.append(.init(subject, reason: reason, remedy: remedy))
    }
}
