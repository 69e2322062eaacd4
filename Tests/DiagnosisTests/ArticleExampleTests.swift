import AuthKeysJOSE
import Diagnosis
import TestSupport
import Testing

/// The examples of the article on this module, in its order.
@Suite struct ArticleExampleTests {
    private let now = NumericDate(secondsSince1970: 1_763_600_000)

    @Test func are_what_the_article_shows() throws {
        let tested = try SwiftExamples.tested(in: "Tests/DiagnosisTests/ArticleExampleTests.swift")
        #expect(tested.count == 3)
        #expect(try SwiftExamples.shown(in: "Sources/Diagnosis/Diagnosis.docc/Diagnosis.md") == tested)
    }

    @Test func judge_values() throws {
        let key = try RSAPrivateKey(keySize: .bits2048)
        let other = try RSAPrivateKey(keySize: .bits2048)
        let line = try key.pkcs8PEMRepresentationOnOneLine().exposeSecret()
        let environment = [
            "JWT_PRIVATE_KEY": String(decoding: line, as: UTF8.self),
            "JWKS": try JWKSet(publishing: [other.publicKey]).json.compactJSON,
        ]
        // EXAMPLE:
        let evidence = Evidence(for: .convexAuth, at: now, variables: environment)
        let report = Examination.report(on: [evidence])

        for finding in report.findings where finding.severity == .error {
            print("[\(finding.code.rawValue)] \(finding.verdict)")
            if let fix = finding.fix { print(fix.text) }
        }
        // :EXAMPLE
        #expect(report.findings.first?.code == "pair.mismatch")
        #expect(report.notChecked.contains { $0.subject.contains("token") })
    }

    @Test func judge_values_by_themselves() throws {
        let key = try RSAPrivateKey(keySize: .bits2048)
        let line = try key.pkcs8PEMRepresentationOnOneLine().exposeSecret()
        let text = String(decoding: line, as: UTF8.self)
        let set = try JWKSet(publishing: [key.publicKey]).json.compactJSON
        let token = try JWTSigner(key: key, keyID: nil).sign(
            .object([
                "sub": .string("somebody"), "iss": .string("https://example.com"), "aud": .string("convex"),
                "iat": now.json, "exp": (now - .seconds(60)).json,
            ]))
        let evidence = Evidence(
            for: .convexAuth, at: now, variables: ["JWKS": "of another"], privateKey: text, keySet: set, token: token,
            issuer: "https://example.com")
        let report = Examination.report(on: [evidence])
        #expect(report.findings.map(\.code) == ["jwt.expired"])
        #expect(report.findings.first?.place == nil)
    }

    @Test func explain_an_error_text() {
        // EXAMPLE:
        let explanation = LogExamination.explanation(of: "JWSSignatureVerificationFailed", now: now)
        for diagnosis in explanation.diagnoses {
            print(diagnosis.trouble.meaning)
            for cause in diagnosis.trouble.causes { print("\(cause.reason): \(cause.fix)") }
        }
        // :EXAMPLE
        #expect(explanation.diagnoses.count == 1)
        #expect(explanation.diagnoses.first?.trouble.causes.isEmpty == false)
    }

    @Test func read_a_log_in_pieces() throws {
        let key = try RSAPrivateKey(keySize: .bits2048)
        let log = Array("no error\n".utf8) + (try key.pkcs8PEMRepresentation().exposeSecret())
        let pieces = [Array(log.prefix(100)), Array(log.dropFirst(100))]
        // EXAMPLE:
        var examination = LogExamination(now: now)
        for piece in pieces { examination.take(piece.span) }
        let found = examination.finish()
        for leak in found.leaks { print("lines \(leak.places.map(\.line)): \(leak.advice.meaning)") }
        // :EXAMPLE
        #expect(found.leaks.flatMap(\.places).map(\.line) == [2])
        #expect(found.holdsLiveSecret)
    }
}
