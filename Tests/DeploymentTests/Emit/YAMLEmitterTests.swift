import AuthKeysJOSE
import Deployment
import Foundation
import TestSupport
import Testing

/// YAML as PyYAML reads it, and what the programs make of its values.
@Suite struct YAMLEmitterTests {
    /// What stands in a document, as far as the tests look.
    indirect enum Node: Decodable, Equatable, Sendable {
        case text(String)
        case map([String: Node])
        case list([Node])
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let map = try? container.decode([String: Node].self) {
                self = .map(map)
            } else if let list = try? container.decode([Node].self) {
                self = .list(list)
            } else {
                self = .other
            }
        }

        subscript(name: String) -> Node? {
            if case .map(let map) = self { map[name] } else { nil }
        }

        subscript(index: Int) -> Node? {
            if case .list(let list) = self, list.indices.contains(index) { list[index] } else { nil }
        }

        /// The `value` of the entry with that `name`.
        subscript(named name: String) -> String? {
            guard case .list(let list) = self else { return nil }
            return list.first { $0["name"] == .text(name) }?["value"]?.text
        }

        var text: String? { if case .text(let text) = self { text } else { nil } }
    }

    /// Each text is one document; a duplicate key is an error.
    static func read(_ texts: [String]) throws -> [Node] {
        let program = """
            import json, sys, yaml
            class Strict(yaml.SafeLoader):
                def construct_mapping(self, node, deep=False):
                    names = [self.construct_object(key) for key, _ in node.value]
                    if len(names) != len(set(names)): sys.exit("a duplicate key: %s" % names)
                    return super().construct_mapping(node, deep)
            print(json.dumps([yaml.load(text, Strict) for text in json.load(sys.stdin)]))
            """
        let output = try RealClient.python.output(["-c", program], input: JSONEncoder().encode(texts))
        return try JSONDecoder().decode([Node].self, from: output)
    }

    static func samples(_ name: String) -> [EmitSample] {
        var generator = SeededGenerator.printingSeed(name)
        return [.plain] + EmitSample.hostile + EmitSample.random(40, &generator)
    }

    @Test func compose_holds_the_origins_and_names_the_secrets() throws {
        let samples = Self.samples("compose")
        let emitted = try samples.map { sample in
            try ComposeEmitter(sample.key(), siteOrigin: sample.url(), cloudOrigin: Issuer("http://127.0.0.1:3210"))
                .files()
        }
        let read = try Self.read(emitted.map { try $0.text(of: "compose.yaml") })
        for ((document, files), sample) in zip(zip(read, emitted), samples) {
            let backend = document["services"]?["backend"]
            let origin = backend?["environment"]?["CONVEX_SITE_ORIGIN"]?.text
            // Compose makes one of two: https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
            #expect(origin?.replacingOccurrences(of: "$$", with: "$") == sample.issuer)
            #expect(origin?.replacingOccurrences(of: "$$", with: "").contains("$") == false)
            #expect(document["secrets"]?["jwt_private_key"]?["file"] == .text("./jwt_private_key.pem"))
            #expect(files.filter(\.isSecret).map(\.name) == ["jwt_private_key.pem"])
            #expect(files.map(\.name).sorted() == ComposeEmitter.fileNames.sorted())
            let text = try files.text(of: "compose.yaml")
            #expect(text.hasPrefix("# May be committed: this file holds no secret."))
            let jwks = Array(try files.text(of: "jwks.json").utf8)
            #expect(try JWKSet(parsing: jwks.span) == sample.key().jwks)
        }
    }

    /// And a member that compose does not know is found.
    @Test func compose_is_what_the_specification_describes() throws {
        let sample = EmitSample.hostile[2]
        let files = try ComposeEmitter(
            sample.key(), siteOrigin: sample.url(), cloudOrigin: Issuer("http://127.0.0.1:3210")
        ).files()
        let program = """
            import json, jsonschema, sys, yaml
            given = json.load(sys.stdin)
            validator = jsonschema.Draft7Validator(json.loads(given["schema"]))
            document = yaml.safe_load(given["text"])
            errors = [error.message for error in validator.iter_errors(document)]
            document["services"]["backend"]["unknown"] = 1
            print(json.dumps({"errors": errors, "control": len(list(validator.iter_errors(document)))}))
            """
        let given = [
            "schema": try Repository.text(of: "Fixtures/compose/compose-spec.json"),
            "text": try files.text(of: "compose.yaml"),
        ]
        let output = try RealClient.python.output(["-c", program], input: JSONEncoder().encode(given))
        #expect(String(decoding: output, as: UTF8.self) == "{\"errors\": [], \"control\": 1}\n")
    }

    @Test func kubernetes_holds_the_key_in_the_secret_alone() throws {
        let samples = Self.samples("kubernetes")
        let line = try EmitSample.privateKeyLine()
        let script = try EmittedScriptTests.script.get()
        let names = ["secret.yaml", "configmap.yaml", "deployment-patch.yaml", "cronjob.yaml"]
        let emitted = try samples.map { sample in
            try KubernetesEmitter(
                sample.key(), siteOrigin: sample.url(), cloudOrigin: Issuer("https://api.example.com"), name: "convex"
            ).files()
        }
        let read = try Self.read(emitted.flatMap { files in try names.map { try files.text(of: $0) } })
        #expect(read.count == samples.count * names.count)
        for (index, sample) in samples.enumerated() {
            let documents = Array(read[index * names.count..<(index + 1) * names.count])
            let (secret, configMap, patch, cronJob) = (documents[0], documents[1], documents[2], documents[3])
            #expect(secret["stringData"]?["JWT_PRIVATE_KEY"] == .text(line))
            let jwks = Array(try #require(secret["stringData"]?["JWKS"]?.text).utf8)
            #expect(try JWKSet(parsing: jwks.span) == sample.key().jwks)
            #expect(configMap["data"]?["authkeys-entrypoint.sh"] == .text(script))
            let container = patch["spec"]?["template"]?["spec"]?["containers"]?[0]
            #expect(Self.expanded(container?["env"]?[named: "CONVEX_SITE_ORIGIN"]) == sample.issuer)
            let job = cronJob["spec"]?["jobTemplate"]?["spec"]?["template"]?["spec"]?["containers"]?[0]
            #expect(Self.expanded(job?["env"]?[named: "ISSUER"]) == sample.issuer)
            #expect(emitted[index].filter(\.isSecret).map(\.name) == ["secret.yaml"])
            for name in names {
                let text = try emitted[index].text(of: name)
                #expect(text.hasPrefix(name == "secret.yaml" ? "# Do not commit this file" : "# May be committed"))
                #expect(text.contains(line.dropFirst(60).prefix(40)) == (name == "secret.yaml"))
            }
        }
    }

    /// As the kubelet does: `$$` is `$`, `$(NAME)` the value of a variable that is set, else itself.
    private static func expanded(_ text: String?) -> String? {
        guard let text else { return nil }
        #expect(!text.replacingOccurrences(of: "$$", with: "").contains("$"), "\(text)")
        return text.replacingOccurrences(of: "$$", with: "$")
    }

    @Test(arguments: ["", "A", "-a", "a-", "a b", "a\nb", "${{ a }}", "a.b", "'", String(repeating: "a", count: 41)])
    func a_name_that_kubernetes_refuses_is_refused(name: String) throws {
        let key = try EmitSample.plain.key()
        #expect(throws: AuthKeysError(UsageCode.invalidValue, "")) {
            let issuer = try Issuer("https://h.example")
            _ = try KubernetesEmitter(key, siteOrigin: issuer, cloudOrigin: issuer, name: name)
        }
    }

    /// The program of the CronJob against the answers that it judges.
    @Test func the_check_of_the_cron_job_is_a_program() throws {
        let key = try EmitSample.plain.key()
        let issuer = try Issuer("https://h.example")
        let files = try KubernetesEmitter(key, siteOrigin: issuer, cloudOrigin: issuer, name: "convex").files()
        let document = try Self.read([files.text(of: "cronjob.yaml")])[0]
        let container = document["spec"]?["jobTemplate"]?["spec"]?["template"]?["spec"]?["containers"]?[0]
        let program = try #require(container?["command"]?[2]?.text)
        let cases: [(discovery: String, jwks: String, message: String)] = [
            ("{\"issuer\":\"I\",\"jwks_uri\":\"I/j\"}", "{\"keys\":[{\"kty\":\"RSA\"}]}", ""),
            ("{\"issuer\":\"I/\",\"jwks_uri\":\"I/j\"}", "", "the issuer is another, byte for byte\n"),
            ("{\"issuer\":\"I\",\"jwks_uri\":\"https://o.example/j\"}", "", "the set is at another origin\n"),
            (
                "{\"issuer\":\"I\",\"jwks_uri\":\"I/j\"}", "{\"keys\":[{\"d\":\"\"}]}",
                "the set publishes a private key\n"
            ),
            ("{\"issuer\":\"I\",\"jwks_uri\":\"I/j\"}", "{\"keys\":[]}", "the set has no RSA key\n"),
        ]
        for row in cases {
            let answers = [row.discovery, row.jwks].map { $0.replacingOccurrences(of: "I", with: "https://h.example") }
            let fake = """
                process.env.ISSUER = "https://h.example";
                const answers = \(String(decoding: try JSONEncoder().encode(answers), as: UTF8.self));
                globalThis.fetch = async (url) => ({
                  ok: true, json: async () => JSON.parse(answers[url.endsWith("openid-configuration") ? 0 : 1]),
                });

                """
            let outcome = try ChildProcess("node", ["-e", fake + program]).run()
            #expect(outcome.errorText == row.message)
            #expect(outcome.succeeded == row.message.isEmpty)
        }
    }
}
