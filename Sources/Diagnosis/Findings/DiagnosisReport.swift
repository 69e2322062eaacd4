/// All that a diagnosis says: what was found, what was looked at and is good, and what nobody looked at.
package struct DiagnosisReport: Sendable, Hashable {
    /// Something that was not judged. Never left out: silence would pass for "good".
    package struct NotChecked: Sendable, Hashable {
        /// What it would have told: `whether a token verifies`.
        package let subject: String
        /// Why it was not: `no token was given`.
        package let reason: String
        /// The option or command that checks it; `nil` where nothing does.
        package let remedy: String?

        package init(_ subject: String, reason: String, remedy: String? = nil) {
            self.subject = subject
            self.reason = reason
            self.remedy = remedy
        }
    }

    /// The name of the consumer it is judged for.
    package let profile: String
    /// From where the deployment was looked at, when it was.
    package let viewpoint: String?
    /// In the order of explanation.
    package let findings: [Finding]
    /// What was looked at and is good, a line each: `key and JWKS belong together`.
    package let passed: [String]
    package let notChecked: [NotChecked]
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
