internal import Consumers
internal import CryptoOpenSSL
internal import Deployment
internal import Diagnosis
internal import Encodings

/// Whether Convex Auth would work with the two values, found out before they are sent anywhere.
enum PushVerdict {
    case accepted
    case refused(AuthKeysError)
    /// A set that this consumer would refuse, or that must not be published.
    case findings([Finding])

    init(on values: DeploymentVariables, at time: NumericDate) {
        guard let key = values[ConvexAuthVariable.privateKey], let set = values[ConvexAuthVariable.keySet] else {
            self = .accepted
            return
        }
        let profile = Profile.convexAuth
        let evidence = Evidence(profile: profile, keySet: set.withBytes { KeySetEvidence(reading: $0) })
        let findings = RuleRegistry.findings(in: evidence, by: RuleRegistry.keySetRules)
            .filter { $0.severity == .error }
        guard findings.isEmpty else {
            self = .findings(findings)
            return
        }
        do throws(AuthKeysError) {
            try key.withBytes { key throws(AuthKeysError) in
                try set.withBytes { set throws(AuthKeysError) in
                    _ = try profile.tryOut(privateKeyText: key, jwks: set, at: time)
                }
            }
            self = .accepted
        } catch {
            self = .refused(error)
        }
    }
}
