import AuthKeysJOSE
import Consumers
import Diagnosis
import Encodings
import HTTPExchange
import Testing

/// What a server says can hold a secret, wherever it says something; no report repeats any of it.
@Suite struct RemoteSecretsTests {
    typealias Answers = [String: Result<HTTPResponse, AuthKeysError>]

    /// Where a text of a server gets into a report.
    struct Place: Sendable, CustomTestStringConvertible {
        let name: String
        /// A word that is shown there.
        var plain = "Harmless"
        /// Puts a text there.
        let put: @Sendable (inout Answers, String) -> Void

        var testDescription: String { name }
    }

    private static let api = LiveGatheringTests.api
    private static let site = LiveGatheringTests.site
    private static let document = LiveGatheringTests.document
    private static let keys = LiveGatheringTests.keys

    private static func answer(
        _ status: Int, _ body: String, _ headers: [String: String] = [:]
    ) -> Result<HTTPResponse, AuthKeysError> {
        .success(
            HTTPResponse(
                status: status, headers: headers.map { HTTPField(name: $0.key, value: $0.value) },
                body: Array(body.utf8)))
    }

    /// With the text as JSON has it.
    private static func json(_ text: String, _ members: (String) -> String) -> String {
        members(JSONValue.string(text).compactJSON)
    }

    private static func key(_ member: String, _ text: String) -> String {
        json(text) { KeySets.set([KeySets.jwk(1, [member: $0])]) }
    }

    static let places: [Place] = [
        Place(name: "the version") { $0["\(api)/version"] = answer(404, "No matching routes found \($1)") },
        Place(name: "the code of a refused admin key") { answers, text in
            answers["\(api)/api/check_admin_key"] = answer(401, json(text) { #"{"code":\#($0),"message":\#($0)}"# })
        },
        Place(name: "the name of the instance") {
            $0["\(api)/api/check_admin_key"] = answer(401, "{}")
            $0["\(api)/instance_name"] = answer(200, $1)
        },
        Place(name: "the body of a failure") { $0["\(site)\(document)"] = answer(500, "oops \($1)") },
        Place(name: "the body of a failure in JSON") { answers, text in
            answers["\(site)\(document)"] = answer(500, json(text) { #"{"code":\#($0)}"# })
        },
        Place(name: "the body of another status") { $0["\(site)\(document)"] = answer(418, "oops \($1)") },
        Place(name: "the content type") { $0["\(site)\(document)"] = answer(200, "{}", ["Content-Type": $1]) },
        Place(name: "where a redirect leads", plain: "harmless") {
            $0["\(site)\(document)"] = answer(302, "", ["Location": "https://\($1).example.com/"])
        },
        Place(name: "a variable that is missing") {
            $0["\(site)\(document)"] = answer(500, "Missing environment variable `\($1)`")
        },
        Place(name: "the issuer that the deployment names, as no URL") { answers, text in
            answers["\(api)/http\(document)"] = answer(200, json(text) { #"{"issuer":\#($0)}"# })
        },
        Place(name: "the issuer that the deployment names, on another host") { answers, text in
            answers["\(api)/http\(document)"] = answer(
                200, json("https://x.example.com/" + text) { #"{"issuer":\#($0)}"# })
        },
        Place(name: "the issuer of the document") { answers, text in
            answers["\(site)\(document)"] = answer(200, json(text) { #"{"issuer":\#($0),"jwks_uri":"x"}"# })
        },
        Place(name: "the origin of the keys", plain: "harmless") { answers, text in
            answers["\(site)\(document)"] = answer(
                200, json("https://\(text).example.com/") { #"{"issuer":"\#(site)","jwks_uri":\#($0)}"# })
        },
        Place(name: "a kid") { $0["\(site)\(keys)"] = answer(200, key("kid", $1)) },
        Place(name: "a kid of two keys") { answers, text in
            let two = json(text) { KeySets.set([KeySets.jwk(1, ["kid": $0]), KeySets.jwk(2, ["kid": $0])]) }
            answers["\(site)\(keys)"] = answer(200, two)
        },
        Place(name: "the kind of a key") { $0["\(site)\(keys)"] = answer(200, key("kty", $1)) },
        Place(name: "the use of a key") { $0["\(site)\(keys)"] = answer(200, key("use", $1)) },
        Place(name: "the algorithm of a key") { $0["\(site)\(keys)"] = answer(200, key("alg", $1)) },
        Place(name: "how old the keys are") {
            $0["\(site)\(keys)"] = answer(200, KeySets.set([KeySets.jwk(1)]), ["Age": $1])
        },
        Place(name: "the message of a refused token") { answers, text in
            answers["\(api)/api/query"] = answer(401, json(text) { #"{"code":"Unauthenticated","message":\#($0)}"# })
        },
        Place(name: "the code of a token that was not judged") { answers, text in
            answers["\(api)/api/query"] = answer(429, json(text) { #"{"code":\#($0)}"# })
        },
    ]

    /// What is secret in each, and the whole that it stands in.
    static let secrets: [(core: String, text: String)] = {
        let hexadecimal = "0153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071"
        let base64 = "Qm9vYmFyMTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6QUJDREVG"
        let token = "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjk5OTk5OTk5OTl9."
        return [
            (hexadecimal, "convex-self-hosted|\(hexadecimal)"), (hexadecimal, "instance_secret=\(hexadecimal)"),
            (base64, "-----BEGIN PRIVATE KEY-----\n\(base64)\n\(base64.reversed())\n-----END PRIVATE KEY-----\n"),
            (base64, "-----BEGIN PRIVATE KEY----- \(base64)"), (base64, token + base64),
            (base64, #"{"d":"\#(base64)"}"#),
            // What the deployment was shown is known, however it looks.
            (shown, "x\(shown)x"),
        ]
    }()

    private static let shown = "kq7xv2hw9zr4mt6bn3pj8yd5"

    private static func report(_ place: Place, _ text: String) throws -> [String] {
        var answers = LiveGatheringTests.answers()
        answers["\(api)/api/query"] = LiveGatheringTests.json(#"{"status":"error"}"#)
        place.put(&answers, text)
        let web = LiveGatheringTests.Web(answers)
        let key = try signer.get()
        var live = LiveGathering.gather(
            try LiveGatheringTests.target(), web.access,
            stored: {
                LiveKeyPair(
                    place: "here", signingKey: key.publicKey,
                    keySet: try? KeySetEvidence(reading: KeySets.set([KeySets.jwk(9)]).utf8.span).contents.get(),
                    names: ["JWT_PRIVATE_KEY", "JWKS"])
            },
            probe: { issuer, time, live throws(AuthKeysError) in
                try LiveProbeToken(signing: key, for: .convexAuth, issuer: issuer, at: time, live: live)
            })
        live.instanceOfAdminKey = live.instanceOfAdminKey ?? "x"
        live.secrets.learn(shown.utf8)
        var evidence = Evidence(profile: .convexAuth)
        if let published = live.publishedText { evidence.keySet = KeySetEvidence(reading: published.body.span) }
        let issuer = live.issuerOfDeployment ?? live.issuer?.text
        evidence.issuer = issuer.map {
            IssuerEvidence(live.secrets.cleaned($0), at: ValuePlace(.deployment(origin: api), name: "issuer"))
        }
        evidence.live = live
        let report = Examination.report(on: [evidence])
        return [
            DiagnosisTextReport(.terminal).text(of: report), DiagnosisTextReport(.gitHubLog).text(of: report),
            DiagnosisJSONReport().text(of: report), SARIFReport(version: "1").text(of: report),
            JUnitReport(date: NumericDate(secondsSince1970: 1)).text(of: report),
            GitHubAnnotations().text(of: report), GitHubJobSummary().text(of: report), HTMLReport().text(of: report),
        ]
    }

    private static let signer = Result { try RSAPrivateKey(keySize: .bits2048) }

    /// Else the next test would prove nothing.
    @Test(arguments: places)
    func whatIsHarmlessIsShown(place: Place) throws {
        let reports = try Self.report(place, place.plain)
        #expect(reports[2].contains(place.plain), "\(reports[0])")
    }

    @Test(arguments: places, secrets.indices)
    func whatIsSecretIsNot(place: Place, index: Int) throws {
        let (core, text) = Self.secrets[index]
        let pieces = Set(Self.pieces(of: core))
        for report in try Self.report(place, text) {
            #expect(pieces.isDisjoint(with: Self.pieces(of: report)), "\(report)")
        }
    }

    /// Any eight bytes in a row.
    private static func pieces(of text: String) -> [UInt64] {
        var piece: UInt64 = 0
        return text.lowercased().utf8.map { byte in
            piece = piece << 8 | UInt64(byte)
            return piece
        }.dropFirst(7).map { $0 }
    }

    // MARK: - What is left out

    private static func cleaned(_ text: String, of body: String) -> String {
        var secrets = RemoteSecrets()
        secrets.learn(from: HTTPResponse(status: 500, body: Array(body.utf8)))
        return secrets.cleaned(text)
    }

    private static let key = "convex-self-hosted|0153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"

    @Test(arguments: [
        ("", ""), ("it says 0153c2a1b4", "it says [secret left out]"), ("it says 0153c2a", "it says 0153c2a"),
        ("it says 0153C2A1B4", "it says [secret left out]"), ("4d7e8f90 a", "[secret left out] a"),
        ("4d7e8f90 a…", "[secret left out]…"),
        ("x 0153c2a1b4d7 93a4b5c6d7e8f9 x", "x [secret left out] x"),
        ("x 0153c2a1b4d7 ab…", "x [secret left out]…"), ("x 0153c2a1b4d7 ab is", "x [secret left out] ab is"),
        ("convex-self-hosted is the name", "convex-self-hosted is the name"),
    ])
    func aPieceIsKnownAgain(text: String, expected: String) {
        #expect(Self.cleaned(text, of: "refused: \(Self.key)") == expected)
    }

    @Test(arguments: [
        #"{"code":"convex-self-hosted\u007c0153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"}"#,
        #"{"code":"convex-self-hosted|\u0030153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"}"#,
        #"INSTANCE_SECRET=0153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071"#,
    ])
    func anEscapeHidesNothing(body: String) {
        #expect(Self.cleaned("0153c2a1b4d7e8f90a1b2c3d", of: body) == RemoteSecrets.mark)
    }

    @Test func whatIsNoSecretStays() {
        let page = "<html><h1>502 Bad Gateway</h1><hr><center>nginx/1.27.3</center></html>"
        #expect(Self.cleaned(page, of: page) == page)
        let set = KeySets.set([KeySets.jwk(1)])
        #expect(Self.cleaned(set, of: set) == set)
    }
}
