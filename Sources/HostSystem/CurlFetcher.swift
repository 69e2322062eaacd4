package import Encodings
package import HTTPExchange

/// The one way to the network: the program `curl`, so that proxies and certificate stores behave as in every other step
/// of a job.
///
/// Every request is one run of curl, which is told nothing on its command line, reads none of its files, speaks http and
/// https only, follows nothing and is ended when it sends too much or takes too long. It is gone when
/// ``fetch(_:credential:)`` returns or throws.
package struct CurlFetcher: Sendable {
    package struct Limits: Sendable, Hashable {
        /// For a request with all its redirects.
        package var time: Duration = .seconds(10)
        package var connectTime: Duration = .seconds(5)
        /// In bytes as they arrive: chunks are counted, compression is not undone.
        package var bodySize = 1_048_576
        package var headerSize = 65_536
        package var redirects = 5
        /// Whether a redirect is followed at all; where it is not, it is the answer.
        package var followsRedirects = true

        package init() {}
    }

    private let environment: CurlEnvironment
    package var limits: Limits

    /// - Parameter environment: of this process. Only what names proxies and certificates reaches curl, and `PATH`
    ///   finds it.
    package init(environment: [String: String], limits: Limits = Limits()) {
        self.environment = CurlEnvironment(variables: environment)
        self.limits = limits
    }

    /// Sends a request and returns the answer, whatever its status.
    ///
    /// A redirect is followed for GET and HEAD, to https only. With a credential it is an error: the credential would
    /// travel on to whom the server names. `Authorization`, `Cookie` and `Proxy-Authorization` are credentials whoever
    /// hands them in.
    ///
    /// - Parameter credential: a header that is a secret, sent after those of `request`.
    /// - Throws: `network.url`, `network.cleartext-credential`, `network.invalid-request`, before anything is sent;
    ///   `network.no-curl`, `network.failed`; `network.unreachable`, `network.proxy`, `network.tls`,
    ///   `network.timeout`, `network.interrupted`, `network.too-large`, `network.redirect`,
    ///   `network.invalid-response`. Messages name the host and never the path, the query or a header.
    package func fetch(
        _ request: HTTPRequest, credential: HTTPField? = nil
    ) throws(AuthKeysError) -> HTTPResponse {
        let deadline = ContinuousClock.now.advanced(by: limits.time)
        var request = try CurlRequest(request, credential: credential)
        let first = request.url
        let executable = try environment.executable()
        for _ in 0...max(0, limits.redirects) {
            let response = try send(request, executable, deadline)
            guard limits.followsRedirects, let target = try redirect(of: response, to: request) else { return response }
            request = request.redirected(to: target)
        }
        throw AuthKeysError(
            NetworkCode.redirect, "'\(request.url.origin)' redirects again after \(limits.redirects) redirects",
            hint: "see where they lead: curl -sIL \(first.operandOfCurl)")
    }

    /// The same as a value for the library. It holds its thread for as long as the request takes.
    package var asynchronous: HTTPFetch {
        { request in try self.fetch(request) }
    }

    private func send(
        _ request: CurlRequest, _ executable: String, _ deadline: ContinuousClock.Instant
    ) throws(AuthKeysError) -> HTTPResponse {
        let failure = CurlFailure(
            request: request, limits: limits, mayUseProxy: environment.namesProxy(for: request))
        let timeLeft = ContinuousClock.now.duration(to: deadline)
        guard timeLeft > .zero else { throw failure.timeout }
        let configuration = try CurlConfiguration(
            request, connectTimeLimit: min(limits.connectTime, timeLeft), timeLimit: timeLeft,
            bodyLimit: limits.bodySize)
        let process = CurlProcess(
            executable: executable, environment: environment.entries, headerLimit: limits.headerSize,
            bodyLimit: limits.bodySize, deadline: deadline)
        let outcome: CurlProcess.Outcome
        do throws(SystemError) {
            outcome = try process.run(configuration.text, body: request.sendsBody ? request.body : nil)
        } catch {
            throw AuthKeysError(
                NetworkCode.failed, "cannot start '\(executable)': \(error.text)",
                hint: "it needs /proc and permission to start programs: ls -l \(shellWord(executable)) /dev/fd/")
        }
        if let error = failure.error(outcome.ending, messages: outcome.messages) { throw error }
        guard let response = ResponseHead(outcome.headers) else { throw failure.invalidResponse() }
        return HTTPResponse(
            status: response.status, headers: response.fields, body: request.method == "HEAD" ? [] : outcome.body)
    }

    /// Where the response sends the request; nil when it is the answer.
    private func redirect(
        of response: HTTPResponse, to request: CurlRequest
    ) throws(AuthKeysError) -> HTTPURL? {
        guard [301, 302, 303, 307, 308].contains(response.status), let location = response.header("Location") else {
            return nil
        }
        let origin = request.url.origin
        let target: HTTPURL
        do throws(AuthKeysError) { target = try request.url.resolving(location) } catch {
            throw AuthKeysError(
                NetworkCode.redirect, "'\(origin)' redirects to what is no URL to fetch: \(error.message)",
                hint: "see where: curl -sI \(request.url.operandOfCurl)")
        }
        let place = target.origin == origin ? "another path of it" : "'\(target.origin)'"
        guard !request.hasCredential, request.isSafe else {
            let what = request.hasCredential ? "a credential" : "a request that changes something"
            throw AuthKeysError(
                NetworkCode.redirect, "'\(origin)' redirects to \(place), and \(what) is not sent on",
                hint: "if that is the right place, name it instead")
        }
        guard target.scheme == .https else {
            throw AuthKeysError(
                NetworkCode.redirect, "'\(origin)' redirects to \(place), and redirects are followed to https only",
                hint: "if that is the right place, name it instead")
        }
        return target
    }
}
