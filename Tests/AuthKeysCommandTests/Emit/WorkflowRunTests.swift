import Foundation
import TestSupport
import Testing

/// The emitted jobs, run as a runner does.
@Suite struct WorkflowRunTests {
    static let jobs = [
        ("rotate", "authkeys-rotate.yml", "convex rotate --yes --if-older-than 80d"),
        ("check", "authkeys-rotate.yml", "doctor --live --probe --format github"),
        ("check", "authkeys-check.yml", "doctor --live --probe --format github"),
    ]

    /// Says what it was called with; what it says of the key must not show in a log.
    static let standIn = """
        #!/bin/sh
        echo "called: $*"
        echo "in $(basename "$PWD"), for $CONVEX_SELF_HOSTED_URL with $CONVEX_SELF_HOSTED_ADMIN_KEY or ${CONVEX_SELF_HOSTED_ADMIN_KEY#*|}"
        exit 7
        """

    private func withStandIn<Result>(_ body: (String) throws -> Result) throws -> Result {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "authkeys").path
            try Self.standIn.write(toFile: file, atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
            return try body(folder.path)
        }
    }

    private func configure(_ given: inout WorkflowRun.Given) {
        given.vars["CONVEX_SELF_HOSTED_URL"] = "https://h.example/'\"$(touch made)"
        given.secrets["CONVEX_SELF_HOSTED_ADMIN_KEY"] = DeploymentServer.adminKey
        given.needles = [String(DeploymentServer.adminKey.split(separator: "|")[1])]
    }

    @Test(arguments: jobs)
    func a_tool_of_the_runner_is_called(job: String, workflow: String, command: String) throws {
        try withStandIn { folder in
            let run = try WorkflowRun.job(job, of: workflow) {
                configure(&$0)
                $0.path = [folder]
            }
            try #require(run.steps.map(\.status) == [0, 7])
            #expect(
                run.steps[1].log
                    == "called: \(command)\nin runner-temp, for https://h.example/'\"$(touch made) with *** or ***")
            #expect(run.leaks == [])
            #expect(run.left == [])
        }
    }

    @Test func a_tool_is_fetched_when_it_is_the_one_that_is_named() throws {
        try withStandIn { folder in
            let run = try WorkflowRun.job("check", of: "authkeys-check.yml") {
                configure(&$0)
                $0.vars.merge(["AUTHKEYS_URL": "{url}", "AUTHKEYS_SHA256": "{sha256}"]) { $1 }
                $0.tool = "\(folder)/authkeys"
            }
            try #require(run.steps.map(\.status) == [0, 7], "\(run.steps)")
            #expect(run.steps[1].log.hasPrefix("called: doctor --live --probe --format github\n"))
            #expect(run.left == ["authkeys-bin"])
        }
    }

    @Test(arguments: ["", String(repeating: "0", count: 64), "{sha256} *-\n{sha256}", "-"])
    func another_tool_is_not_run(digest: String) throws {
        try withStandIn { folder in
            let run = try WorkflowRun.job("rotate", of: "authkeys-rotate.yml") {
                configure(&$0)
                $0.vars.merge(["AUTHKEYS_URL": "{url}", "AUTHKEYS_SHA256": digest]) { $1 }
                $0.tool = "\(folder)/authkeys"
                $0.path = [folder]
            }
            #expect(run.steps.map(\.status) == [1])
            #expect(run.steps[0].log == "::error::What is at AUTHKEYS_URL is not the file that AUTHKEYS_SHA256 names")
        }
    }

    @Test(arguments: ["http://localhost/authkeys", "file:///bin/true", "--version", "https://localhost:1/"])
    func what_is_not_reached_by_https_is_not_run(url: String) throws {
        try withStandIn { folder in
            let run = try WorkflowRun.job("rotate", of: "authkeys-rotate.yml") {
                configure(&$0)
                $0.vars.merge(["AUTHKEYS_URL": url, "AUTHKEYS_SHA256": ""]) { $1 }
                $0.path = [folder]
            }
            #expect(run.steps.count == 1)
            #expect(run.steps.first?.status != 0)
            #expect(run.steps.first?.log.hasPrefix("curl: (") == true)
        }
    }

    @Test func without_a_tool_it_says_what_to_set() throws {
        let run = try WorkflowRun.job("check", of: "authkeys-rotate.yml") { configure(&$0) }
        #expect(run.steps.map(\.status) == [1])
        #expect(
            run.steps[0].log
                == "::error::Set the variables AUTHKEYS_URL and AUTHKEYS_SHA256, or install authkeys on the runner")
    }

    /// A secret that is not set arrives as an empty text; one that was pasted may have a line end.
    @Test(
        arguments: [
            ("", "a|b", "CONVEX_SELF_HOSTED_URL is not set in this repository, or empty"),
            ("https://h.example", "", "CONVEX_SELF_HOSTED_ADMIN_KEY is not set in this repository, or empty"),
            (
                "https://h.example", "name|key\nsecond-line",
                "CONVEX_SELF_HOSTED_ADMIN_KEY has a space or a line end in it; set it again"
            ),
        ])
    func what_is_missing_or_damaged_is_named(url: String, key: String, message: String) throws {
        try withStandIn { folder in
            let run = try WorkflowRun.job("rotate", of: "authkeys-rotate.yml") {
                $0.vars["CONVEX_SELF_HOSTED_URL"] = url
                $0.secrets["CONVEX_SELF_HOSTED_ADMIN_KEY"] = key
                $0.path = [folder]
            }
            #expect(run.steps.map(\.status) == [0, 1])
            #expect(run.steps.last?.log == "::error::\(message)")
        }
    }
}
