internal import AuthKeysJOSE
internal import Consumers
internal import Encodings
internal import HostSystem
internal import KeyRotation

/// What is to be done after keys were revoked, in order.
struct RevocationSteps {
    let lines: [String]
    /// The other keys whose private half the keyring has: whoever has the file has them.
    let alsoCompromised: [KeyRecord]

    /// - Parameter keyring: after they were revoked, whether just now or by an earlier run.
    init(_ keyring: Keyring, revoked: [KeyID], file: KeyringFile) {
        // A key that was made for this is in no stolen copy.
        let revocation = keyring.history.lastIndex { $0.event == .revoked && $0.keyID.map(revoked.contains) ?? false }
        let made = Set(
            keyring.history[(revocation ?? keyring.history.startIndex)...].filter { $0.event == .made(.stage) }
                .compactMap(\.keyID))
        let others = keyring.schedule.published.filter { $0.hasPrivateHalf && !made.contains($0.keyID) }
        alsoCompromised = others
        let signers = revoked.compactMap { keyring.schedule[$0] }.filter { $0.activatedAt != nil }
        var lines = [
            "publish the set: authkeys rotation apply \(file.word) --if-due --jwks-out FILE, and hand FILE over"
        ]
        if signers.contains(where: { $0.demotedAt == nil }) {
            lines.append(
                "bring every signer to the new key; its tokens are refused where the set has not arrived: authkeys emit dotenv "
                    + "--keyring \(file.word)")
        }
        lines.append(Self.restart(keyring))
        if !signers.isEmpty {
            lines.append(
                "treat every token of \(revoked.map(\.description).joined(separator: ", ")) as forged, whatever its exp: a "
                    + "thief chooses it, and what was done with one is not undone by this")
        }
        lines.append("see that it is gone: authkeys rotation confirm \(file.word) --jwks URL")
        if !others.isEmpty {
            let names = others.map { "\($0.keyID) (\($0.state.rawValue))" }.joined(separator: ", ")
            let words = others.map { shellWord($0.keyID.description) }.joined(separator: " ")
            lines.append(
                "if the keyring itself was stolen, and not one key alone, then these were stolen too: \(names); authkeys rotation "
                    + "revoke \(file.word) \(words)")
        }
        self.lines = lines
    }

    private static func restart(_ keyring: Keyring) -> String {
        let isConvex = [Profile.convexOIDC.name, Profile.convexCustomJWT.name].contains(keyring.profile.name)
        if isConvex {
            return
                "restart the Convex backend: open connections are not verified again, and it serves its old copy of the set "
                + "for as long as fetching a new one fails; do not delete JWKS, which would leave that copy serving"
        }
        guard let wait = keyring.schedule.policy.propagationWait else {
            return "restart every verifier: it accepts the revoked key for as long as it cannot fetch the new set"
        }
        return "restart every verifier, or clear its caches: until then it accepts the revoked key for up to "
            + "\((wait + keyring.schedule.policy.publicationSpread).phrase) after the set is published"
    }
}
