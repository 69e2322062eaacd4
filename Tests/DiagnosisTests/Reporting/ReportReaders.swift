import Diagnosis
import Encodings
import Foundation
import TestSupport

/// What a reader of a format makes of a report.
struct ReadReport: Decodable, Hashable, Sendable {
    /// Each element with the names of its attributes, in order.
    let tags: [String]
    let text: String
    /// What is wrong for the schema or the grammar.
    let errors: [String]

    enum Format: String, Sendable {
        case junit, html, summary
    }

    static func read(_ documents: [String], as format: Format) throws -> [ReadReport] {
        let given = Given(
            format: format.rawValue,
            schema: format == .junit ? try Repository.text(of: "Fixtures/reports/junit.xsd") : "", documents: documents)
        let program = Repository.root.appending(path: "Tests/Clients/report_readers.py").path
        let output = try RealClient.python.output([program], input: JSONEncoder().encode(given))
        return try JSONDecoder().decode([ReadReport].self, from: output)
    }

    private struct Given: Encodable {
        let format: String
        let schema: String
        let documents: [String]
    }
}
