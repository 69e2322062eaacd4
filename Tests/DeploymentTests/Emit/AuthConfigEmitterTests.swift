import AuthKeysJOSE
import Deployment
import Foundation
import TestSupport
import Testing

/// TypeScript as Node's parser takes it, and what it says when it runs.
@Suite struct AuthConfigEmitterTests {
    private func files(_ provider: ConvexProvider, _ sample: EmitSample = .plain) throws -> [EmittedFile] {
        try AuthConfigEmitter(
            provider, key: provider == .customJWT ? sample.key() : nil,
            issuer: provider == .convexAuth ? nil : sample.url(), audience: "convex"
        ).files()
    }

    /// Strips the types with the parser that Node runs TypeScript with, and runs what is left.
    private func config(_ provider: ConvexProvider, environment: [String: String]) throws -> String {
        let text = try files(provider).text(of: "auth.config.ts")
        let program = """
            const { stripTypeScriptTypes } = require("node:module");
            const text = stripTypeScriptTypes(require("fs").readFileSync(0, "utf8"));
            import("data:text/javascript," + encodeURIComponent(text)).then((module) => {
              process.stdout.write(JSON.stringify(module.default));
            });
            """
        var variables = ["PATH": "/usr/bin:/bin", "NODE_NO_WARNINGS": "1"]
        variables.merge(environment) { $1 }
        let outcome = try ChildProcess("node", ["-e", program], environment: variables).run(input: text)
        #expect(outcome.succeeded, "\(outcome.errorText)")
        return outcome.outputText
    }

    @Test(arguments: ConvexProvider.allCases)
    func every_file_says_that_it_may_be_committed(provider: ConvexProvider) throws {
        for file in try files(provider) {
            let text = String(decoding: file.contents.exposeSecret(), as: UTF8.self)
            #expect(text.dropFirst(file.name.hasSuffix(".ts") ? 3 : 2).hasPrefix("May be committed"), "\(file.name)")
            #expect(!file.isSecret)
        }
    }

    @Test(arguments: ConvexProvider.allCases)
    func every_typescript_file_parses(provider: ConvexProvider) throws {
        for file in try files(provider) where file.name.hasSuffix(".ts") {
            let program = """
                require("node:module").stripTypeScriptTypes(require("fs").readFileSync(0, "utf8"));
                """
            let text = String(decoding: file.contents.exposeSecret(), as: UTF8.self)
            let outcome = try ChildProcess("node", ["-e", program]).run(input: text)
            #expect(outcome.succeeded, "\(file.name): \(outcome.errorText)")
        }
    }

    @Test func convex_auth_needs_three_files() throws {
        #expect(try files(.convexAuth).map(\.name) == ["auth.config.ts", "http.ts", "auth.ts"])
        let config = try config(.convexAuth, environment: ["CONVEX_SITE_URL": "https://s.example"])
        #expect(config == "{\"providers\":[{\"domain\":\"https://s.example\",\"applicationID\":\"convex\"}]}")
    }

    @Test func custom_jwt_reads_its_variables() throws {
        let config = try config(
            .customJWT, environment: ["JWT_ISSUER": "i", "JWT_AUDIENCE": "a", "JWKS_DATA_URI": "data:x"])
        #expect(
            config
                == "{\"providers\":[{\"type\":\"customJwt\",\"issuer\":\"i\",\"applicationID\":\"a\",\"jwks\":\"data:x\",\"algorithm\":\"RS256\"}]}"
        )
    }

    @Test func the_issuer_of_auth0_ends_in_a_slash() throws {
        let text = try files(.auth0).text(of: "auth-provider.env")
        #expect(text.contains("\nAUTH0_DOMAIN=\"https://auth.example.com/\"\nAUTH0_CLIENT_ID=\"convex\"\n"))
        #expect(try files(.clerk).text(of: "auth-provider.env").contains("=\"https://auth.example.com\"\n"))
    }

    @Test func the_data_uri_holds_the_set_whatever_its_kid_is() throws {
        let samples = EmitSample.hostile
        let texts = try samples.map { try files(.customJWT, $0).text(of: "auth-provider.env") }
        let program = """
            const files = JSON.parse(require("fs").readFileSync(0, "utf8"));
            Promise.all(files.map(async (text) => {
              const values = require("util").parseEnv(text);
              return [values.JWT_ISSUER, await (await fetch(values.JWKS_DATA_URI)).text()];
            })).then((read) => console.log(JSON.stringify(read)));
            """
        let output = try RealClient.node.output(["-e", program], input: JSONEncoder().encode(texts))
        let read = try JSONDecoder().decode([[String]].self, from: output)
        for (values, sample) in zip(read, samples) {
            #expect(values[0] == sample.issuer)
            let jwks = Array(values[1].utf8)
            #expect(try JWKSet(parsing: jwks.span) == sample.key().jwks)
        }
        #expect(read.count == samples.count)
    }
}
