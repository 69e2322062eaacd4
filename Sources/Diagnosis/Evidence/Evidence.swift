package import Consumers

/// What there is to judge, and for which consumer. What is `nil` was not given, and is not judged.
package struct Evidence: Sendable {
    package let profile: Profile
    package let keySet: KeySetEvidence?
    /// What the deployment answered that these values are on.
    package var live: LiveEvidence?

    package init(profile: Profile, keySet: KeySetEvidence? = nil) {
        self.profile = profile
        self.keySet = keySet
    }
}
