internal import AuthKeysJOSE
internal import Consumers
internal import CryptoOpenSSL
internal import Deployment
internal import Diagnosis
internal import Encodings

/// What a deployment stores, once it was asked. Nothing of a value is shown.
final class StoredValues {
    private(set) var watched: [VariableEvidence] = []
    private(set) var privateKey: PrivateKeyEvidence?
    private(set) var keySet: KeySetEvidence?
    /// What no report may repeat.
    private(set) var secrets = RemoteSecrets()
    private var profile: Profile?

    /// Those that nobody looks at are discarded; their number is told.
    func fetch(from client: DeploymentClient?, _ profile: Profile) throws(AuthKeysError) -> LiveKeyPair {
        guard let client else {
            throw AuthKeysError(ConvexCode.notConfigured, "there is no admin key")
        }
        let stored = try client.variables()
        let origin = client.api.origin
        for name in WatchedVariable.all {
            guard let value = stored[name] else { continue }
            if WatchedVariable.isSecret(name) { secrets.learn(value: value) }
            watched.append(
                VariableEvidence(name: name, value: value, place: ValuePlace(.deployment(origin: origin), name: name)))
        }
        self.profile = profile
        if let (value, place) = value(of: WatchedVariable.privateKey) {
            privateKey = PrivateKeyEvidence(reading: value, at: place, for: profile)
        }
        if let (value, place) = value(of: WatchedVariable.keySet) {
            keySet = value.withBytes { KeySetEvidence(reading: $0, at: place) }
        }
        return LiveKeyPair(
            place: "'\(origin)'", signingKey: privateKey?.publicKey, keySet: try? keySet?.contents.get(),
            names: stored.all.map(\.name), emptyNames: stored.all.filter { $0.value.count == 0 }.map(\.name))
    }

    /// The variable itself: nothing on a deployment decodes one of another form. In one that is empty there is nothing
    /// to judge.
    private func value(of name: String) -> (SecretBytes, ValuePlace)? {
        watched.first { $0.name.utf8.elementsEqual(name.utf8) && !$0.isEmpty }.map { ($0.value, $0.place) }
    }

    /// A token of the stored key, when its consumer reads that key.
    func probe(_ issuer: String, _ time: NumericDate, _ live: LiveEvidence) throws(AuthKeysError) -> LiveProbeToken {
        guard let privateKey, let profile else {
            throw AuthKeysError(
                ConvexCode.notSet, "there is no stored private key to sign it with",
                hint: "an admin key is needed to read it, and JWT_PRIVATE_KEY has to be set")
        }
        if let refusal = privateKey.refusal {
            throw AuthKeysError(
                ConsumerCode.keyTextRefused, "\(profile.name) does not read the stored private key: \(refusal.message)")
        }
        return try LiveProbeToken(
            signing: try privateKey.key.get(), for: profile, issuer: issuer, at: time, live: live)
    }
}
