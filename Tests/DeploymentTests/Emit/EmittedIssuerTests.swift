import AuthKeysJOSE
import Consumers
import Deployment
import Testing

@Suite struct EmittedIssuerTests {
    @Test(
        arguments: [
            ("", IssuerCode.scheme), ("example.com", .scheme), ("ftp://example.com", .scheme),
            ("https://example.com/", .trailingSlash), ("https://example.com/a/", .trailingSlash),
            ("https://example.com?a", .path), ("https://example.com/a?", .path), ("https://example.com#a", .path),
            ("HTTPS://example.com", .path), ("https://user@example.com", .url), ("https://a b", .url),
            ("https://example.com\n", .url), ("https://é.example", .url), ("https://a\"b", .url), ("https://{a}", .url),
        ])
    func what_no_verifier_could_follow_is_refused(text: String, code: IssuerCode) {
        #expect(throws: AuthKeysError(code, "")) { _ = try Issuer(text) }
    }

    @Test(
        arguments: [
            ("https://example.com", nil), ("https://example.com:3211/a", nil), ("http://127.0.0.1:3211", .loopback),
            ("https://example.com:3210", .apiPort), ("http://localhost:3000", .loopback),
            ("http://localhost:3210", .apiPort),
        ] as [(String, IssuerCode?)])
    func what_is_probably_a_mistake_is_doubted(text: String, doubt: IssuerCode?) throws {
        #expect(try Issuer(text).doubts.map(\.error.code) == (doubt.map { [$0.code] } ?? []))
    }

    /// One judge: what is doubtful for any service is refused for a deployment.
    @Test(
        arguments: [
            ("https://example.com:3210", IssuerCode.apiPort), ("http://localhost:3000", .loopback),
            ("https://example.com/a", .path), ("https://example.com/", .trailingSlash),
        ])
    func the_issuer_of_a_deployment_is_an_origin(text: String, code: IssuerCode) {
        #expect(throws: AuthKeysError(code, "")) { _ = try Issuer(text, as: .deployment) }
    }

    @Test(
        arguments: [
            ("http://127.0.0.1:3210", nil), ("https://api.example.com", nil), ("http://localhost:3211", nil),
            ("https://api.example.com/", .trailingSlash), ("https://api.example.com/a/", .path), ("a", .scheme),
        ] as [(String, IssuerCode?)])
    func a_cloud_origin_is_no_issuer(text: String, code: IssuerCode?) throws {
        do throws(AuthKeysError) {
            let issuer = try Issuer(text, as: .cloudOrigin)
            #expect(issuer.doubts == [])
            #expect(code == nil)
        } catch {
            #expect(error.code == code?.code)
            #expect(error.message.contains("cloud origin"))
        }
    }
}
