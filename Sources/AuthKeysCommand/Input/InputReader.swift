internal import CommandOptions
package import CryptoOpenSSL
package import Encodings
internal import HTTPExchange
package import HostSystem
internal import Synchronization

/// Reads what an ``InputSource`` names, for one command.
///
/// Whatever it is, it may turn out to be a secret (a JWKS can hold private members), so it always arrives in memory
/// that is wiped. The environment of a process is not: it stays where the system put it.
package final class InputReader: Sendable {
    private let environment: ProcessEnvironment
    private let standardInput: Int32
    private let fetcher: CurlFetcher
    private let hasReadStandardInput = Mutex(false)

    /// - Parameter standardInput: a descriptor that stands in for it in tests.
    package init(
        environment: ProcessEnvironment, standardInput: Int32 = StandardStream.input.rawValue,
        fetcher: CurlFetcher? = nil
    ) {
        self.environment = environment
        self.standardInput = standardInput
        self.fetcher = fetcher ?? CurlFetcher(environment: environment.variables)
    }

    /// - Parameters:
    ///   - limit: the most bytes that are accepted.
    ///   - followsRedirects: whether a URL may lead elsewhere, as one may that a person typed.
    /// - Throws: `file.*` for a path and for standard input; `usage.conflicting-options` when standard input was read
    ///   before; `env.unset`, `env.empty`, `env.invalid-utf8`, `env.too-large`; `network.*`.
    package func read(
        _ source: InputSource, limit: Int, followsRedirects: Bool = true
    ) throws(AuthKeysError) -> SecretBytes {
        switch source {
        case .file(let path):
            var builder = SecretBuilder()
            try FileReader.read(path, limit: limit, into: &builder)
            return builder.finish()
        case .standardInput:
            let descriptor = try takeStandardInput()
            var builder = SecretBuilder()
            try FileReader.readStream(descriptor, limit: limit, into: &builder)
            return builder.finish()
        case .environment(let name):
            return try variable(name, limit: limit)
        case .url(let url):
            let document = try (followsRedirects ? fetcher : fetcherWithoutRedirects).document(
                at: url, accepting: "application/jwk-set+json, application/json;q=0.9", limit: limit)
            return SecretBytes(copying: document.span)
        }
    }

    /// Standard input, for a command that reads it as a stream.
    /// - Throws: `usage.conflicting-options` when it was read before.
    func takeStandardInput() throws(AuthKeysError) -> Int32 {
        let isSecondTime = hasReadStandardInput.withLock { hasRead in
            defer { hasRead = true }
            return hasRead
        }
        guard !isSecondTime else { throw InputSource.repeatedStandardInput.asAuthKeysError }
        return standardInput
    }

    /// Sends a request for something that anybody may read; the answer, whatever its status.
    /// - Throws: `network.*`.
    func fetch(_ request: HTTPRequest) throws(AuthKeysError) -> HTTPResponse {
        try fetcher.fetch(request)
    }

    /// The same way to the network, on which a redirect is an answer.
    var fetcherWithoutRedirects: CurlFetcher {
        var fetcher = fetcher
        fetcher.limits.followsRedirects = false
        return fetcher
    }

    private func variable(_ name: String, limit: Int) throws(AuthKeysError) -> SecretBytes {
        guard let value = try environment.value(of: name) else {
            throw AuthKeysError(
                EnvironmentCode.unset, "there is no environment variable \(name)",
                hint: "set it for this command: \(name)=… authkeys …; one that a shell only assigned is not handed on "
                    + "(export \(name))")
        }
        guard !value.utf8.isEmpty else {
            throw AuthKeysError(
                EnvironmentCode.empty, "the environment variable \(name) is set, and its value is empty",
                hint: "see where it is set; in a CI job a secret that is not available there is empty")
        }
        guard value.utf8.count <= limit else {
            throw AuthKeysError(
                EnvironmentCode.tooLarge,
                "the environment variable \(name) holds more than \(limit) bytes, the most that is read here",
                hint: "check that it is the variable that was meant")
        }
        return SecretBytes(copying: value.utf8.span)
    }
}
