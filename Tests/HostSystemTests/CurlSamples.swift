import Encodings
import Foundation
import HTTPExchange
import HostSystem
import TestSupport

enum CurlSamples {
    /// Without the proxies of the machine that the tests run on.
    static let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    static let credential = HTTPField(name: "Authorization", value: "Convex s3cr3t-admin-key")

    static func fetcher(
        adding more: [String: String] = [:], _ change: (inout CurlFetcher.Limits) -> Void = { _ in }
    ) -> CurlFetcher {
        var limits = CurlFetcher.Limits()
        // Far more than any of these takes; the tests of time choose their own.
        limits.time = .seconds(60)
        limits.connectTime = .seconds(60)
        change(&limits)
        return CurlFetcher(environment: environment.merging(more) { $1 }, limits: limits)
    }

    /// A fetcher that finds a shell script in place of curl.
    static func fetcher(
        faking behaviour: String, in place: TemporaryFolder, _ change: (inout CurlFetcher.Limits) -> Void = { _ in }
    ) throws -> CurlFetcher {
        try place.makeLink("curl", to: Repository.root.appending(path: "Tests/Clients/fake_curl").path)
        try place.makeFile("behaviour", behaviour)
        return fetcher(adding: ["PATH": place.path], change)
    }

    /// The error of a fetch; nil when there is none.
    static func error(
        _ fetcher: CurlFetcher, _ url: String, credential: HTTPField? = nil, method: String = "GET"
    ) -> AuthKeysError? {
        thrownError { () throws(AuthKeysError) in
            _ = try fetcher.fetch(HTTPRequest(method: method, url: url), credential: credential)
        }
    }

    /// Runs curl the careless way, to see that what is prevented would happen.
    @discardableResult static func runCarelessly(
        _ arguments: [String], configuration: String = "", environment: [String: String] = environment
    ) throws -> ChildProcess.Outcome {
        try ChildProcess("curl", arguments, environment: environment).run(input: configuration)
    }
}

extension AuthKeysError {
    /// Everything that somebody may read.
    var everyWord: String {
        ([message, hint ?? ""] + underlying).joined(separator: "\n")
    }
}
