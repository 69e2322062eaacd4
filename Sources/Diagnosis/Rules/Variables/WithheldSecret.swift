internal import Encodings

struct WithheldSecret: Rule {
    let code = EnvironmentCode.withheld.code
    let severity = Finding.Severity.warning
    let title = "The CI withholds its secrets from this job"
    let explanation = """
        GitHub gives a pull request from a fork no secrets, and one of Dependabot only its own: they arrive as empty \
        strings. Nothing is wrong with the values. A job that needs them should not run there: \
        `if: github.event.pull_request.head.repo.full_name == github.repository`.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let pipeline = evidence.pipeline, pipeline != .other else { return [] }
        let empty = evidence.variables.filter { $0.isEmpty && $0.place.holder == .environment }
        guard !empty.isEmpty else { return [] }
        let job = pipeline == .dependabot ? "a run of Dependabot" : "a pull request from a fork"
        return [
            finding(
                "the CI withholds its secrets from this job",
                evidence: ["this is \(job)", "empty: \(empty.map(\.name).joined(separator: ", "))"],
                reason: "The values are not lost, this job only does not get them.",
                fix: .edit(
                    "leave the step out there (if: github.event.pull_request.head.repo.full_name == github.repository), or "
                        + "use keys made in the job: authkeys generate"))
        ]
    }
}
