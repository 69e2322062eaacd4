/// The job of a CI that a diagnosis runs in, where that decides which secrets there are.
package enum Pipeline: Sendable, Hashable {
    /// A pull request from another repository: no secrets.
    case forkPullRequest
    /// A run of Dependabot: its own secrets, not those of Actions.
    case dependabot
    /// Any other.
    case other
}
