internal import CryptoOpenSSL
internal import Deployment
internal import Encodings
internal import HTTPExchange
internal import HostSystem

/// Talks to the deployment that the environment or `.env.local` names.
struct DeploymentClient: Sendable {
    private static let attempts = 3

    let api: DeploymentAPI
    private let fetcher: CurlFetcher

    /// - Throws: what ``DeploymentConfiguration`` and ``DeploymentSettings/read(_:)`` throw.
    init(_ context: CommandContext) throws(AuthKeysError) {
        self.init(try DeploymentConfiguration(.read(context)), context)
    }

    init(_ configuration: DeploymentConfiguration, _ context: CommandContext) {
        api = DeploymentAPI(configuration)
        var fetcher = CurlFetcher(environment: context.environment)
        fetcher.limits.bodySize = DeploymentAPI.responseSizeLimit
        self.fetcher = fetcher
    }

    /// Asks again when a connection broke or the server failed: to list changes nothing.
    func variables() throws(AuthKeysError) -> DeploymentVariables {
        var attemptsLeft = Self.attempts
        while true {
            attemptsLeft -= 1
            do throws(AuthKeysError) {
                return try api.variables(in: fetcher.fetch(api.list, credential: api.credential))
            } catch {
                let mayPass = [NetworkCode.interrupted.code, ConvexCode.serverFailed.code].contains(error.code)
                guard attemptsLeft > 0, mayPass else { throw error }
            }
        }
    }

    /// Sets all of them in one request, which is never repeated, and reads them back. When the answer is lost, what is
    /// read back tells whether the request arrived.
    ///
    /// - Returns: the error that hid the answer, when the values are there all the same.
    /// - Throws: `convex.read-back`, `convex.unknown-outcome`, and why nothing was changed.
    func set(
        _ changes: [DeploymentVariable], replacing before: DeploymentVariables
    ) throws(AuthKeysError) -> AuthKeysError? {
        let request = try api.update(changes)
        var lost: AuthKeysError?
        do throws(AuthKeysError) {
            try api.requireSuccess(fetcher.fetch(request, credential: api.credential), after: changes)
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
        if changes.allSatisfy(after.has) { return lost }
        if let lost, changes.allSatisfy({ Self.isSame($0.name, before, after) }) { throw lost }
        throw Self.readBackError(changes, after, api.origin)
    }

    private static func hidesTheOutcome(_ error: AuthKeysError) -> Bool {
        [
            NetworkCode.interrupted.code, NetworkCode.timeout.code, NetworkCode.invalidResponse.code,
            NetworkCode.tooLarge.code, NetworkCode.failed.code, ConvexCode.serverFailed.code,
        ].contains(error.code)
    }

    private static func isSame(_ name: String, _ before: DeploymentVariables, _ after: DeploymentVariables) -> Bool {
        switch (before[name], after[name]) {
        case (nil, nil): true
        case (let old?, let new?): old.isEqual(to: new)
        default: false
        }
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
