import AuthKeysJOSE
import Deployment
import Foundation
import TestSupport
import Testing

/// The emitted entrypoint, really run, under each shell that could be the image's.
@Suite struct DockerEntrypointTests {
    static let shells = ["dash", "bash", "busybox"]

    static let line = (try? EmitSample.privateKeyLine()) ?? ""
    static let pem = (try? Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")) ?? ""
    static let pkcs1 = (try? Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs1.pem")) ?? ""
    static let jwks = (try? derivedSet().json.compactJSON) ?? ""
    static let given = ["JWT_PRIVATE_KEY": line]
    static let other = ["JWT_PRIVATE_KEY": "another key", "JWKS": "another set"]
    static let both = ["JWT_PRIVATE_KEY": line, "JWKS": jwks]

    static func derivedSet() throws -> JWKSet { try JWKSet(publishing: [EmitSample.privateKey.get().publicKey]) }

    // MARK: - What is seeded

    static let seeding: [EntrypointScenario] = [
        .init("one line with spaces", given),
        .init("lines", ["JWT_PRIVATE_KEY": pem]),
        .init("CRLF and quotes", ["JWT_PRIVATE_KEY": "\"" + pem.replacingOccurrences(of: "\n", with: "\r\n") + "\""]),
        .init("escaped line ends", ["JWT_PRIVATE_KEY": pem.replacingOccurrences(of: "\n", with: "\\n")]),
        .init("PKCS#1", ["JWT_PRIVATE_KEY": pkcs1]),
        .init(
            "base64 in lines",
            ["JWT_PRIVATE_KEY_BASE64": Data(pem.utf8).base64EncodedString(options: .lineLength76Characters)]),
        .init("a file", ["JWT_PRIVATE_KEY_FILE": "{folder}/secret", "JWKS_FILE": "{folder}/set"]) {
            $0.files = ["secret": pem, "set": jwks + "\n"]
        },
        .init("a set in base64", given.merging(["JWKS_BASE64": Data(jwks.utf8).base64EncodedString()]) { $1 }),
        .init("a slow start", given) { $0.versionFailures = 7 },
        .init("failures that pass", given) {
            $0.statuses = [EntrypointScenario.list: [500, 503], EntrypointScenario.update: [500]]
        },
        .init("empty variables", given.merging(["JWKS": "", "JWKS_FILE": "", "JWT_PRIVATE_KEY_FILE": ""]) { $1 }) {
            $0.stored = ["JWT_PRIVATE_KEY": "", "OTHER": "kept"]
        },
        .init("overwriting", given.merging(["AUTHKEYS_OVERWRITE": "1"]) { $1 }) { $0.stored = other },
        .init("overwriting one of two", given.merging(["AUTHKEYS_OVERWRITE": "1"]) { $1 }) {
            $0.stored = ["JWKS": "x"]
        },
        .init("an image that prints a line before the admin key", given) { $0.adminKeyText = "Admin key:\n{key}\r\n" },
        .init(
            "nonsense in the settings",
            given.merging(["AUTHKEYS_WAIT_SECONDS": "$(08", "AUTHKEYS_OVERWRITE": "yes"]) { $1 }),
    ]

    @Test(arguments: seeding, shells)
    func seeds(scenario: EntrypointScenario, shell: String) throws {
        let outcome = try scenario.run(in: shell)
        #expect(outcome.log == ["authkeys: result: seeded: JWT_PRIVATE_KEY and JWKS are set, and were read back"])
        #expect(outcome.marker)
        #expect(outcome.stored["JWT_PRIVATE_KEY"] == Self.line)
        let jwks = Array(try #require(outcome.stored["JWKS"]).utf8)
        #expect(try JWKSet(parsing: jwks.span) == Self.derivedSet())
        #expect(outcome.stored["OTHER"] == scenario.stored["OTHER"])
        expectBackend(outcome, scenario)
    }

    @Test(arguments: shells)
    func one_request_sets_both_and_says_no_more_than_it_must(shell: String) throws {
        let outcome = try EntrypointScenario("headers", Self.given).run(in: shell)
        try #require(
            outcome.requests.map(\.path) == [
                EntrypointScenario.list, EntrypointScenario.update, EntrypointScenario.list,
            ])
        #expect(outcome.requests.map(\.method) == ["GET", "POST", "GET"])
        #expect(outcome.requests.allSatisfy { $0.authorization == "Convex ADMIN-KEY" })
        #expect(outcome.requests.map(\.contentType) == [nil, "application/json", nil])
        let change = { (name: String, value: String) in
            JSONValue.object(["name": .string(name), "value": .string(value)])
        }
        let body = JSONValue.object([
            "changes": .array([change("JWT_PRIVATE_KEY", Self.line), change("JWKS", Self.jwks)])
        ])
        #expect(outcome.requests[1].body == body.compactJSON)
    }

    // MARK: - What is left as it is

    static let kept: [(EntrypointScenario, String)] = [
        (
            .init("the same values", given) { $0.stored = both },
            "kept: the deployment has this key and this set already"
        ),
        (
            .init("other values", given) { $0.stored = other },
            "kept: the deployment has a key and a set already, others than the container was given; AUTHKEYS_OVERWRITE=1 would replace them"
        ),
        (.init("no key given") { $0.stored = other }, "kept: the deployment has a key and a set already"),
        (
            .init("overwriting with nothing", ["AUTHKEYS_OVERWRITE": "1"]) { $0.stored = other },
            "kept: the deployment has a key and a set already"
        ),
    ]

    @Test(arguments: kept, shells)
    func keeps(_ row: (scenario: EntrypointScenario, result: String), shell: String) throws {
        let outcome = try row.scenario.run(in: shell)
        #expect(outcome.log == ["authkeys: result: \(row.result)"])
        #expect(outcome.marker)
        #expect(outcome.stored == row.scenario.stored)
        #expect(outcome.requests.map(\.method) == ["GET"])
        expectBackend(outcome, row.scenario)
    }

    // MARK: - What cannot be seeded. The backend runs.

    static let atOnce = ["AUTHKEYS_WAIT_SECONDS": "0"]

    static let refused: [(EntrypointScenario, String)] = [
        (.init("nothing given"), "the deployment has no JWT_PRIVATE_KEY and no JWKS, and the container was given none"),
        (
            .init("half set", given) { $0.stored = ["JWKS": "x"] },
            "the deployment has JWKS and not the other of the two variables; AUTHKEYS_OVERWRITE=1 with a key sets both"
        ),
        (.init("a wrong admin key", given) { $0.acceptedKey = false }, "the backend refused its admin key (HTTP 401)"),
        (.init("no admin key", given) { $0.adminKeyText = "" }, "generate_admin_key.sh printed no admin key"),
        (
            .init("an admin key of two words", given) { $0.adminKeyText = "a b" },
            "generate_admin_key.sh printed no admin key"
        ),
        (
            .init("an old backend", given) { $0.statuses = [EntrypointScenario.list: [-404]] },
            "the backend refused the request to /api/v1/list_environment_variables (HTTP 404)"
        ),
        (
            .init("500 for ever", given.merging(atOnce) { $1 }) { $0.statuses = [EntrypointScenario.update: [-500]] },
            "the backend failed at /api/v1/update_environment_variables (HTTP 500)"
        ),
        (
            .init("another answer than the list", given) { $0.statuses = [EntrypointScenario.list: [-200]] },
            "the backend sent another answer than the list of its variables"
        ),
        (
            .init("never healthy", given.merging(atOnce) { $1 }) { $0.versionFailures = nil },
            "the backend did not answer within 0 seconds (AUTHKEYS_WAIT_SECONDS)"
        ),
        (
            .init("a file that is not there", ["JWT_PRIVATE_KEY_FILE": "{folder}/none"]),
            "JWT_PRIVATE_KEY_FILE names a file that cannot be read, or is empty"
        ),
        (
            .init("two forms", given.merging(["JWT_PRIVATE_KEY_FILE": "{folder}/x"]) { $1 }),
            "JWT_PRIVATE_KEY is given in more than one of its forms; keep one of JWT_PRIVATE_KEY, JWT_PRIVATE_KEY_BASE64 and JWT_PRIVATE_KEY_FILE"
        ),
        (
            .init("a set alone", ["JWKS": jwks]),
            "JWKS is given without a private key; give both, or the private key alone"
        ),
    ]

    /// What node reads, whichever shell hands it over.
    static let unreadable: [(EntrypointScenario, String)] = [
        (
            .init("the first line only", ["JWT_PRIVATE_KEY": "-----BEGIN PRIVATE KEY-----"]),
            "JWT_PRIVATE_KEY is cut off before its END line; an env file keeps the first line of several only"
        ),
        (
            .init("a damaged key", ["JWT_PRIVATE_KEY": line.replacingOccurrences(of: "MIIE", with: "MIIF")]),
            "JWT_PRIVATE_KEY is damaged: between its BEGIN and END lines there is no private key"
        ),
        (
            .init("base64 as it is", ["JWT_PRIVATE_KEY": Data(pem.utf8).base64EncodedString()]),
            "JWT_PRIVATE_KEY is base64 of a PEM; give it as JWT_PRIVATE_KEY_BASE64"
        ),
        (.init("no base64", ["JWT_PRIVATE_KEY_BASE64": "%"]), "JWT_PRIVATE_KEY_BASE64 is not base64"),
        (
            .init("a literal command", ["JWT_PRIVATE_KEY": "$(touch made)'\"`"]),
            "JWT_PRIVATE_KEY is no PEM of a private key"
        ),
        (.init("a set that is no JSON", both.merging(["JWKS": "{"]) { $1 }), "JWKS is not JSON"),
        (
            .init("a set of another key", both.merging(["JWKS": "{\"keys\":[]}"]) { $1 }),
            "JWKS does not hold the public half of the private key; leave it out and it is derived"
        ),
        (
            .init("a private set", both.merging(["JWKS": "{\"keys\":[{\"d\":\"x\"}]}"]) { $1 }),
            "JWKS holds a private key; everybody can read what it is published as"
        ),
    ]

    @Test(arguments: refused, shells)
    func tells_why_it_did_not_seed(_ row: (scenario: EntrypointScenario, reason: String), shell: String) throws {
        try expectNotSeeded(row.scenario, row.reason, shell)
    }

    @Test(arguments: unreadable)
    func tells_what_is_wrong_with_the_key(_ row: (scenario: EntrypointScenario, reason: String)) throws {
        try expectNotSeeded(row.scenario, row.reason, "dash")
    }

    private func expectNotSeeded(_ scenario: EntrypointScenario, _ reason: String, _ shell: String) throws {
        let outcome = try scenario.run(in: shell)
        #expect(outcome.log == ["authkeys: result: not seeded: \(reason); the backend runs without it"])
        #expect(!outcome.marker)
        #expect(outcome.stored == scenario.stored)
        expectBackend(outcome, scenario)
    }

    @Test(arguments: shells)
    func a_marker_that_cannot_be_made_is_told(shell: String) throws {
        let scenario = EntrypointScenario(
            "marker", Self.given.merging(["AUTHKEYS_MARKER": "{folder}/none/seeded"]) { $1 })
        let outcome = try scenario.run(in: shell)
        #expect(
            outcome.log == [
                "authkeys: result: seeded: JWT_PRIVATE_KEY and JWKS are set, and were read back; "
                    + "the marker could not be made (AUTHKEYS_MARKER)"
            ])
        expectBackend(outcome, scenario)
    }

    /// What compose mounts, under every kid: what the deployment has in the end is what went in.
    @Test(arguments: [EmitSample.plain] + EmitSample.hostile)
    func the_files_of_compose_arrive(sample: EmitSample) throws {
        let origin = try Issuer("https://s.example")
        let files = try ComposeEmitter(sample.key(), siteOrigin: origin, cloudOrigin: origin).files()
        let environment = [
            "JWT_PRIVATE_KEY_FILE": "{folder}/key", "JWKS_FILE": "{folder}/set", "AUTHKEYS_OVERWRITE": "0",
        ]
        var scenario = EntrypointScenario("compose", environment)
        scenario.files = [
            "key": try files.text(of: "jwt_private_key.pem"), "set": try files.text(of: "jwks.json"),
        ]
        let outcome = try scenario.run(in: "dash")
        #expect(outcome.log == ["authkeys: result: seeded: JWT_PRIVATE_KEY and JWKS are set, and were read back"])
        #expect(outcome.stored["JWT_PRIVATE_KEY"] == Self.line)
        let jwks = Array(try #require(outcome.stored["JWKS"]).utf8)
        #expect(try JWKSet(parsing: jwks.span) == sample.key().jwks)
        expectBackend(outcome, scenario)
    }

    // MARK: - Signals and exit statuses

    @Test(arguments: shells)
    func SIGTERM_during_the_wait_ends_the_backend(shell: String) throws {
        let scenario = EntrypointScenario("SIGTERM", Self.given) {
            $0.terminateAtVersion = true
            $0.versionFailures = nil
            $0.backendStatus = nil
        }
        let outcome = try scenario.run(in: shell)
        #expect(outcome.status == -15)
        #expect(outcome.log == ["authkeys: result: not seeded: the backend has ended"])
        #expect(!outcome.marker)
    }

    @Test(arguments: [0, 1, 42, 255], shells)
    func the_exit_status_is_that_of_the_backend(status: Int, shell: String) throws {
        let scenario = EntrypointScenario("status", Self.given) {
            $0.endAtVersion = true
            $0.versionFailures = nil
            $0.backendStatus = status
        }
        let outcome = try scenario.run(in: shell)
        #expect(outcome.status == status)
        #expect(outcome.log == ["authkeys: result: not seeded: the backend has ended"])
    }

    @Test(arguments: shells)
    func an_exported_name_of_the_script_does_not_export_the_key(shell: String) throws {
        let names = ["authkeys_key", "authkeys_value", "authkeys_body", "authkeys_admin_key", "authkeys_answer"]
        let taken = Dictionary(uniqueKeysWithValues: names.map { ($0, "taken") })
        let scenario = EntrypointScenario("names", Self.given.merging(taken) { $1 })
        expectBackend(try scenario.run(in: shell), scenario)
    }

    /// By `exec`, from its folder, with the arguments of the container and no secret; nothing went through arguments.
    private func expectBackend(_ outcome: EntrypointOutcome, _ scenario: EntrypointScenario) {
        #expect(outcome.status == 0)
        #expect(outcome.sameProcess)
        #expect(outcome.folder)
        #expect(outcome.arguments == scenario.arguments)
        #expect(outcome.leaks == [])
        let secrets = [
            "JWT_PRIVATE_KEY", "JWT_PRIVATE_KEY_BASE64", "JWT_PRIVATE_KEY_FILE", "JWKS", "JWKS_BASE64", "JWKS_FILE",
        ]
        #expect(Set(outcome.variables).isDisjoint(with: secrets))
    }
}
