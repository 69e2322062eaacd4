internal import CryptoOpenSSL
internal import Deployment
internal import Diagnosis
internal import Encodings
internal import HTTPExchange
internal import HostSystem

/// Talks to the deployment that the environment or `.env.local` names.
struct DeploymentClient: Sendable {
    private static let attempts = 3

    let api: DeploymentAPI
    private let fetcher: CurlFetcher
    private let console: Console

    /// - Throws: what ``DeploymentConfiguration`` and ``DeploymentSettings/read(_:)`` throw.
    init(_ context: CommandContext) throws(AuthKeysError) {
        self.init(try DeploymentConfiguration(.read(context)), context)
    }

    init(_ configuration: DeploymentConfiguration, _ context: CommandContext) {
        api = DeploymentAPI(configuration)
        var fetcher = CurlFetcher(environment: context.environment)
        fetcher.limits.bodySize = DeploymentAPI.responseSizeLimit
        self.fetcher = fetcher
        console = context.console
        console.leaveOut { $0.learn(configuration.adminKey.secretPart) }
    }

    /// The answer can repeat what it was sent, or hold what is stored: nothing of that is printed.
    private func fetch(_ request: HTTPRequest, credential: HTTPField? = nil) throws(AuthKeysError) -> HTTPResponse {
        let response = try fetcher.fetch(request, credential: credential)
        console.leaveOut { $0.learn(from: response) }
        return response
    }

    func fetch(_ request: HTTPRequest, token: String) throws(AuthKeysError) -> HTTPResponse {
        console.leaveOut { $0.learn(token.utf8) }
        return try fetch(request, credential: DeploymentAPI.bearer(token))
    }

    func variables() throws(AuthKeysError) -> DeploymentVariables {
        try asking { () throws(AuthKeysError) in
            try api.variables(in: fetch(api.list, credential: api.credential))
        }
    }

    /// Asks again when a connection broke or the server failed, which may pass: to ask changes nothing.
    private func asking<Answer>(_ ask: () throws(AuthKeysError) -> Answer) throws(AuthKeysError) -> Answer {
        var attemptsLeft = Self.attempts
        while true {
            attemptsLeft -= 1
            do throws(AuthKeysError) { return try ask() } catch {
                let mayPass = [NetworkCode.interrupted.code, ConvexCode.serverFailed.code].contains(error.code)
                guard attemptsLeft > 0, mayPass else { throw error }
            }
        }
    }

    /// Sets all of them in one request, which is never repeated, and reads them back. When the answer is lost, what is
    /// read back tells whether the request arrived.
    ///
    /// - Parameters:
    ///   - removed: names of variables that are not to be set any more.
    ///   - kept: what was set before and must be there still, when the changes are.
    /// - Returns: the error that hid the answer, when the values are there all the same.
    /// - Throws: `convex.read-back`, `convex.unknown-outcome`, and why nothing was changed.
    func set(
        _ changes: [DeploymentVariable], removing removed: [String] = [], keeping kept: [DeploymentVariable] = [],
        replacing before: DeploymentVariables
    ) throws(AuthKeysError) -> AuthKeysError? {
        let request = try api.update(changes, removing: removed)
        var lost: AuthKeysError?
        do throws(AuthKeysError) {
            try api.requireSuccess(fetch(request, credential: api.credential), after: changes)
        } catch {
            guard Self.hidesTheOutcome(error) else { throw error }
            lost = error
        }
        let after: DeploymentVariables
        do throws(AuthKeysError) { after = try variables() } catch {
            throw AuthKeysError(
                ConvexCode.unknownOutcome,
                "the values were sent to '\(api.origin)', and whether they arrived is not known: \(error.message)",
                hint: "run the same command again: what is there already is not sent twice",
                underlying: [lost?.description, error.description].compactMap { $0 })
        }
        if (changes + kept).allSatisfy(after.has), removed.allSatisfy({ after[$0] == nil }) { return lost }
        let names = changes.map(\.name) + removed
        if let lost, names.allSatisfy({ after.agrees(with: before, on: $0) }) { throw lost }
        throw Self.readBackError(changes + kept, after, api.origin)
    }

    /// Whether the request may have been done all the same.
    static func hidesTheOutcome(_ error: AuthKeysError) -> Bool {
        [
            NetworkCode.interrupted.code, NetworkCode.timeout.code, NetworkCode.invalidResponse.code,
            NetworkCode.tooLarge.code, NetworkCode.failed.code, ConvexCode.serverFailed.code,
        ].contains(error.code)
    }

    private static func readBackError(
        _ changes: [DeploymentVariable], _ after: DeploymentVariables, _ origin: String
    ) -> AuthKeysError {
        let different = changes.filter { !after.has($0) }.map { change in
            let found = after[change.name].map { "\($0.count) bytes" } ?? "nothing"
            return "\(change.name) (\(found) where \(change.value.count) were sent)"
        }
        return AuthKeysError(
            ConvexCode.readBack,
            "'\(origin)' took the values, and holds others now: \(different.joined(separator: ", "))",
            hint: "somebody else sets them at the same time, such as a container that pushes its own at every start: "
                + "end that, and run the same command again")
    }
}

extension DeploymentClient {
    /// The issuer of the deployment's tokens, as its own document says.
    /// - Throws: `convex.issuer-unknown`, `network.*`.
    func issuer() throws(AuthKeysError) -> String {
        try asking { () throws(AuthKeysError) in try api.issuer(in: fetch(api.discovery)) }
    }
}
