package import Encodings

/// Judges one thing. A rule has a file of its own, one code, a test, and its entry in `docs/rules.md`.
package protocol Rule: Sendable {
    var code: AuthKeysError.Code { get }
    /// The worst that it finds.
    var severity: Finding.Severity { get }
    /// What is wrong when it finds something, in a few words.
    var title: String { get }
    /// For the rule reference: what is looked at, for whom it matters, what mends it.
    var explanation: String { get }

    /// Nothing when the evidence that it needs is missing.
    func findings(in evidence: Evidence) -> [Finding]
}
