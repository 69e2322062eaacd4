/// All that a diagnosis says: what was found, what was looked at and is good, and what nobody looked at.
public struct DiagnosisReport: Sendable, Hashable {
    /// Something that was not judged. Never left out: silence would pass for "good".
    public struct NotChecked: Sendable, Hashable {
        /// What it would have told: `whether a token verifies`.
        public let subject: String
        /// Why it was not: `no token was given`.
        public let reason: String
        /// The option or command that checks it; `nil` where nothing does.
        public let remedy: String?

        package init(_ subject: String, reason: String, remedy: String? = nil) {
            self.subject = subject
            self.reason = reason
            self.remedy = remedy
        }
    }

    /// The name of the consumer it is judged for.
    public let profile: String
    /// From where the deployment was looked at, when it was.
    public let viewpoint: String?
    /// In the order of explanation.
    public let findings: [Finding]
    /// What was looked at and is good, a line each: `key and JWKS belong together`.
    public let passed: [String]
    public let notChecked: [NotChecked]
    /// One for each environment that holds something to draw.
    package let pictures: [MatchPicture]

    package init(
        profile: String, viewpoint: String? = nil, findings: [Finding], passed: [String] = [],
        notChecked: [NotChecked] = [], pictures: [MatchPicture] = []
    ) {
        self.profile = profile
        self.viewpoint = viewpoint
        self.findings = findings
        self.passed = passed
        self.notChecked = notChecked
        self.pictures = pictures
    }
}
