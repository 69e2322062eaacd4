import AuthKeysJOSE
import Consumers
import Diagnosis
import Encodings
import HTTPExchange
import TestSupport
import Testing

/// What the picture makes of a deployment that was asked: its own values beside it, and those that were given.
@Suite struct PictureOfDeploymentTests {
    /// `A` and `B` are keys; of a set each letter is a key, and a digit behind it its kid.
    struct Situation: Sendable, CustomTestStringConvertible {
        let name: String
        /// What it stores; `nil` where nobody was told, an empty text where it is not set, `?` for what cannot be read.
        var stored: (key: String, set: String)? = ("A", "A")
        /// `nil` for nothing that answers at `jwks_uri`.
        var published: String? = "A"
        /// What the document at the site names; `nil` for the same issuer.
        var issuer: String?
        /// In place of the document at the site.
        var atSite: Result<HTTPResponse, AuthKeysError>?
        var isAPI = true
        /// The one that was given.
        var givenIssuer = Deployments.site
        /// Who signed the token that was given.
        var token: String?
        /// What the backend answers to that of the probe.
        var probe: (status: Int, answer: String)?
        var given: (key: String, set: String)?
        /// `deployment good`, `private key-deployment good: published there`; of the deployment and its lines alone.
        let own: [String]
        /// In the picture of the given values.
        var beside: [String] = []

        var testDescription: String { name }
    }

    private static let typicalLines = [
        "private key-deployment good: published there", "JWKS-deployment good: published there",
        "issuer-deployment good: same issuer",
    ]
    private static let page: Result<HTTPResponse, AuthKeysError> = .success(
        HTTPResponse(
            status: 200, headers: [HTTPField(name: "Content-Type", value: "text/html")],
            body: Array("<!doctype html><title>Sign in</title>".utf8)))
    private static let silence: Result<HTTPResponse, AuthKeysError> = .failure(
        AuthKeysError(NetworkCode.timeout, "no answer", hint: "wait"))

    static let situations: [Situation] = [
        Situation(name: "as it should be", own: ["deployment good"] + typicalLines),
        Situation(
            name: "another key is published", published: "B",
            own: [
                "deployment bad", "private key-deployment bad: not published there",
                "JWKS-deployment bad: other keys are published", "issuer-deployment good: same issuer",
            ]),
        Situation(
            name: "one key more is published", published: "AB",
            own: [
                "deployment bad", "private key-deployment good: published there",
                "JWKS-deployment bad: other keys are published", "issuer-deployment good: same issuer",
            ]),
        Situation(
            name: "the stored pair is none", stored: ("A", "B"), published: "B",
            own: [
                "deployment bad", "private key-deployment bad: not published there",
                "JWKS-deployment good: published there", "issuer-deployment good: same issuer",
            ]),
        Situation(
            name: "the stored values cannot be read", stored: ("?", "?"),
            own: [
                "deployment good", "private key-deployment unknown: not compared",
                "JWKS-deployment unknown: not compared", "issuer-deployment good: same issuer",
            ]),
        Situation(
            name: "nothing is stored", stored: ("", ""),
            own: ["deployment bad", "JWKS-deployment good: published there", "issuer-deployment good: same issuer"]),
        Situation(
            name: "there is no admin key", stored: nil,
            own: ["deployment good", "JWKS-deployment good: published there", "issuer-deployment good: same issuer"]),
        Situation(
            name: "the document names another issuer", issuer: "https://other.example",
            own: [
                "deployment bad", "private key-deployment good: published there",
                "JWKS-deployment good: published there", "issuer-deployment bad: another issuer",
            ]),
        Situation(
            name: "the site leads elsewhere", atSite: .success(HTTPResponse(status: 404)),
            own: [
                "deployment bad", "private key-deployment good: published there",
                "JWKS-deployment good: published there", "issuer-deployment bad: does not lead there",
            ]),
        Situation(
            name: "a login stands before the site", atSite: page,
            own: [
                "deployment bad", "private key-deployment good: published there",
                "JWKS-deployment good: published there", "issuer-deployment bad: no document there",
            ]),
        Situation(
            name: "the site is silent", published: nil, atSite: silence,
            own: [
                "deployment bad", "private key-deployment unknown: not compared",
                "JWKS-deployment unknown: not reachable", "issuer-deployment unknown: not reachable",
            ]),
        Situation(
            name: "no key set", published: nil,
            own: [
                "deployment bad", "private key-deployment unknown: not compared",
                "JWKS-deployment unknown: not compared", "issuer-deployment good: same issuer",
            ]),
        Situation(
            name: "the issuer cannot be asked, and the deployment names its own", givenIssuer: "no URL",
            own: [
                "deployment good", "private key-deployment good: published there",
                "JWKS-deployment good: published there", "issuer-deployment bad: another issuer",
            ]),
        Situation(
            name: "it is no API", stored: nil, isAPI: false,
            own: ["deployment bad", "JWKS-deployment good: published there", "issuer-deployment good: same issuer"]),
        Situation(
            name: "a token of the stored key", token: "A",
            own: ["deployment good"] + typicalLines + ["token-deployment good: signed by a published key"]),
        Situation(
            name: "a token of another key", token: "B",
            own: ["deployment good"] + typicalLines + ["token-deployment bad: signed by no published key"]),
        Situation(
            name: "a token, and no key set", published: nil, token: "A",
            own: [
                "deployment bad", "private key-deployment unknown: not compared",
                "JWKS-deployment unknown: not compared", "issuer-deployment good: same issuer",
                "token-deployment unknown: not compared",
            ]),
        Situation(
            name: "what is no token", token: "?",
            own: ["deployment good"] + typicalLines + ["token-deployment unknown: not compared"]),
        Situation(
            name: "the probe is accepted", probe: (200, #"{"status":"error"}"#),
            own: ["deployment good"] + typicalLines + ["token-deployment good: accepted by the backend"]),
        Situation(
            name: "the probe is refused",
            probe: (401, #"{"code":"NoAuthProvider","message":"No auth provider found"}"#),
            own: ["deployment bad"] + typicalLines + ["token-deployment bad: refused by the backend"]),
        Situation(
            name: "the probe tells nothing", probe: (502, ""),
            own: ["deployment good"] + typicalLines + ["token-deployment unknown: no clear answer"]),
        // MARK: With values beside it
        Situation(
            name: "the stored values are given", given: ("A", "A"), own: ["deployment good"] + typicalLines,
            beside: [
                "deployment good", "private key-deployment good: same key", "JWKS-deployment good: published there",
            ]),
        Situation(
            name: "other values are given", given: ("B", "B"), own: ["deployment good"] + typicalLines,
            beside: [
                "deployment good", "private key-deployment warning: another key is stored there",
                "JWKS-deployment warning: other keys are published",
            ]),
        Situation(
            name: "one kid for two keys", stored: ("A", "A1"), published: "A1", given: ("B", "B1"),
            own: ["deployment good"] + typicalLines,
            beside: [
                "deployment good", "private key-deployment warning: another key is stored there",
                "JWKS-deployment bad: other keys are published",
            ]),
        Situation(
            name: "what is given is stored and not published", published: "B", given: ("A", "A"),
            own: [
                "deployment bad", "private key-deployment bad: not published there",
                "JWKS-deployment bad: other keys are published", "issuer-deployment good: same issuer",
            ],
            beside: [
                "deployment bad", "private key-deployment bad: stored, not published",
                "JWKS-deployment bad: other keys are published",
            ]),
        Situation(
            name: "what is given is not stored at all", stored: ("", ""), published: nil, given: ("A", "A"),
            own: ["deployment bad", "issuer-deployment good: same issuer"],
            beside: [
                "deployment bad", "private key-deployment bad: no key is stored there",
                "JWKS-deployment bad: no set is stored there",
            ]),
        Situation(
            name: "the stored key cannot be read", stored: ("?", "A"), published: nil, given: ("A", "A"),
            own: [
                "deployment bad", "private key-deployment unknown: not compared",
                "JWKS-deployment unknown: not compared", "issuer-deployment good: same issuer",
            ],
            beside: [
                "deployment bad", "private key-deployment unknown: not compared",
                "JWKS-deployment good: same keys are stored",
            ]),
        Situation(
            name: "another set is stored", stored: ("A", "B"), published: nil, given: ("A", "A"),
            own: [
                "deployment bad", "private key-deployment unknown: not compared",
                "JWKS-deployment unknown: not compared", "issuer-deployment good: same issuer",
            ],
            beside: [
                "deployment bad", "private key-deployment good: same key",
                "JWKS-deployment warning: other keys are stored",
            ]),
        Situation(
            name: "values are given, and there is no admin key", stored: nil, given: ("A", "A"),
            own: ["deployment good", "JWKS-deployment good: published there", "issuer-deployment good: same issuer"],
            beside: [
                "deployment good", "private key-deployment good: published there",
                "JWKS-deployment good: published there",
            ]),
        Situation(
            name: "other values are given, and there is no admin key", stored: nil, given: ("B", "B"),
            own: ["deployment good", "JWKS-deployment good: published there", "issuer-deployment good: same issuer"],
            beside: [
                "deployment good", "private key-deployment bad: not published there",
                "JWKS-deployment warning: other keys are published",
            ]),
        Situation(
            name: "given values that cannot be read", given: ("?", "?"), own: ["deployment good"] + typicalLines,
            beside: [
                "deployment good", "private key-deployment unknown: not compared",
                "JWKS-deployment unknown: not compared",
            ]),
        Situation(
            name: "nothing is known of it", stored: nil, published: nil, atSite: silence, given: ("A", "A"),
            own: ["deployment bad", "issuer-deployment unknown: not reachable"],
            beside: [
                "deployment bad", "private key-deployment unknown: not compared",
                "JWKS-deployment unknown: not reachable",
            ]),
    ]

    @Test(arguments: situations)
    func it_shows_what_is_known(situation: Situation) throws {
        let pictures = Examination.report(on: try Deployments.evidence(situation)).pictures
        let drawn = pictures.map { picture in
            picture.values.filter { $0.subject == .deployment }.map { "\($0.subject.rawValue) \($0.state)" }
                + picture.links.filter { $0.to == .deployment }.map {
                    "\($0.from.rawValue)-\($0.to.rawValue) \($0.state): \($0.label)"
                }
        }
        #expect(drawn == (situation.given == nil ? [] : [situation.beside]) + [situation.own])
        #expect(
            pictures.map(\.environment)
                == (situation.given == nil ? [] : ["prod.env"]) + ["the deployment at \(Deployments.api)"])
    }

    @Test func it_says_what_was_asked_and_what_came() throws {
        func details(_ situation: Situation) throws -> [String]? {
            let pictures = Examination.report(on: try Deployments.evidence(situation)).pictures
            return pictures.last?.values.last?.details
        }
        #expect(
            try details(Situation(name: "", published: "AB", probe: (200, #"{"status":"error"}"#), own: [])) == [
                Deployments.api, "2 stored variables judged", "site \(Deployments.site)", "publishes 2 keys",
                "thumbprint \(Deployments.thumbprint("A"))", "thumbprint \(Deployments.thumbprint("B"))",
                "accepts a token of its own key",
            ])
        #expect(
            try details(Situation(name: "", stored: nil, published: nil, atSite: Self.silence, own: [])) == [
                Deployments.api, "stored variables not read", "site \(Deployments.site)", "published keys not read",
            ])
    }

    /// A loopback issuer of a deployment that was asked is judged by what answers there.
    @Test func a_value_is_judged_as_the_rules_judge_it() throws {
        let evidence = try Deployments.evidence(Situation(name: "", own: []))
        let report = Examination.report(on: evidence)
        #expect(report.findings.allSatisfy { $0.severity == .note })
        #expect(report.pictures.flatMap(\.values).map(\.state) == [.good, .good, .good, .good])
    }

    /// The token of the probe is drawn, and none of its text.
    @Test func the_probe_is_a_token() throws {
        let situation = Situation(name: "", probe: (401, #"{"code":"x","message":"y"}"#), own: [])
        let picture = try #require(Examination.report(on: try Deployments.evidence(situation)).pictures.first)
        #expect(
            picture.values.first { $0.subject == .token }?.details
                == ["shown by --probe", "valid for 30 s, for nobody"])
        #expect(
            picture.links.filter { $0.from == .token || $0.to == .token }.map(\.label)
                == ["signed by this key", "signed by key 1", "refused by the backend"])
    }

    /// Of several environments each has its own, and the first is the one that the deployment is compared with.
    @Test func each_environment_has_a_picture() throws {
        let given = try ["A", "B"].map { try Deployments.given($0, $0, in: "\($0).env") }
        #expect(Examination.report(on: given).pictures.map(\.environment) == ["A.env", "B.env"])
        let live = try Deployments.evidence(Situation(name: "", own: []))
        let pictures = Examination.report(on: given + live).pictures
        #expect(pictures.map(\.environment) == ["A.env", "B.env", "the deployment at \(Deployments.api)"])
        #expect(pictures.map { $0.values.contains { $0.subject == .deployment } } == [true, false, true])
        #expect(Examination.report(on: [Evidence(profile: .convexAuth)]).pictures == [])
    }

    /// What answers says nothing in the picture but what is made of it.
    @Test(arguments: [
        "<img src=x onerror=alert(1)>", "\u{1B}[2J::error::x\u{202E}", String(repeating: "W", count: 3000),
    ])
    func nothing_of_an_answer_is_repeated(text: String) throws {
        let quoted = JSONValue.string(text).compactJSON
        let situation = Situation(
            name: "", published: "A", issuer: text, probe: (401, #"{"code":\#(quoted),"message":\#(quoted)}"#), own: [])
        let picture = try #require(Examination.report(on: try Deployments.evidence(situation)).pictures.first)
        let texts = picture.values.flatMap(\.details) + picture.links.map(\.label) + [picture.environment]
        #expect(
            texts.allSatisfy { $0.count <= 120 && $0.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) } })
        #expect(!texts.contains { $0.contains("alert") || $0.contains("WWWW") })
        let long = try Deployments.given("A", "A", in: text)
        #expect(Examination.report(on: [long]).pictures.allSatisfy { $0.environment.unicodeScalars.count <= 121 })
    }
}
