import AuthKeysJOSE
import Consumers
import Diagnosis
import Testing

/// What each set gives, in full: a rule that should be silent and is not fails here as well.
struct KeySetRuleTests {
    typealias Row = (name: String, text: String, convexAuth: [String], generic: [String])

    private static let one = KeySets.jwk(1)
    private static let two = KeySets.jwk(2)

    private static func row(
        _ name: String, _ keys: [String], _ convexAuth: [String], _ generic: [String]
    ) -> Row {
        (name, KeySets.set(keys), convexAuth, generic)
    }

    private static let ambiguous = "error jwks.ambiguous-key"
    private static let empty = "error jwks.no-matching-key"

    static let good: [Row] = [
        row("one key", [one], [], []),
        row("its thumbprint as kid", [KeySets.jwk(1, ["kid": "\"\(KeySets.thumbprint(1))\""])], [], []),
        row("without use and alg", [KeySets.jwk(1, ["use": nil, "alg": nil])], [], []),
        row("with key_ops", [KeySets.jwk(1, ["key_ops": "[\"verify\"]"])], [], []),
        row("with members nobody knows", [KeySets.jwk(1, ["x5t": "\"?\"", "ext": "true", "note": "{}"])], [], []),
        row("a kid that can be seen", [KeySets.jwk(1, ["kid": "\"keys/2026 #1 \\\"\u{3B1}\\\"\""])], [], []),
        row("8192 bits", [KeySets.jwk(1, ["n": "\"\(KeySets.n(1, bytes: 1024))\""])], [], []),
        row(
            "43 characters that are no digest", [KeySets.jwk(1, ["kid": "\"\(String(repeating: "z", count: 43))\""])],
            [], []),
        ("white space and members of the set", "{ \"v\": 1, \"keys\":\n[ \(one) ] }\n", [], []),
    ]

    static let bad: [Row] = [
        row("two keys", [one, two], [ambiguous], []),
        row("three keys", [one, two, KeySets.jwk(3)], [ambiguous], []),
        row("no key", [], [empty], [empty]),
        row(
            "a key without a kid", [KeySets.jwk(1, ["kid": nil])], ["note jwk.missing-kid"], ["warning jwk.missing-kid"]
        ),
        row(
            "the kid of a recipe", [KeySets.jwk(1, ["kid": "\"convex-auth-key\""])],
            ["note jwk.constant-kid"], ["warning jwk.constant-kid"]),
        row(
            "one kid, two keys", [one, KeySets.jwk(2, ["kid": "\"k1\""])],
            [ambiguous, "warning jwks.duplicate-kid < jwks.ambiguous-key"], ["error jwks.duplicate-kid"]),
        row(
            "one kid, one key, twice", [one, one],
            ["warning jwks.duplicate-kid", ambiguous + " < jwks.duplicate-kid"], ["error jwks.duplicate-kid"]),
        row(
            "one key, two kids", [one, KeySets.jwk(1, ["kid": "\"other\""])],
            ["warning jwks.duplicate-key", ambiguous + " < jwks.duplicate-key"], ["warning jwks.duplicate-key"]),
        row(
            "one key, with and without a kid", [one, KeySets.jwk(1, ["kid": nil])],
            ["warning jwks.duplicate-key", ambiguous + " < jwks.duplicate-key", "note jwk.missing-kid"],
            ["warning jwks.duplicate-key", "warning jwk.missing-kid"]),
        row(
            "an encryption key beside it", [one, KeySets.jwk(2, ["use": "\"enc\""])],
            ["warning jwk.not-for-signing"], ["warning jwk.not-for-signing"]),
        row(
            "an encryption key alone", [KeySets.jwk(2, ["use": "\"enc\""])],
            ["warning jwk.not-for-signing", empty + " < jwk.not-for-signing"],
            ["warning jwk.not-for-signing", empty + " < jwk.not-for-signing"]),
        row(
            "key_ops without verify", [KeySets.jwk(1, ["key_ops": "[\"sign\"]"])],
            ["warning jwk.not-for-signing"],
            ["warning jwk.not-for-signing", empty + " < jwk.not-for-signing"]),
        row(
            "another RSA algorithm", [KeySets.jwk(1, ["alg": "\"RS512\""])],
            ["warning jwk.not-for-signing", empty + " < jwk.not-for-signing"],
            ["warning jwk.not-for-signing", empty + " < jwk.not-for-signing"]),
        row(
            "an algorithm that RSA has not", [KeySets.jwk(1, ["alg": "\"HS256\""])],
            ["warning jwk.not-for-signing", empty + " < jwk.not-for-signing"],
            ["warning jwk.not-for-signing", empty + " < jwk.not-for-signing"]),
        row(
            "a private key", [KeySets.jwk(1, ["d": "\"SECRET\"", "p": "\"SECRET\""])],
            ["error jwk.private-member"], ["error jwk.private-member", empty + " < jwk.private-member"]),
        (
            "a private member beside keys", "{\"keys\":[\(one)],\"d\":\"SECRET\"}", ["error jwk.private-member"],
            ["error jwk.private-member"]
        ),
        row(
            "a symmetric key", [one, #"{"kty":"oct","kid":"h","k":"SECRET"}"#],
            ["error jwk.private-member", "note jwk.kty"], ["error jwk.private-member", "note jwk.kty"]),
        row("an EC key", [one, #"{"kty":"EC","kid":"e","crv":"P-256"}"#], ["note jwk.kty"], ["note jwk.kty"]),
        row(
            "an EC key alone", [#"{"kty":"EC","kid":"e","crv":"P-256"}"#],
            [empty, "note jwk.kty"], [empty, "note jwk.kty"]),
        row("a kty in lower case", [one, KeySets.jwk(2, ["kty": "\"rsa\""])], ["note jwk.kty"], ["note jwk.kty"]),
        row(
            "padding", [KeySets.jwk(1, ["e": "\"AQAB==\""])],
            ["error jwk.number-encoding", empty + " < jwk.number-encoding"],
            ["error jwk.number-encoding", empty + " < jwk.number-encoding"]),
        row(
            "the other alphabet", [one, KeySets.jwk(2, ["n": "\"\(KeySets.n(2).dropLast(4))+/AB\""])],
            ["error jwk.number-encoding", ambiguous], ["error jwk.number-encoding"]),
        row(
            "leading zeros", [one, KeySets.jwk(2, ["e": "\"AAEAAQ\""])],
            ["error jwk.number-encoding", ambiguous], ["error jwk.number-encoding"]),
        row(
            "no n", [one, KeySets.jwk(2, ["n": nil])], [ambiguous, "warning jwk.unreadable"], ["warning jwk.unreadable"]
        ),
        row(
            "n is a number", [one, KeySets.jwk(2, ["n": "7"])], [ambiguous, "warning jwk.unreadable"],
            ["warning jwk.unreadable"]),
        row(
            "an even n", [one, KeySets.jwk(2, ["n": "\"\(KeySets.n(2).dropLast(1))A\""])],
            [ambiguous, "warning jwk.unreadable"],
            ["warning jwk.unreadable"]),
        row(
            "e = 1", [one, KeySets.jwk(2, ["e": "\"AQ\""])], [ambiguous, "warning jwk.unreadable"],
            ["warning jwk.unreadable"]),
        row(
            "a kid that is a number", [one, KeySets.jwk(2, ["kid": "7"])], ["warning jwk.unreadable"],
            ["warning jwk.unreadable"]),
        row("no objects", [one, "null", "1", "\"x\"", "[]"], ["warning jwk.unreadable"], ["warning jwk.unreadable"]),
        row(
            "1024 bits", [KeySets.jwk(1, ["n": "\"\(KeySets.n(1, bytes: 128))\""])],
            ["error consumer.key-size"], ["error consumer.key-size"]),
        row("8200 bits", [KeySets.jwk(1, ["n": "\"\(KeySets.n(1, bytes: 1025))\""])], ["error consumer.key-size"], []),
        row(
            "a member twice", ["{\"kid\":\"k0\"," + one.dropFirst()],
            ["error json.duplicate-name"], ["error json.duplicate-name"]),
        row(
            "an empty kid", [KeySets.jwk(1, ["kid": "\"\""])], ["warning jwk.unusual-kid"], ["warning jwk.unusual-kid"]),
        row(
            "kids that cannot be seen",
            [KeySets.jwk(1, ["kid": "\"a\\u202Eb\""])], ["warning jwk.unusual-kid"], ["warning jwk.unusual-kid"]),
        row(
            "a kid with a line end", [KeySets.jwk(1, ["kid": "\"a\\n\""])], ["warning jwk.unusual-kid"],
            ["warning jwk.unusual-kid"]),
        row(
            "a kid with a space at its end", [KeySets.jwk(1, ["kid": "\"a \""])], ["warning jwk.unusual-kid"],
            ["warning jwk.unusual-kid"]),
        row(
            "a long kid", [KeySets.jwk(1, ["kid": "\"\(String(repeating: "k", count: 129))\""])],
            ["warning jwk.unusual-kid"], ["warning jwk.unusual-kid"]),
        row(
            "the thumbprint of a key that is not here", [KeySets.jwk(1, ["kid": "\"\(KeySets.thumbprint(2))\""])],
            ["note jwk.foreign-thumbprint"], ["note jwk.foreign-thumbprint"]),
        row(
            "swapped thumbprints",
            [
                KeySets.jwk(1, ["kid": "\"\(KeySets.thumbprint(2))\""]),
                KeySets.jwk(2, ["kid": "\"\(KeySets.thumbprint(1))\""]),
            ],
            [ambiguous, "warning jwk.foreign-thumbprint"], ["warning jwk.foreign-thumbprint"]),
        row(
            "8193 bytes", [one + String(repeating: " ", count: 8193 - KeySets.set([one]).utf8.count)],
            ["error consumer.value-too-large"], []),
        row(
            "101 keys", (1...101).map { KeySets.jwk(UInt8($0)) },
            [ambiguous, "error consumer.value-too-large", "warning jwks.too-many-keys"], ["warning jwks.too-many-keys"]),
        ("nothing", "", ["error jwks.malformed"], ["error jwks.malformed"]),
        ("an array", "[]", ["error jwks.malformed"], ["error jwks.malformed"]),
        ("a key and no set", one, ["error jwks.malformed"], ["error jwks.malformed"]),
        ("keys is no array", "{\"keys\":{}}", ["error jwks.malformed"], ["error jwks.malformed"]),
        ("quotes around it", "'" + KeySets.set([one]) + "'", ["error jwks.malformed"], ["error jwks.malformed"]),
        ("a byte order mark", "\u{FEFF}" + KeySets.set([one]), ["error jwks.malformed"], ["error jwks.malformed"]),
        ("PEM", "-----BEGIN PUBLIC KEY-----\n", ["error jwks.malformed"], ["error jwks.malformed"]),
        ("cut", String(KeySets.set([one]).dropLast()), ["error jwks.malformed"], ["error jwks.malformed"]),
    ]

    private func summary(_ text: String, _ profile: Profile) -> [String] {
        KeySets.findings(text, for: profile).map { finding in
            "\(finding.severity.rawValue) \(finding.code.rawValue)"
                + (finding.explainedBy.map { " < \($0.rawValue)" } ?? "")
        }
    }

    @Test(arguments: good.indices)
    func areSilentAboutAGoodSet(row: Int) {
        let row = Self.good[row]
        #expect(summary(row.text, .convexAuth) == row.convexAuth, "\(row.name)")
        #expect(summary(row.text, .generic) == row.generic, "\(row.name)")
    }

    @Test(arguments: bad.indices)
    func findWhatIsWrongAndNothingElse(row: Int) {
        let row = Self.bad[row]
        #expect(summary(row.text, .convexAuth) == row.convexAuth, "\(row.name)")
        #expect(summary(row.text, .generic) == row.generic, "\(row.name)")
    }

    @Test func everyRuleHasASetThatItFindsSomethingIn() {
        let found = Set(Self.bad.flatMap { ($0.convexAuth + $0.generic).map { $0.split(separator: " ")[1] } })
        #expect(
            found.map(String.init).sorted()
                == RuleRegistry.keySetRules.map(\.code.rawValue).filter { $0 != "jwks.weak-key" }.sorted())
    }

    @Test func noFindingIsWorseThanItsRuleSays() {
        for row in Self.bad {
            for profile in Profile.all {
                for finding in KeySets.findings(row.text, for: profile) {
                    let rule = RuleRegistry.rules.first { $0.code == finding.code }
                    #expect(finding.severity <= rule?.severity ?? .note, "\(row.name): \(finding.code.rawValue)")
                    #expect(!finding.verdict.hasSuffix(".") && finding.reason.hasSuffix("."), "\(row.name)")
                }
            }
        }
    }

    @Test func theConsumerSpeaksInItsOwnWords() {
        let found = KeySets.findings(KeySets.set([Self.one, Self.two]), for: .convexAuth)
        #expect(
            found.first?.verdict.contains(
                "JWK set must only contain one eligible public key, but found 2 eligible keys")
                == true)
        #expect(found.first?.evidence == ["key 1 (kid \"k1\") is eligible", "key 2 (kid \"k2\") is eligible"])
        #expect(KeySets.findings(KeySets.set([]), for: .convexAuth).first?.verdict.contains("NoMatchingKey") == true)
    }

    @Test func withoutASetThereIsNothingToSay() {
        #expect(RuleRegistry.findings(in: Evidence(profile: .generic)).isEmpty)
    }

    @Test(arguments: [
        ("a b.json", "k2", "authkeys jwks remove -- 'a b.json' k2"),
        ("-x", "-k", "authkeys jwks remove -- -x -k"),
        ("j", "'; rm -rf", "authkeys jwks remove -- j ''\\''; rm -rf'"),
    ])
    func theFixIsACommandThatCanBePasted(path: String, kid: String, command: String) {
        let set = KeySets.set([Self.one, KeySets.jwk(1, ["kid": "\"\(kid)\""])])
        #expect(KeySets.findings(set, for: .generic, path: path).first?.fix == .command(command))
    }

    @Test func withoutAFileOrAPrivateKeyNoCommandGuesses() {
        let twins = KeySets.set([Self.one, KeySets.jwk(1, ["kid": "\"k2\""])])
        #expect(
            KeySets.findings(twins, for: .generic).first?.fix
                == .edit("remove the key with the kid \"k2\" from the set"))
        let two = KeySets.set([Self.one, KeySets.jwk(2)])
        #expect(
            KeySets.findings(two, for: .convexAuth, path: "j").first?.fix
                == .edit("remove the one that does not sign: authkeys jwks remove FILE KID"))
    }

    @Test func customJWTWantsAKeyWithAKid() {
        let nameless = KeySets.jwk(1, ["kid": nil])
        func found(_ keys: [String]) -> [String] {
            KeySets.findings(KeySets.set(keys), for: .convexCustomJWT).map {
                "\($0.severity) \($0.code.rawValue) \($0.explainedBy?.rawValue ?? "")"
            }
        }
        #expect(found([nameless]) == ["error jwk.missing-kid ", "error jwks.no-matching-key jwk.missing-kid"])
        #expect(found([nameless, KeySets.jwk(2)]) == ["warning jwk.missing-kid "])
    }

    @Test(arguments: [
        ("-", "the text is a single hyphen and not a JWK set"),
        ("$(cat jwks.json)", "the text is a command or a variable of a shell, and not what that gives"),
        ("${JWKS}", "the text is a command or a variable of a shell, and not what that gives"),
        ("'{\"keys\":[]}'", "the text stands in quotes that are part of it"),
        ("eyJrZXlzIjpbXX0=", "the JWK set is encoded in base64"),
        (#""{\"keys\":[]}""#, "the JWK set is written as a JSON string"),
        ("./jwks.json", "the text is the name of a file and not what is in it"),
        ("https://x.example/jwks", "the text is a URL and not the JWK set that is served there"),
        ("{\"keys\":", "the text is no JWK set"),
    ])
    func whatStandsInThePlaceOfASetIsNamed(text: String, verdict: String) {
        let place = ValuePlace(.environment, name: "JWKS")
        let evidence = Evidence(profile: .convexAuth, keySet: KeySetEvidence(reading: text.utf8.span, at: place))
        let finding = RuleRegistry.findings(in: evidence).first
        #expect(finding?.code == "jwks.malformed" && finding?.verdict == verdict)
        #expect(finding?.evidence.first == "JWKS in the environment")
    }

    @Test func aSuperfluousKeyWithoutAKidIsRemovedByItsThumbprint() {
        let nameless = KeySets.jwk(1, ["kid": nil])
        func fix(_ keys: [String]) -> Finding.Fix? {
            KeySets.findings(KeySets.set(keys), for: .generic).first { $0.code == "jwks.duplicate-key" }?.fix
        }
        let print = KeySets.thumbprint(1)
        #expect(fix([Self.one, nameless]) == .edit("remove the key with the kid \"\(print)\" from the set"))
        // There the thumbprint names another entry.
        #expect(fix([KeySets.jwk(1, ["kid": "\"\(print)\""]), nameless]) == .edit("remove key 2 from the set"))
    }

    @Test func evidenceIsShortenedAndNeverShowsASecret() {
        let nameless = (1...15).map { KeySets.jwk(UInt8($0), ["kid": nil]) }
        let evidence = KeySets.findings(KeySets.set(nameless), for: .generic).first?.evidence ?? []
        #expect(evidence.count == 11 && evidence.last == "and 5 more")
        for row in Self.bad where row.text.contains("SECRET") {
            for finding in KeySets.findings(row.text, for: .generic) {
                #expect(!JSONReport().report([finding]).contains("SECRET"), "\(row.name)")
            }
        }
    }
}
