import Diagnosis
import Encodings

/// Diagnoses as a report gets them.
enum SampleReports {
    /// A deployment whose JWKS was set from another key, seen by every other check.
    static let broken = DiagnosisReport(
        profile: "convex-auth", viewpoint: "this machine, at https://api.example.com",
        findings: [
            Finding(
                code: "consumer.token-refused", severity: .error,
                verdict: "the JWKS holds no key that matches the private key",
                evidence: [
                    "JWT_PRIVATE_KEY of convex.env has the thumbprint Qk3vFDpJ7oNbq1mHzC6o2hVZx0kYt5aWc9eRlUuTgXs",
                    "JWKS of convex.env holds one key, with the thumbprint 5TtW0bQnX2yLrKfJ8dPzE4aHvGcUo7mSi1eNw3RkYxA",
                ],
                reason:
                    "Convex Auth signs with JWT_PRIVATE_KEY, and the backend looks for the key in JWKS: no token that it "
                    + "signs from now on is accepted.",
                fix: .command("authkeys jwks derive env:JWT_PRIVATE_KEY --out jwks.json"), explainedBy: nil,
                place: FindingPlace(path: "convex.env", line: 2)),
            Finding(
                code: "jwt.signature", severity: .error, verdict: "the token was signed by another key",
                evidence: ["it was signed by the private key that was given", "no key of the JWKS verifies it"],
                reason: "The backend answers \"Could not verify OIDC token claim\", and the user is signed out.",
                fix: .edit("mend the JWKS, and sign in again"), explainedBy: "consumer.token-refused"),
            Finding(
                code: "jwks.foreign-thumbprint", severity: .warning,
                verdict: "the kid is the thumbprint of another key",
                evidence: ["the kid \"Qk3vFDpJ7oNbq1mHzC6o2hVZx0kYt5aWc9eRlUuTgXs\" is that of the private key"],
                reason: "It was most likely copied by hand when the key was replaced.", fix: nil,
                explainedBy: "jwt.signature", place: FindingPlace(path: "convex.env")),
            Finding(
                code: "issuer.trailing-slash", severity: .error, verdict: "the issuer ends in a slash",
                evidence: [
                    "CONVEX_SITE_URL is \"https://api.example.com/\"", "the token says \"https://api.example.com\"",
                ],
                reason: "Issuers are compared byte for byte.", fix: .edit("take the slash away at the end"),
                explainedBy: nil, place: FindingPlace(path: "deploy/prod.env", line: 14)),
            Finding(
                code: "jwk.missing-kid", severity: .note, verdict: "a key has no kid", evidence: ["key 1"],
                reason: "Tokens of stock Convex Auth carry none either.", fix: nil, explainedBy: nil),
        ],
        passed: [
            "Convex Auth reads the private key: PKCS#8, 2048 bits", "the private key is strong",
            "the token is within its time: 42 minutes are left",
        ],
        notChecked: [
            .init(
                "whether the deployment has the same values", reason: "no deployment was named",
                remedy: "authkeys doctor --live https://api.example.com"),
            .init("how far the clocks are apart", reason: "nothing was asked over the network"),
        ],
        pictures: [
            MatchPicture(
                values: [
                    .init(
                        .privateKey, .good,
                        details: [
                            "convex.env, line 1", "RSA, 2048 bits",
                            "thumbprint Qk3vFDpJ7oNbq1mHzC6o2hVZx0kYt5aWc9eRlUuTgXs",
                        ]),
                    .init(
                        .keySet, .bad,
                        details: [
                            "convex.env, line 2", "1 key", "thumbprint 5TtW0bQnX2yLrKfJ8dPzE4aHvGcUo7mSi1eNw3RkYxA",
                        ]),
                    .init(.issuer, .warning, details: ["https://api.example.com/"]),
                    .init(.token, .good, details: ["env:TOKEN", "RS256, no kid", "expires in 42 minutes"]),
                    .init(.deployment, .unknown, details: ["https://api.example.com"]),
                ],
                links: [
                    .init(.privateKey, .keySet, .bad, label: "different keys"),
                    .init(.privateKey, .token, .good, label: "signed by this key"),
                    .init(.token, .keySet, .bad, label: "signed by another key"),
                    .init(.token, .issuer, .warning, label: "differs by a slash"),
                    .init(.issuer, .keySet, .good, label: "serves this set"),
                    .init(.issuer, .deployment, .unknown, label: "not compared"),
                    .init(.keySet, .deployment, .unknown, label: "not compared"),
                ])
        ])

    static let healthy = DiagnosisReport(
        profile: "convex-auth", findings: [],
        passed: [
            "Convex Auth reads the private key: PKCS#8, 2048 bits", "the JWKS holds the key",
            "a token that the private key signs is accepted",
        ],
        pictures: [
            MatchPicture(
                values: [
                    .init(.privateKey, .good, details: ["env:JWT_PRIVATE_KEY", "RSA, 2048 bits"]),
                    .init(.keySet, .good, details: ["env:JWKS", "1 key"]),
                ],
                links: [.init(.privateKey, .keySet, .good, label: "same key")])
        ])

    /// Every pair that can be compared.
    static let crowded: DiagnosisReport = {
        let subjects = MatchPicture.Subject.allCases
        let states: [MatchPicture.State] = [.good, .bad, .warning, .unknown]
        var links: [MatchPicture.Link] = []
        for (index, from) in subjects.enumerated() {
            for to in subjects[(index + 1)...] {
                links.append(.init(from, to, states[links.count % 4], label: "what was found of these two values"))
            }
        }
        return DiagnosisReport(
            profile: "generic", findings: [], notChecked: [.init("all of it", reason: "a picture alone")],
            pictures: [
                MatchPicture(
                    values: subjects.map {
                        .init($0, .warning, details: [String(repeating: "W", count: 80), "second"])
                    },
                    links: links)
            ])
    }()

    /// A file that was not pushed, a deployment whose site leads elsewhere, and another file: with the words that are
    /// said of them.
    static let severalEnvironments = DiagnosisReport(
        profile: "convex-auth", viewpoint: "this machine", findings: [broken.findings[0]], passed: broken.passed,
        pictures: [
            MatchPicture(
                environment: "deploy/production.env",
                values: [
                    .init(.privateKey, .good, details: ["JWT_PRIVATE_KEY on line 1 of 'deploy/production.env'"]),
                    .init(.keySet, .warning, details: ["JWKS on line 2 of 'deploy/production.env'", "1 key"]),
                    .init(.issuer, .good, details: ["https://convex.example.com", "CONVEX_SITE_URL on line 3"]),
                    .init(.token, .bad, details: ["--token 'token'", "RS256, no kid"]), deployment,
                ],
                links: [
                    .init(.privateKey, .keySet, .good, label: "same key"),
                    .init(.privateKey, .token, .warning, label: "signed by another key"),
                    .init(.token, .keySet, .bad, label: "signed by no key of it"),
                    .init(.token, .issuer, .good, label: "same issuer"),
                    .init(.privateKey, .deployment, .warning, label: "another key is stored there"),
                    .init(.keySet, .deployment, .warning, label: "other keys are published"),
                    .init(.issuer, .deployment, .bad, label: "does not lead there"),
                    .init(.token, .deployment, .good, label: "signed by a published key"),
                ]),
            MatchPicture(
                environment: "the deployment at https://api.convex.example.com",
                values: [
                    .init(.privateKey, .good, details: ["JWT_PRIVATE_KEY on 'https://api.convex.example.com'"]),
                    .init(.keySet, .good, details: ["JWKS on 'https://api.convex.example.com'"]),
                    .init(.issuer, .good, details: ["https://convex.example.com"]),
                    .init(.token, .good, details: ["shown by --probe", "valid for 30 s, for nobody"]), deployment,
                ],
                links: [
                    .init(.privateKey, .keySet, .good, label: "same key"),
                    .init(.privateKey, .token, .good, label: "signed by this key"),
                    .init(.token, .keySet, .good, label: "signed by key 1"),
                    .init(.privateKey, .deployment, .good, label: "published there"),
                    .init(.keySet, .deployment, .unknown, label: "not reachable"),
                    .init(.issuer, .deployment, .bad, label: "does not lead there"),
                    .init(.token, .deployment, .bad, label: "refused by the backend"),
                ]),
            MatchPicture(
                environment: "staging.env", values: healthy.pictures[0].values, links: healthy.pictures[0].links),
            MatchPicture(
                environment: "without an issuer or a token", values: healthy.pictures[0].values + [deployment],
                links: healthy.pictures[0].links + [
                    .init(.privateKey, .deployment, .warning, label: "another key is stored there"),
                    .init(.keySet, .deployment, .warning, label: "other keys are published"),
                ]),
        ])

    private static let deployment = MatchPicture.Value(
        .deployment, .bad,
        details: [
            "https://api.convex.example.com", "2 stored variables judged", "site https://convex.example.com",
            "publishes 1 key", "thumbprint 5TtW0bQnX2yLrKfJ8dPzE4aHvGcUo7mSi1eNw3RkYxA",
            "refuses a token of its own key",
        ])

    /// The same text in every place that text from outside can get into.
    static func holding(_ text: String) -> DiagnosisReport {
        func finding(_ severity: Finding.Severity, _ fix: Finding.Fix, _ cause: AuthKeysError.Code?) -> Finding {
            Finding(
                code: AuthKeysError.Code(rawValue: "jwks.\(severity.rawValue)"), severity: severity,
                verdict: "the kid \(text) is bad", evidence: [text, "it says \(text)"],
                reason: "The server said \(text) of it.", fix: fix, explainedBy: cause,
                place: FindingPlace(path: text, line: 7))
        }
        return DiagnosisReport(
            profile: "convex-auth", viewpoint: text,
            findings: [
                finding(.error, .command(text), nil), finding(.warning, .edit(text), "jwks.error"),
                finding(.note, .command(text), nil),
            ],
            passed: [text], notChecked: [.init(text, reason: text, remedy: text)],
            pictures: [
                MatchPicture(
                    environment: text,
                    values: [
                        .init(.privateKey, .good, details: [text]), .init(.keySet, .bad, details: [text, text]),
                        .init(.token, .bad, details: [text]),
                    ],
                    links: [
                        .init(.privateKey, .keySet, .bad, label: text), .init(.token, .keySet, .warning, label: text),
                    ]),
                MatchPicture(environment: text, values: [.init(.deployment, .unknown, details: [text, text])]),
            ])
    }
}
