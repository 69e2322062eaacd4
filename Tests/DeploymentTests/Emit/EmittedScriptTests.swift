import Deployment
import Foundation
import TestSupport
import Testing

/// What is a script, judged by the programs that run it.
@Suite struct EmittedScriptTests {
    static let script = Result { try DockerEntrypointEmitter().files().text(of: DockerEntrypointEmitter.fileName) }

    @Test func shellcheck_finds_nothing() throws {
        let script = try Self.script.get()
        let outcome = try ChildProcess("shellcheck", ["--shell=sh", "-"]).run(input: script)
        #expect(outcome.succeeded, "\(outcome.outputText)")
    }

    @Test(arguments: [RealClient.dash, .bash, .busybox])
    func every_shell_takes_its_grammar(shell: RealClient) throws {
        _ = try shell.output(["-n", "/dev/stdin"], input: Data(Self.script.get().utf8))
    }

    @Test func it_may_be_committed_and_holds_no_key() throws {
        let files = try DockerEntrypointEmitter().files()
        #expect(files.map(\.isSecret) == [false])
        #expect(files.map(\.isExecutable) == [true])
        let script = try Self.script.get()
        #expect(script.hasPrefix("#!/bin/sh\n# May be committed: this file holds no secret.\n"))
        #expect(!script.contains("jq "))
    }

    @Test func the_set_that_it_derives_has_the_form_of_the_tool() throws {
        #expect(
            DockerEntrypointTests.jwks.hasPrefix(
                "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":"))
    }
}
