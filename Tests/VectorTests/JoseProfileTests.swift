import AuthKeysJOSE
import Consumers
import Foundation
import TestSupport
import Testing

/// The `jose` profile beside jose itself, over every token and every private key text of the vectors.
struct JoseProfileTests {
    /// What each text is answered, by its name.
    private typealias Answers = [String: String]

    private static func differences(_ modelled: Answers, _ real: Answers) -> [String] {
        Set(modelled.keys).union(real.keys).filter { modelled[$0] != real[$0] }.sorted().map { name in
            "\(name): \(modelled[name] ?? "no answer") <> \(real[name] ?? "no answer")"
        }
    }

    private static let time: Int64 = 1_763_600_000

    /// Recorded from the release that the profile is of.
    @Test func answersAsRelease6Does() throws {
        let json = try JSON.parse(Repository.text(of: "Fixtures/jose/6.2.10.json"), limits: .keySet)
        func answers(_ name: String) -> Answers {
            Dictionary(uniqueKeysWithValues: (json[name]?.members ?? []).map { ($0.name, $0.value.string ?? "") })
        }
        let tokens = answers("tokens")
        let keys = answers("keytext")
        #expect(tokens.count == 283)
        #expect(keys.count == 99)
        #expect(Self.differences(try Self.tokenAnswers(of: .jose), tokens) == [])
        #expect(Self.differences(try Self.keyAnswers(of: .jose), keys) == [])
    }

    /// The library that Debian installs, which is really run. Its release is older, and `JoseRelease` has the differences.
    @Test func answersAsTheInstalledLibraryDoes() throws {
        let installed = try Self.answersOfInstalledLibrary()
        let tokens = installed.tokens
        var keys = installed.keys
        var modelled = try Self.keyAnswers(of: .joseAsInDebian)
        // Whether a version below zero is read is up to the OpenSSL that Node was built with.
        keys["der_v_minus1"] = nil
        modelled["der_v_minus1"] = nil
        #expect(tokens.count == 283)
        #expect(keys.count == 98)
        #expect(Self.differences(try Self.tokenAnswers(of: .joseAsInDebian), tokens) == [])
        #expect(Self.differences(modelled, keys) == [])
    }

    private static func tokenAnswers(of profile: Profile) throws -> Answers {
        var answers: Answers = [:]
        for vector in try Vectors.lines("attacks/tokens.jsonl") {
            let settings = VerifierSettings(issuer: vector.text("iss"), audience: vector.text("aud"))
            let set = Array((vector["jwks"] ?? .null).compactJSON.utf8)
            let verdict = profile.verifies(
                vector.text("token"), withKeySet: set.span, settings: settings, at: NumericDate(secondsSince1970: time))
            answers[vector.text("name")] = verdict.message ?? "accepted"
        }
        return answers
    }

    private static func keyAnswers(of profile: Profile) throws -> Answers {
        var answers: Answers = [:]
        for vector in try Vectors.array("keytext/cases.json") {
            let text = try keyText(vector)
            let verdict = profile.accepts(privateKeyText: text.span)
            answers[vector.text("name")] = verdict.message ?? "accepted"
        }
        return answers
    }

    private static func answersOfInstalledLibrary() throws -> (tokens: Answers, keys: Answers) {
        let tokens = try Vectors.lines("attacks/tokens.jsonl")
        let keys = try Vectors.array("keytext/cases.json")
        let questions = tokens.map { vector in
            JSONValue.object([
                "token": .string(vector.text("token")), "jwks": vector["jwks"] ?? .null,
                "iss": .string(vector.text("iss")), "aud": .string(vector.text("aud")), "at": .integer(time),
            ])
        }
        var texts: [JSONValue] = []
        for key in keys {
            let text = try keyText(key)
            texts.append(.string(Base64.encode(text.span)))
        }
        let batch = JSONValue.object(["tokens": .array(questions), "keys": .array(texts)])
        let script = Repository.root.appending(path: "Tests/Clients/profile_jose.mjs").path
        let output = [UInt8](
            try RealClient.node.output(
                [script, "/usr/share/nodejs/jose/dist/browser/index.js"], input: Data(batch.compactJSON.utf8)))
        let json = try JSON.parse(output.span, limits: .keySet)
        func answers(_ name: String, of vectors: [JSONValue]) throws -> Answers {
            let found = try #require(json[name]?.elements)
            try #require(found.count == vectors.count)
            return Dictionary(uniqueKeysWithValues: zip(vectors, found).map { ($0.text("name"), $1.string ?? "") })
        }
        return (try answers("tokens", of: tokens), try answers("keys", of: keys))
    }

    private static func keyText(_ vector: JSONValue) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Vectors.folder.appending(path: "keytext/" + vector.text("file"))))
    }
}
