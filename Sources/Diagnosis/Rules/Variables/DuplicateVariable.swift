internal import Encodings

struct DuplicateVariable: Rule {
    let code = EnvironmentCode.duplicateName.code
    let severity = Finding.Severity.warning
    let title = "A variable is set twice in one file"
    let explanation = """
        Of two assignments to one name the last counts for most readers, and the first for some. Whoever edits the other \
        one wonders why nothing changes.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let file = evidence.environmentFile else { return [] }
        let groups = Dictionary(grouping: file.variables, by: \.name).filter { $0.value.count > 1 }
        return groups.sorted { $0.key < $1.key }.map { name, all in
            finding(
                "\(name) is set \(all.count) times in '\(file.path)'", evidence: all.map(\.place.description),
                reason: "Which of them counts depends on the reader; here the last one was judged.",
                fix: .edit("leave one of them"), place: all.last?.place.finding)
        }
    }
}
