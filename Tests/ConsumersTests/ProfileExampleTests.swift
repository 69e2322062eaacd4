import AuthKeysJOSE
import Consumers
import TestSupport
import Testing

@Suite struct ProfileExampleTests {
    @Test func the_example_of_the_page_is_this_one() throws {
        let tested = try SwiftExamples.tested(in: "Tests/ConsumersTests/ProfileExampleTests.swift")
        #expect(try SwiftExamples.shown(in: "docs/profiles.md") == tested)
    }

    @Test func a_second_key_is_explained() throws {
        let token = try ConvexTokens.token(ConvexTokens.header(kid: nil))
        let set = try ConvexTokens.set([ConvexTokens.signing(), ConvexTokens.other()])
        let now = ConvexTokens.now
        var reports: [String] = []
        func report(_ message: String, _ code: AuthKeysError.Code, _ cause: String?) {
            reports.append("[\(code.rawValue)] \(cause ?? "")")
        }
        // EXAMPLE:
        let settings = VerifierSettings(issuer: "https://happy-animal-123.convex.site", audience: "convex")
        let verdict = Profile.convexAuth.verifies(token, with: set, settings: settings, at: now)
        if let refusal = verdict.refusal {
            report(refusal.message, refusal.code, refusal.cause)
        }
        // :EXAMPLE
        #expect(reports.count == 1)
        #expect(reports.first?.hasPrefix("[jwks.ambiguous-key] AmbiguousKeyId") == true)
    }

    @Test func what_discovery_answers_is_explained() throws {
        var reports: [String] = []
        func report(_ message: String, _ code: AuthKeysError.Code, _ cause: String?) { reports.append(message) }
        func report(_ message: String, _ url: String?) { reports.append("\(message) \(url ?? "")") }
        // EXAMPLE:
        let settings = VerifierSettings(issuer: "https://happy-animal-123.convex.site", audience: "convex")
        let answer = HTTPResponse(status: 404, body: Array("No matching routes found".utf8))
        do {
            let url = try Profile.convexAuth.keySetURL(inDiscovery: answer, settings: settings)
            report("the set is at", url)
        } catch {
            // Auth provider discovery of https://happy-animal-123.convex.site failed: 404 Not Found No matching routes found
            report(error.message, error.code, error.cause)
        }
        // :EXAMPLE
        #expect(
            reports == [
                "Auth provider discovery of https://happy-animal-123.convex.site failed: 404 Not Found No matching routes found"
            ])
    }
}
