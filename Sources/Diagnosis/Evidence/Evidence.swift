public import Consumers
package import Encodings

/// What there is to judge, and for which consumer. What is `nil` was not given, and is not judged.
///
/// One value holds one environment: what one deployment has, or is to have. A diagnosis can be given several.
public struct Evidence: Sendable {
    public let profile: Profile
    package var keySet: KeySetEvidence?
    package var privateKey: PrivateKeyEvidence?
    package var issuer: IssuerEvidence?
    package var token: TokenEvidence?
    /// The `aud` that is asked for.
    package var audience: String?
    /// Every variable of ``WatchedVariable`` that is set.
    package var variables: [VariableEvidence] = []
    /// The file of variables, where the environment is that of one.
    package var environmentFile: EnvironmentFileEvidence?
    /// The files that were read and hold a secret.
    package var files: [FileEvidence] = []
    /// The environments that were judged before this one.
    package var neighbours: [Neighbour] = []
    package var pipeline: Pipeline?
    /// Now, as far as tokens are concerned.
    package var time: NumericDate?
    /// What the deployment answered, where these values are a deployment's.
    package var live: LiveEvidence?

    package init(profile: Profile, keySet: KeySetEvidence? = nil) {
        self.profile = profile
        self.keySet = keySet
    }

    /// The one that counts, empty or not.
    package func variable(_ name: String) -> VariableEvidence? {
        variables.last { $0.name.utf8.elementsEqual(name.utf8) }
    }

    package var isEmpty: Bool {
        keySet == nil && privateKey == nil && issuer == nil && token == nil && variables.isEmpty && live == nil
            && environmentFile?.unexpanded.isEmpty ?? true
    }
}
