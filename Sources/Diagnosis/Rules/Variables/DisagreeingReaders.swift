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
        var names: [String] = []
        for variable in file.variables.uniquedByName() {
            let values = readings.map { (reader: $0.reader, value: $0.file.value(of: variable.name)) }
            guard file.isReadDifferently(variable.name) else { continue }
            names.append(variable.name)
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
                fix: fix(names, file, evidence), explainedBy: cause(names, file, evidence), place: place)
        ]
    }

    /// Where a value of several lines has no end, readers differ in where they stop.
    private func cause(
        _ names: [String], _ file: EnvironmentFileEvidence, _ evidence: Evidence
    ) -> (any CodeFamily)? {
        guard let key = evidence.privateKey, key.place.path == file.path,
            names.contains(where: { $0.utf8.elementsEqual(key.place.name.utf8) })
        else { return nil }
        return key.cutAtLineEnd
    }

    /// docker keeps the quotes that the others need, so no one file is for all of them.
    private func fix(_ names: [String], _ file: EnvironmentFileEvidence, _ evidence: Evidence) -> Finding.Fix {
        let values = [WatchedVariable.privateKey, WatchedVariable.keySet]
        let areOfPair = names.allSatisfy { name in values.contains { $0.utf8.elementsEqual(name.utf8) } }
        let isForDocker = file.readings.contains { $0.reader.utf8.starts(with: "docker".utf8) }
        if areOfPair, !isForDocker, let correction = evidence.correction { return correction }
        return .edit(
            isForDocker
                ? "one file for docker, without quotes (authkeys emit docker-env DIR), and another for the rest (authkeys emit "
                    + "dotenv DIR)"
                : "end the lines in a line feed alone, and put each value on one line in single quotes")
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
