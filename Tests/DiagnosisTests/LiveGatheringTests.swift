import Consumers
import Diagnosis
import Encodings
import HTTPExchange
import Synchronization
import Testing

/// Which questions are asked, of whom, and with what.
@Suite struct LiveGatheringTests {
    /// A deployment of text: what each URL answers.
    final class Web: Sendable {
        private let answers: [String: Result<HTTPResponse, AuthKeysError>]
        private let asked = Mutex<[String]>([])

        init(_ answers: [String: Result<HTTPResponse, AuthKeysError>]) {
            self.answers = answers
        }

        /// `GET http://… [key]`, in order.
        var questions: [String] { asked.withLock { $0 } }

        var access: LiveAccess {
            LiveAccess(
                fetch: { request, credential throws(AuthKeysError) in
                    let mark: String
                    switch credential {
                    case .none: mark = ""
                    case .adminKey: mark = " [key]"
                    case .token: mark = " [token]"
                    }
                    self.asked.withLock { $0.append("\(request.method) \(request.url)\(mark)") }
                    return try (self.answers[request.url] ?? .success(HTTPResponse(status: 404))).get()
                }, now: { NumericDate(secondsSince1970: 1_700_000_000) })
        }
    }

    static let api = "http://127.0.0.1:3210"
    static let site = "http://127.0.0.1:3211"
    static let keys = "/.well-known/jwks.json"
    static let document = "/.well-known/openid-configuration"

    static func json(_ text: String, _ status: Int = 200) -> Result<HTTPResponse, AuthKeysError> {
        .success(
            HTTPResponse(
                status: status, headers: [HTTPField(name: "Content-Type", value: "application/json")],
                body: Array(text.utf8)))
    }

    static let version: Result<HTTPResponse, AuthKeysError> = .success(
        HTTPResponse(status: 200, body: Array("94a42c3".utf8)))

    static func answers(issuer: String = site, keySet: String = site + keys) -> [String: Result<
        HTTPResponse, AuthKeysError
    >] {
        let document = json(#"{"issuer":"\#(issuer)","jwks_uri":"\#(keySet)"}"#)
        let set = json(#"{"keys":[]}"#)
        return [
            "\(api)/version": version, "\(api)/api/check_admin_key": json(#"{"success":true}"#),
            "\(api)/http\(Self.document)": document, "\(api)/http\(keys)": set, "\(site)\(Self.document)": document,
            "\(site)\(keys)": set,
        ]
    }

    static func gather(
        _ target: LiveTarget, _ web: Web, probe: LiveGathering.ProbeMaker? = nil
    ) -> LiveEvidence {
        LiveGathering.gather(
            target, web.access,
            stored: { LiveKeyPair(place: "here", signingKey: nil, keySet: nil, names: []) }, probe: probe)
    }

    static func target(
        named: String? = nil, configured: String? = api, hasAdminKey: Bool = true
    ) throws -> LiveTarget {
        var target = LiveTarget()
        target.named = try named.map { try HTTPURL($0) }
        target.configured = try configured.map { try HTTPURL($0) }
        target.hasAdminKey = hasAdminKey
        return target
    }

    @Test func theQuestionsInTheirOrder() throws {
        let web = Web(Self.answers())
        _ = Self.gather(try Self.target(), web)
        #expect(
            web.questions == [
                "GET \(Self.api)/version", "GET \(Self.api)/api/check_admin_key [key]",
                "GET \(Self.api)/http\(Self.document)", "GET \(Self.api)/http\(Self.keys)",
                "GET \(Self.site)\(Self.document)", "GET \(Self.site)\(Self.keys)",
            ])
    }

    @Test func theAdminKeyIsSentToNobodyElse() throws {
        let other = "https://convex.example.com"
        var answers = Self.answers()
        answers["\(other)/version"] = Self.version
        let web = Web(answers)
        let live = Self.gather(try Self.target(named: other), web)
        #expect(!web.questions.contains { $0.hasSuffix("[key]") })
        #expect(live.notChecked.contains { $0.reason.contains("is sent nowhere else") })
        // Without a configured URL the one that was named is the only one it can belong to.
        let alone = Web(answers)
        _ = Self.gather(try Self.target(named: other, configured: nil), alone)
        #expect(alone.questions.filter { $0.hasSuffix("[key]") } == ["GET \(other)/api/check_admin_key [key]"])
        // What is no API gets none.
        let page = Web(["\(other)/version": .success(HTTPResponse(status: 200, body: Array("<html>".utf8)))])
        _ = Self.gather(try Self.target(configured: other), page)
        #expect(page.questions == ["GET \(other)/version"])
    }

    @Test(arguments: [
        "http://169.254.169.254/latest", "http://127.0.0.1:3210/http/keys", "http://localhost:3211/keys",
        "https://127.0.0.1:3211/keys", "file:///etc/passwd", "//evil.example/keys",
        "http://user:password@127.0.0.1:3211/",
    ])
    func aDocumentSendsNobodyElsewhere(place: String) throws {
        let web = Web(Self.answers(keySet: place))
        _ = Self.gather(try Self.target(), web)
        #expect(web.questions.last == "GET \(Self.site)\(Self.document)")
    }

    @Test(arguments: ["http://169.254.169.254", "https://evil.example", "x", "http://127.0.0.1:3211?x", ""])
    func aDeploymentThatNamesAnotherHostIsNotFollowed(issuer: String) throws {
        let web = Web(Self.answers(issuer: issuer))
        let live = Self.gather(try Self.target(), web)
        #expect(web.questions.count == 4)
        #expect(live.notChecked.contains { $0.subject == "what the issuer publishes" })
    }

    @Test func plainHTTPToAnotherMachineIsNotChecked() throws {
        var answers = Self.answers()
        answers["\(Self.api)/api/check_admin_key"] = .failure(
            AuthKeysError(NetworkCode.cleartextCredential, "plain http", hint: "use a tunnel"))
        let live = Self.gather(try Self.target(), Web(answers))
        #expect(live.notChecked.contains { $0.subject == "what the deployment stores" && $0.remedy == "use a tunnel" })
        #expect(live.answer(to: .adminKey) == nil)
    }

    /// What cannot be had is asked for once.
    @Test(arguments: NetworkCode.allCases)
    func aFailureIsAFinding(network: NetworkCode) throws {
        let failure: Result<HTTPResponse, AuthKeysError> = .failure(AuthKeysError(network, "x", hint: "y"))
        let web = Web(["\(Self.api)/version": failure])
        var evidence = Evidence(profile: .convexAuth)
        evidence.live = Self.gather(try Self.target(), web)
        #expect(web.questions.count == 1)
        let codes = RuleRegistry.findings(in: evidence, by: RuleRegistry.liveRules).map(\.code)
        let isRule = RuleRegistry.liveRules.contains { $0.code == network.code }
        let isAboutDocuments = [.contentType].contains(network)
        #expect(codes == (isRule && !isAboutDocuments ? [network.code] : []))
    }

    @Test func aHostileAnswerStaysText() throws {
        let hostile = "\u{1B}[2J::error::x\u{202E}\n"
        var answers = Self.answers(issuer: Self.site)
        for (url, _) in answers where !url.hasSuffix("/version") && !url.contains("check") {
            answers[url] = .success(
                HTTPResponse(
                    status: 500, headers: [HTTPField(name: "Content-Type", value: hostile)], body: Array(hostile.utf8)))
        }
        answers["\(Self.api)/api/check_admin_key"] = Self.json(#"{"code":"\u001b[2J\n::x","message":"\u202e"}"#, 401)
        var evidence = Evidence(profile: .convexAuth)
        evidence.live = Self.gather(try Self.target(), Web(answers))
        let findings = RuleRegistry.findings(in: evidence)
        #expect(findings.count == 2)
        for surface in [TextReport.Surface.terminal, .gitHubLog] {
            let text = TextReport(surface).report(findings)
            #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
            #expect(surface == .terminal || !text.contains("::"))
        }
    }
}
