internal import CommandOptions
internal import Consumers
internal import CryptoOpenSSL
internal import Deployment
internal import Diagnosis
internal import Encodings
internal import HTTPExchange
internal import HostSystem

/// Looks at a deployment that runs, as one environment more: what it stores, and what it answers.
struct LiveSession {
    private let options: DoctorOptions
    private let context: CommandContext
    private let given: [Evidence]
    private let target: LiveTarget
    private let configuration: DeploymentConfiguration?

    /// `nil` without `--live`.
    /// - Parameter given: the values that were given beside it.
    /// - Throws: for `--live` without a URL, what is wrong with the settings that should name it.
    init?(options: DoctorOptions, context: CommandContext, given: [Evidence]) throws(AuthKeysError) {
        var target = LiveTarget()
        let settings: DeploymentSettings
        switch options.live {
        case .absent: return nil
        case .alone:
            settings = try .read(context)
            guard let url = try DeploymentConfiguration.url(in: settings) else {
                _ = try DeploymentConfiguration(settings)
                return nil
            }
            target.configured = url
        case .value(let url):
            settings = try .read(context)
            target.named = url
            target.configured = try? DeploymentConfiguration.url(in: settings)
        }
        var configuration: DeploymentConfiguration?
        if let url = target.configured ?? target.named {
            do throws(AuthKeysError) {
                let found = try DeploymentConfiguration(settings, at: url)
                configuration = found
                target.hasAdminKey = true
                target.instanceOfAdminKey = found.adminKey.instanceName
            } catch {
                target.obstacle = error.message
                target.obstacleHint = error.hint
            }
        }
        target.issuer = given.lazy.compactMap(\.issuer).first.map { ($0.text, $0.place.description) }
        self.target = target
        self.configuration = configuration
        self.options = options
        self.context = context
        self.given = given
    }

    /// - Throws: `network.no-curl`: nothing could be asked.
    func evidence() throws(AuthKeysError) -> Evidence {
        let values = StoredValues()
        let client = configuration.map { DeploymentClient($0, context) }
        var live = LiveGathering.gather(
            target, access(client),
            stored: { () throws(AuthKeysError) in try values.fetch(from: client, options.profile) },
            probe: options.isProbing ? values.probe : nil)
        if let error = live.failure(NetworkCode.noCurl) { throw error }
        let found = live.secrets
        context.console.leaveOut { secrets in
            secrets.formUnion(found)
            secrets.formUnion(values.secrets)
        }
        // With what the client was sent and was told, which is in no answer above.
        live.secrets = context.console.leftOut
        live.given = given.lazy.compactMap(LiveKeyPair.init).first
        return evidence(values, live)
    }

    /// The admin key goes to the API that it belongs to, whatever the request says.
    private func access(_ client: DeploymentClient?) -> LiveAccess {
        let fetcher = context.inputs.fetcherWithoutRedirects
        let api = client?.api
        return LiveAccess(
            fetch: { request, credential throws(AuthKeysError) -> HTTPResponse in
                switch credential {
                case .none: return try fetcher.fetch(request)
                case .token(let token):
                    let bearer = HTTPField(name: "Authorization", value: "Bearer \(token)")
                    return try fetcher.fetch(request, credential: bearer)
                case .adminKey:
                    guard let api, let url = try? HTTPURL(api.origin), try HTTPURL(request.url).hasSameOrigin(as: url)
                    else {
                        throw AuthKeysError(InternalCode.proofFailed, "the admin key would have gone to another origin")
                    }
                    return try fetcher.fetch(request, credential: api.credential)
                }
            }, now: context.now)
    }

    private func evidence(_ values: StoredValues, _ live: LiveEvidence) -> Evidence {
        var evidence = Evidence(profile: options.profile)
        let own = given.first
        evidence.time = own?.time
        evidence.audience = own?.audience
        evidence.token = own?.token
        evidence.variables = (own?.variables.filter(Self.isOfDeployment) ?? []) + values.watched
        evidence.privateKey = values.privateKey
        evidence.keySet = values.keySet
        // Without the stored set the published one is judged, which should be the same.
        if evidence.keySet == nil, let published = live.publishedText {
            let place = ValuePlace(.deployment(origin: published.place.origin), name: "the key set")
            evidence.keySet = KeySetEvidence(reading: published.body.span, at: place)
        }
        evidence.issuer = own?.issuer
        if evidence.issuer == nil, let issuer = live.issuer {
            evidence.issuer = Self.named(issuer.text, at: issuer.url, live)
        }
        // What the deployment calls itself is judged wherever it points, and asked where that was allowed.
        if evidence.issuer == nil, let api = live.api, let issuer = live.issuerOfDeployment {
            evidence.issuer = Self.named(issuer, at: api, live)
        }
        evidence.live = live
        return evidence
    }

    private static func named(_ text: String, at url: HTTPURL, _ live: LiveEvidence) -> IssuerEvidence {
        IssuerEvidence(
            live.secrets.cleaned(text), at: ValuePlace(.deployment(origin: url.origin), name: "issuer"))
    }

    /// What names a deployment and the right to it; it is judged with the deployment.
    fileprivate static func isOfDeployment(_ variable: VariableEvidence) -> Bool {
        [WatchedVariable.selfHostedURL, WatchedVariable.adminKey].contains { $0.utf8.elementsEqual(variable.name.utf8) }
    }
}

extension Evidence {
    /// Whether there is something in it that a deployment does not have too.
    var hasValues: Bool {
        privateKey != nil || keySet != nil
            || variables.contains { variable in
                !LiveSession.isOfDeployment(variable)
                    && !WatchedVariable.ofIssuer.contains { $0.utf8.elementsEqual(variable.name.utf8) }
            }
    }
}

extension LiveKeyPair {
    /// `nil` where neither value was given.
    fileprivate init?(_ evidence: Evidence) {
        guard let place = evidence.privateKey?.place ?? evidence.keySet?.place else { return nil }
        let names = evidence.variables.filter { !$0.isEmpty }.map(\.name)
        self.init(
            place: place.path.map { "'\($0)'" } ?? "the environment",
            environmentFile: Self.environmentFile(of: evidence), signingKey: evidence.privateKey?.publicKey,
            keySet: try? evidence.keySet?.contents.get(), names: names)
    }

    /// The file that both values are in.
    private static func environmentFile(of evidence: Evidence) -> String? {
        let files = [evidence.privateKey?.place, evidence.keySet?.place].compactMap { $0 }.map { place in
            if case .environmentFile(let path, _) = place.holder { path } else { nil as String? }
        }
        guard files.count == 2, let file = files[0], files[1].map({ $0.utf8.elementsEqual(file.utf8) }) ?? false else {
            return nil
        }
        return file
    }
}
