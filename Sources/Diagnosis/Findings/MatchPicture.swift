/// What matches what: the values of one environment that were looked at, and whether each pair belongs together.
package struct MatchPicture: Sendable, Hashable {
    package enum Subject: String, Sendable, Hashable, CaseIterable {
        case privateKey = "private key"
        case keySet = "JWKS"
        case issuer = "issuer"
        case token = "token"
        case deployment = "deployment"
    }

    /// How it stands with a value or with a pair of them.
    package enum State: String, Sendable, Hashable {
        case good, warning, bad, unknown
    }

    /// A value: where it came from, and what is public of it.
    package struct Value: Sendable, Hashable {
        package let subject: Subject
        package let state: State
        /// A line each: `env:JWT_PRIVATE_KEY`, `2048 bits`, `thumbprint …`. Never secret.
        package let details: [String]

        package init(_ subject: Subject, _ state: State, details: [String]) {
            self.subject = subject
            self.state = state
            self.details = details
        }
    }

    /// Whether two values belong together.
    package struct Link: Sendable, Hashable {
        package let from: Subject
        package let to: Subject
        package let state: State
        /// A few words: `same key`, `signed by another key`, `not compared`.
        package let label: String

        package init(_ from: Subject, _ to: Subject, _ state: State, label: String) {
            self.from = from
            self.to = to
            self.state = state
            self.label = label
        }
    }

    /// Whose values they are, to tell several pictures apart: `prod.env`, `the deployment at https://…`.
    package let environment: String
    /// At most one for each subject.
    package let values: [Value]
    package let links: [Link]

    package init(environment: String = "", values: [Value] = [], links: [Link] = []) {
        self.environment = environment
        self.values = values
        self.links = links
    }
}
