internal import Encodings
internal import EnvironmentText

struct DisagreeingReaders: Rule {
    let code = EnvironmentCode.readersDisagree.code
    let severity = Finding.Severity.warning
    let title = "Readers of the file see different values"
    let explanation = """
        Files of variables have no common grammar. docker's `--env-file` keeps quotes and knows no value of several lines; \
        Node's dotenv, python-dotenv and a shell take quotes off, expand different escapes and end an unquoted value at \
        different places. The lines that `authkeys generate` and `authkeys emit dotenv` write mean the same to all but \
        docker; for docker there is `authkeys emit docker-env`.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let file = evidence.environmentFile else { return [] }
        let readings = file.readings.compactMap { reading in
            (try? reading.file.get()).map { (reader: reading.reader, file: $0) }
        }
        var lines: [String] = []
        var place: FindingPlace?
        for variable in file.variables.uniquedByName() {
            let values = readings.map { (reader: $0.reader, value: $0.file.value(of: variable.name)) }
            guard Set(values.map(\.value)).count > 1 else { continue }
            let readers = values.map { reading in
                "\(reading.reader) \(Self.summary(reading.value))"
            }
            lines.append("\(variable.place.description): \(readers.joined(separator: ", "))")
            place = place ?? variable.place.finding
        }
        guard !lines.isEmpty else { return [] }
        return [
            finding(
                "readers of '\(file.path)' see different values", evidence: lines,
                reason:
                    "The value that is judged here is that of a reader of \(file.form.rawValue); another may hand on "
                    + "a damaged one.",
                fix: .edit(
                    "authkeys emit dotenv writes the values so that they agree; authkeys emit docker-env for docker"),
                place: place)
        ]
    }

    /// Without any of the value.
    private static func summary(_ value: [UInt8]?) -> String {
        guard let value else { return "sees none" }
        let quote = value.first.map { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } ?? false
        return "sees \(value.count) byte\(value.count == 1 ? "" : "s")" + (quote ? " with the quotes" : "")
    }
}

extension [VariableEvidence] {
    /// The last of each name, which is the one that counts.
    fileprivate func uniquedByName() -> [VariableEvidence] {
        enumerated().filter { index, variable in
            !self[(index + 1)...].contains { $0.name.utf8.elementsEqual(variable.name.utf8) }
        }.map(\.element)
    }
}
