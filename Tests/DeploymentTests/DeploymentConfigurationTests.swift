import Consumers
import Deployment
import Encodings
import EnvironmentText
import HTTPExchange
import Testing

/// Which deployment is meant, by the environment and the files that Convex's own CLI reads.
@Suite struct DeploymentConfigurationTests {
    static let key = "convex-self-hosted|0153c2a1b4d7e8f9"
    static let url = "http://127.0.0.1:3210"

    private func configuration(
        _ environment: [String: String], _ files: [(name: String, text: String)] = []
    ) throws(AuthKeysError) -> DeploymentConfiguration {
        let files = files.map { ($0.name, DotEnv.parse($0.text.utf8.span)) }
        return try DeploymentConfiguration(DeploymentSettings(environment: environment, files: files))
    }

    @Test(
        arguments: [
            (["CONVEX_SELF_HOSTED_URL": url, "CONVEX_SELF_HOSTED_ADMIN_KEY": key], [], url),
            (["CONVEX_SELF_HOSTED_URL": "\(url)/", "CONVEX_SELF_HOSTED_ADMIN_KEY": key], [], url),
            (
                ["CONVEX_SELF_HOSTED_URL": "https://h/convex//", "CONVEX_SELF_HOSTED_ADMIN_KEY": key], [],
                "https://h/convex"
            ),
            // Unquoted, '|' is nothing special to dotenv, and its line ends may be those of Windows.
            ([:], [(".env.local", "CONVEX_SELF_HOSTED_URL=\(url)\r\nCONVEX_SELF_HOSTED_ADMIN_KEY=\(key)\r\n")], url),
            // The first place that has it counts.
            (
                ["CONVEX_SELF_HOSTED_URL": url],
                [
                    (".env.local", "CONVEX_SELF_HOSTED_URL=http://b\nCONVEX_SELF_HOSTED_ADMIN_KEY='\(key)'"),
                    (".env", "CONVEX_SELF_HOSTED_ADMIN_KEY=nonsense"),
                ], url
            ),
            // Empty is not set.
            (
                ["CONVEX_SELF_HOSTED_URL": url, "CONVEX_SELF_HOSTED_ADMIN_KEY": key, "CONVEX_DEPLOY_KEY": ""],
                [(".env", "CONVEX_DEPLOYMENT=")], url
            ),
        ] as [([String: String], [(name: String, text: String)], String)])
    func isFound(environment: [String: String], files: [(name: String, text: String)], expected: String) throws {
        let found = try configuration(environment, files)
        #expect(found.url.text == expected)
        #expect(DeploymentAPI(found).credential.value == "Convex \(Self.key)")
        #expect(!"\(found)".contains("0153c2a1"))
    }

    @Test(
        arguments: [
            ([:], [], "convex.not-configured"),
            (["CONVEX_SELF_HOSTED_ADMIN_KEY": key], [], "convex.not-configured"),
            ([:], [(".env.local", "CONVEX_SELF_HOSTED_URL=\(url)")], "convex.not-configured"),
            // What `. ./.env` leaves of an unquoted key.
            (["CONVEX_SELF_HOSTED_URL": url], [], "convex.admin-key-lost"),
            (["CONVEX_SELF_HOSTED_URL": url, "CONVEX_SELF_HOSTED_ADMIN_KEY": ""], [], "convex.admin-key-lost"),
            (
                ["CONVEX_SELF_HOSTED_URL": url, "CONVEX_SELF_HOSTED_ADMIN_KEY": ""],
                [(".env.local", "CONVEX_SELF_HOSTED_ADMIN_KEY=\(key)")], "convex.admin-key-lost"
            ),
            (
                ["CONVEX_SELF_HOSTED_URL": url, "CONVEX_SELF_HOSTED_ADMIN_KEY": "\(key)\r"], [],
                "convex.carriage-return"
            ),
            (
                ["CONVEX_SELF_HOSTED_URL": "\(url)\r", "CONVEX_SELF_HOSTED_ADMIN_KEY": key], [],
                "convex.carriage-return"
            ),
            (["CONVEX_DEPLOYMENT": "dev:x-1"], [], "convex.cloud-deployment"),
            (["CONVEX_DEPLOY_KEY": "prod:x-1|abc"], [], "convex.cloud-deployment"),
            (
                ["CONVEX_SELF_HOSTED_URL": url, "CONVEX_SELF_HOSTED_ADMIN_KEY": key],
                [(".env.local", "CONVEX_DEPLOYMENT=dev:x-1")], "convex.mixed-configuration"
            ),
            (["CONVEX_SELF_HOSTED_URL": url, "CONVEX_DEPLOY_KEY": "prod:x|y"], [], "convex.mixed-configuration"),
            (["CONVEX_SELF_HOSTED_URL": "127.0.0.1:3210", "CONVEX_SELF_HOSTED_ADMIN_KEY": key], [], "network.url"),
            (["CONVEX_SELF_HOSTED_URL": "\(url)/?a=b", "CONVEX_SELF_HOSTED_ADMIN_KEY": key], [], "network.url"),
        ] as [([String: String], [(name: String, text: String)], String)])
    func isRefused(environment: [String: String], files: [(name: String, text: String)], code: String) {
        let error = #expect(throws: AuthKeysError.self) { _ = try configuration(environment, files) }
        #expect(error?.code.rawValue == code)
        #expect(error?.hint != nil)
        #expect(error?.description.contains("0153c2a1") == false)
        #expect(error?.hint?.contains("0153c2a1") == false)
    }

    @Test(
        arguments: [
            ("\"\(key)\"", "quotes"), ("'\(key)'", "quotes"), ("Admin key:\n\(key)", "Admin key:"),
            ("0153c2a1b4d7e8f9", "holds no '|'"), ("|0153c2a1", "before"), ("convex-self-hosted|", "after"),
            (" \(key)", "white space"), ("\(key)\u{A0}", "white space"), ("a|0153c2a1 b", "white space"),
        ])
    func adminKeyOfAnotherForm(text: String, says: String) {
        let error = #expect(throws: AuthKeysError.self) { _ = try AdminKey(text) }
        #expect(error?.code == "convex.admin-key-form")
        #expect(error?.message.contains(says) == true)
        #expect(error?.message.contains("0153c2a1") == false)
    }
}
