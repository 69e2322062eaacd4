import AuthKeysCommand
import CommandOptions
import Diagnosis
import Encodings
import Testing

struct ExplainCommandTests {
    /// Every command that an explanation names, in its fixes too, is one that the tool takes.
    @Test func everyCommandThatIsNamedExists() throws {
        let catalogue = Catalogue.whole
        let texts =
            catalogue.troubles.flatMap { $0.commands.map { "'\($0)'" } + $0.causes.flatMap { [$0.reason, $0.fix] } }
            + LeakAdvice.all.flatMap(\.steps)
        let commands = texts.flatMap { text in
            text.split(separator: "'").filter { $0.hasPrefix("authkeys ") }.map(String.init)
        }
        #expect(commands.count > 200)
        let doctor = try #require(CommandTree.root.subcommand(named: "doctor"))
        let looksAtLive = doctor.options.contains { $0.name == "live" }
        for command in Set(commands).sorted() {
            let words = command.split(separator: " ").dropFirst().map(String.init).filter {
                $0 != "--live" || looksAtLive
            }
            #expect(throws: Never.self, "\(command)") {
                guard case .run = try CommandTree.root.parse(words) else { throw NotRun(command: command) }
            }
        }
    }

    private struct NotRun: Error {
        let command: String
    }

    static let runs: [(arguments: [String], status: AuthKeysCommand.ExitStatus, output: String)] = [
        (["Could not verify OIDC token claim"], .success, "backend.oidc-claim: "),
        (["jwt", "expired"], .success, "jwt.expired: "),
        (["jwt.expired"], .success, "jwt.expired: The token's exp has passed."),
        (["jwks.ambiguous-key"], .success, "jwks.ambiguous-key: "),
        (["nothing that anybody says"], .negative, ""),
        (["env:LOG"], .success, "jwt.audience: "),
        (["env:NONE"], .failure, ""),
        (["jwt.expird"], .usage, ""),
        (["./buld.log"], .failure, ""), (["logs/Build-1.LOG"], .failure, ""), (["../x.txt"], .failure, ""),
        (["https://example.com/x.log"], .negative, ""), (["ECONNREFUSED/x"], .success, "pipeline.unreachable: "),
        (["unexpected iss claim value"], .success, "jwt.issuer: "),
        (["unexpected", "iss", "claim", "value"], .success, "jwt.issuer: "),
        ([""], .usage, ""),
        ([], .usage, ""),
    ]

    @Test(arguments: runs.indices)
    func answers(index: Int) {
        let (arguments, status, output) = Self.runs[index]
        let run = ToolRun(["explain"] + arguments, environment: ["LOG": "a\njwt audience invalid. expected: x\n"])
        #expect(run.status == status, "\(run.error)")
        #expect(output.isEmpty ? run.output.isEmpty : run.output.hasPrefix(output), "\(run.output)")
    }

    @Test func aPastedTokenIsAnswered() {
        let token = "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjI3MDAwMDAwMDB9.AAAAAAAAAAAAAAAAAAAAAAAA"
        let run = ToolRun(["explain", token])
        #expect(run.status == .negative)
        #expect(run.output.hasPrefix("leak.token: ") && run.error.contains("arguments are visible"))
        #expect(!(run.output + run.error).contains("eyJ"))
    }

    /// The log of a job shows the tool's own words as a terminal does; a colon at an end would be escaped there.
    @Test(arguments: ["Could not verify OIDC token claim", "leak.token", "unrelated.cors"])
    func aJobShowsTheSame(text: String) {
        let job = ToolRun(["explain", text], environment: ["GITHUB_ACTIONS": "true"])
        #expect(job.output == ToolRun(["explain", text]).output)
        #expect(!job.output.isEmpty)
    }

    @Test func saysItToPrograms() throws {
        let run = ToolRun(["explain", "--json", "jwt expired and blocked by CORS policy"])
        let json = try JSON.parse(run.output, limits: .token)
        #expect(json["schema"]?.string == "authkeys.explain/1")
        let recognised = try #require(json["recognised"]?.elements)
        #expect(recognised.map { $0["code"]?.string } == ["jwt.expired", "unrelated.cors"])
        #expect(recognised.map { $0["aboutKeys"]?.boolean } == [true, false])
        #expect(json["secrets"]?.elements?.isEmpty == true)
    }
}
