import Deployment
import Foundation
import TestSupport
import Testing

/// Workflows as PyYAML, GitHub's schema and zizmor read them, and their scripts as shells do.
@Suite struct GitHubActionsEmitterTests {
    struct Step: Decodable, Sendable {
        let workflow: String
        let job: String
        let env: [String: String]
        let run: String
    }

    struct Facts: Decodable, Sendable {
        let permissions: [String]
        let concurrency: [String]
        let triggers: [String]
        let jobs: [String]
        let steps: [Step]
        /// Wherever something of others is used.
        let uses: [String]
    }

    static let facts = Result {
        let program = """
            import json, sys, yaml
            facts = {name: [] for name in ("permissions", "concurrency", "triggers", "jobs", "steps", "uses")}
            def uses(node):
                if isinstance(node, dict):
                    facts["uses"] += [str(node[name]) for name in ("uses", "container", "services") if name in node]
                    node = list(node.values())
                if isinstance(node, list):
                    for part in node: uses(part)
            for name, text in sorted(json.load(sys.stdin).items()):
                workflow = yaml.safe_load(text)
                uses(workflow)
                facts["permissions"].append(json.dumps(workflow["permissions"]))
                concurrency = workflow["concurrency"]
                facts["concurrency"].append(concurrency["group"] + " " + str(concurrency["cancel-in-progress"]))
                facts["triggers"] += [f"{name} {trigger}" for trigger in sorted(workflow[True])]
                for job, content in workflow["jobs"].items():
                    facts["jobs"].append(" ".join([name, job] + sorted(set(content) - {"name", "steps"})))
                    for step in content["steps"]:
                        assert sorted(step) == ["env", "name", "run", "shell"] and step["shell"] == "sh", step
                        facts["steps"].append({"workflow": name, "job": job, "env": step["env"], "run": step["run"]})
            print(json.dumps(facts))
            """
        let output = try RealClient.python.output(["-c", program], input: JSONEncoder().encode(texts()))
        return try JSONDecoder().decode(Facts.self, from: output)
    }

    static func texts() throws -> [String: String] {
        let files = try GitHubActionsEmitter().files()
        return try Dictionary(uniqueKeysWithValues: files.map { ($0.name, try files.text(of: $0.name)) })
    }

    @Test func both_may_be_committed_and_hold_no_secret() throws {
        let files = try GitHubActionsEmitter().files()
        #expect(files.map(\.name) == ["authkeys-rotate.yml", "authkeys-check.yml"])
        #expect(files.allSatisfy { !$0.isSecret && !$0.isExecutable })
        for text in try Self.texts().values {
            #expect(text.hasPrefix("# May be committed: this file holds no secret.\n"))
        }
    }

    @Test func a_job_may_do_nothing_in_the_repository_and_two_rotations_do_not_overlap() throws {
        let facts = try Self.facts.get()
        #expect(facts.permissions == ["{}", "{}"])
        #expect(facts.concurrency == ["authkeys-check False", "authkeys-rotate False"])
        #expect(facts.uses == [])
        #expect(
            facts.triggers == [
                "authkeys-check.yml schedule", "authkeys-check.yml workflow_dispatch", "authkeys-rotate.yml schedule",
                "authkeys-rotate.yml workflow_dispatch",
            ])
        #expect(
            facts.jobs == [
                "authkeys-check.yml check runs-on timeout-minutes",
                "authkeys-rotate.yml rotate runs-on timeout-minutes",
                "authkeys-rotate.yml check if needs runs-on timeout-minutes",
            ])
    }

    /// GitHub pastes an expression into a script before a shell reads it; a variable of the environment stays a value.
    @Test func values_reach_a_script_through_its_environment_only() throws {
        let steps = try Self.facts.get().steps
        #expect(steps.count == 6)
        for step in steps {
            #expect(!step.run.contains("${{"), "\(step.workflow) \(step.job)")
            for (name, value) in step.env {
                #expect(["${{ vars.\(name) }}", "${{ secrets.\(name) }}"].contains(value))
                #expect(value.contains("secrets.") == (name == "CONVEX_SELF_HOSTED_ADMIN_KEY"))
            }
            // The part that downloads a program does not see the key of the deployment.
            #expect(step.run.contains("curl") == (step.env["CONVEX_SELF_HOSTED_ADMIN_KEY"] == nil))
        }
    }

    @Test func each_job_runs_its_command() throws {
        let last = try Self.facts.get().steps.filter { $0.env["CONVEX_SELF_HOSTED_URL"] != nil }
        #expect(
            last.map { String($0.run.split(separator: "\n").last ?? "") } == [
                "authkeys doctor --live --probe --format github", "authkeys convex rotate --yes --if-older-than 80d",
                "authkeys doctor --live --probe --format github",
            ])
    }

    @Test(arguments: [RealClient.dash, .bash, .busybox])
    func every_shell_takes_the_scripts(shell: RealClient) throws {
        for step in try Self.facts.get().steps {
            _ = try shell.output(["-n", "/dev/stdin"], input: Data(step.run.utf8))
        }
    }

    /// As GitHub runs them, with `sh -e`; variables come from the runner.
    @Test func shellcheck_finds_nothing() throws {
        for step in try Self.facts.get().steps {
            let outcome = try ChildProcess("shellcheck", ["--exclude=SC2154", "-"]).run(
                input: "#!/bin/sh -e\n" + step.run)
            #expect(outcome.succeeded, "\(outcome.outputText)")
        }
    }

    /// And a member that GitHub does not know is found.
    @Test func the_schema_of_github_takes_them() throws {
        try withWorkflows { folder, files in
            let arguments = ["--builtin-schema", "vendor.github-workflows"]
            let outcome = try ChildProcess("check-jsonschema", arguments + files).run()
            #expect(outcome.succeeded, "\(outcome.outputText)\(outcome.errorText)")
            let damaged = folder.appending(path: "damaged.yml").path
            let text = try String(contentsOfFile: files[0], encoding: .utf8)
            try text.replacingOccurrences(of: "runs-on:", with: "run-on:").write(
                toFile: damaged, atomically: false, encoding: .utf8)
            #expect(try !ChildProcess("check-jsonschema", arguments + [damaged]).run().succeeded)
        }
    }

    /// And an expression in a script is found.
    @Test func zizmor_finds_nothing() throws {
        try withWorkflows { folder, files in
            let arguments = ["--offline", "--no-progress", "--persona", "pedantic"]
            let outcome = try ChildProcess("zizmor", arguments + files).run()
            #expect(outcome.succeeded, "\(outcome.outputText)\(outcome.errorText)")
            let damaged = folder.appending(path: "damaged.yml").path
            let text = try String(contentsOfFile: files[0], encoding: .utf8)
            try text.replacingOccurrences(of: "\"$AUTHKEYS_URL\"", with: "\"${{ github.ref_name }}\"").write(
                toFile: damaged, atomically: false, encoding: .utf8)
            #expect(try !ChildProcess("zizmor", arguments + [damaged]).run().succeeded)
        }
    }

    private func withWorkflows(_ body: (URL, [String]) throws -> Void) throws {
        try withTemporaryFolder { folder in
            var files: [String] = []
            for (name, text) in try Self.texts() {
                let file = folder.appending(path: name)
                try text.write(to: file, atomically: false, encoding: .utf8)
                files.append(file.path)
            }
            try body(folder, files.sorted())
        }
    }
}
