import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// What is printed of a token is no token, and neither is what stands in it.
@Suite struct TokenMaskingTests {
    private let key = Repository.root.appending(path: "Fixtures/keys/rfc7515-a2.pkcs8.pem").path

    private func token(_ arguments: String...) throws -> String {
        let run = ToolRun(["jwt", "sign", "--key", key, "--kid", "a2"] + arguments)
        try #require(run.status == .success, "\(run.error)")
        return String(run.output.dropLast())
    }

    @Test(arguments: [["jwt", "inspect"], ["jwt", "inspect", "--json"], ["jwt", "verify", "--json"]])
    func aTokenInsideATokenLosesItsSignature(command: [String]) throws {
        let inner = try token("--subject", "inner")
        let claims = #"{"deep":[{"list":["\#(inner)"]}],"\#(inner)":1}"#
        let outer = try token("--claim", "id_token=\(inner)", "--claim", "more=\(claims)")
        let rest = command.contains("verify") ? ["--key", key, "--any-issuer", "--any-audience"] : []
        let run = ToolRun(command + ["env:TOKEN"] + rest, environment: ["TOKEN": outer])
        try #require(run.status == .success, "\(run.error)")
        let signature = try #require(inner.split(separator: ".").last)
        #expect(!run.output.contains(signature))
        #expect(run.output.components(separatedBy: inner.dropLast(signature.count) + "…").count == 4)
    }
}
