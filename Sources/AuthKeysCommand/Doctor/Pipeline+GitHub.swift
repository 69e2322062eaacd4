internal import Diagnosis
internal import Encodings
internal import HostSystem

extension Pipeline {
    /// What GitHub Actions says of the job that this process runs in; `nil` elsewhere.
    init?(_ environment: [String: String]) {
        guard environment["GITHUB_ACTIONS"] == "true" else { return nil }
        if environment["GITHUB_ACTOR"] == "dependabot[bot]" {
            self = .dependabot
        } else if environment["GITHUB_EVENT_NAME"] == "pull_request", Self.isFromFork(environment) {
            self = .forkPullRequest
        } else {
            self = .other
        }
    }

    /// By the event that started the job.
    private static func isFromFork(_ environment: [String: String]) -> Bool {
        guard let path = environment["GITHUB_EVENT_PATH"], let bytes = try? FileReader.read(path, limit: 1 << 20),
            let event = try? JSON.parse(bytes.span, limits: JSONLimits(bytes: 1 << 20, depth: 64)),
            let head = event["pull_request"]?["head"]?["repo"]?["full_name"]?.string
        else { return false }
        let own = environment["GITHUB_REPOSITORY"] ?? event["repository"]?["full_name"]?.string
        return own.map { !$0.utf8.elementsEqual(head.utf8) } ?? false
    }
}
