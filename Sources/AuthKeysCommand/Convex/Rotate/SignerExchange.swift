internal import AuthKeysJOSE
internal import Deployment
internal import Encodings
internal import HostSystem

/// Replaces the pair of a deployment in two phases: its JWKS, and when the backend has accepted that, what signs. Until
/// the second, the signer is what it was, and one request puts everything back.
struct SignerExchange {
    enum Ending {
        case exchanged(ExchangeWindow)
        /// The old JWKS is back; what the backend said last.
        case neverAccepted(ProbeAnswer)
        /// The same, because a signal came.
        case interrupted
        /// Somebody else rotates at the same time: nothing of this one is left there.
        case overtaken(AuthKeysError)
    }

    let client: DeploymentClient
    let probe: AcceptanceProbe
    let pace: Pace
    let interruption: Interruption?
    /// What the deployment held before it, with the JWKS that is to be put back where it fails.
    let source: DeploymentVariables
    /// What it is to hold: those of ``RotationVariable/names`` that are to be set.
    let target: DeploymentVariables
    let targetKey: RSAPrivateKey
    /// For the header of probes; `nil` where tokens have none.
    let targetKeyID: KeyID?
    /// What finishes it later, for messages.
    let resumeCommand: String
    let warn: (String) -> Void

    private var restoration: SignerRestoration {
        SignerRestoration(
            client: client, pace: pace, now: probe.now, source: source, target: target, resumeCommand: resumeCommand)
    }

    /// - Parameter isPublished: whether the deployment has the JWKS of the target already.
    /// - Throws: `convex.half-rotated` where it stopped in between and could not be put back; else what kept the first
    ///   request from being done, in which case nothing was changed.
    func run(isPublished: Bool) throws(AuthKeysError) -> Ending {
        let start = pace.elapsed()
        if !isPublished { try publish() }
        switch try probe.wait(for: targetKey, keyID: targetKeyID, interruption) {
        case .accepted(let accepted, let refusedAt, let count):
            if let overtaking = try switchSigner() { return .overtaken(overtaking) }
            let end = pace.elapsed()
            return .exchanged(
                ExchangeWindow(
                    untilAccepted: isPublished ? nil : accepted - start, untilSwitched: end - accepted,
                    refusedAtMost: end - (refusedAt ?? start), probes: count))
        case .gaveUp(let answer):
            try restoration.run(because: "the backend did not accept the new key: \(answer.words)")
            return .neverAccepted(answer)
        case .interrupted:
            try restoration.run(because: "a signal came")
            return .interrupted
        }
    }

    private func publish() throws(AuthKeysError) {
        do throws(AuthKeysError) {
            if let lost = try client.set(target.only([ConvexAuthVariable.keySet]).all, replacing: source) {
                warn("the new JWKS is set, though the answer was lost: \(lost.message)")
            }
        } catch {
            guard error.code == ConvexCode.unknownOutcome.code else { throw error }
            throw AuthKeysError(
                ConvexCode.unknownOutcome, "\(error.message); the signer was not changed",
                hint: "\(resumeCommand) looks what is there, and finishes it or begins again",
                underlying: error.underlying)
        }
    }

    /// - Returns: that somebody else rotates at the same time, in which case it was not switched.
    private func switchSigner() throws(AuthKeysError) -> AuthKeysError? {
        if let overtaking = try overtaking() { return overtaking }
        let changes = target.only([ConvexAuthVariable.privateKey] + RotationVariable.records).all
        let removed = RotationVariable.records.filter { target[$0] == nil && source[$0] != nil }
        do throws(AuthKeysError) {
            if let lost = try restoration.settle(
                changes, removing: removed, keeping: target.only([ConvexAuthVariable.keySet]).all, replacing: source)
            {
                warn("the new key signs, though an answer was lost: \(lost.message)")
            }
        } catch {
            if error.code == ConvexCode.readBack.code {
                throw AuthKeysError(
                    ConvexCode.halfRotated,
                    "somebody else rotates at the same time, and the pair may be torn, which refuses fresh tokens: "
                        + error.message,
                    hint: "when the other has ended: \(resumeCommand) looks what is there, and mends it")
            }
            if error.code == ConvexCode.unknownOutcome.code {
                throw restoration.stranded("whether the new key signs is not known", error.message)
            }
            try restoration.run(because: "the new key could not be set: \(error.message)")
            throw error.about("the new key could not be set, and the old JWKS is back")
        }
        return nil
    }

    /// The backend may have taken long to accept: what is there now is what counts. Where JWKS is still that of the
    /// target, it becomes that of the signer there is.
    private func overtaking() throws(AuthKeysError) -> AuthKeysError? {
        let stored: DeploymentVariables
        do throws(AuthKeysError) { stored = try client.variables() } catch {
            try restoration.run(because: "what is there could not be looked at: \(error.message)")
            throw error.about("the new key was not set, and the old JWKS is back")
        }
        let isOurs = stored.agrees(with: target, on: ConvexAuthVariable.keySet)
        let isSameSigner = stored.agrees(with: source, on: ConvexAuthVariable.privateKey)
        guard !isOurs || !isSameSigner else { return nil }
        if isOurs { try restoration.run(because: "somebody else has set another key that signs") }
        let name = isOurs ? ConvexAuthVariable.privateKey : ConvexAuthVariable.keySet
        return AuthKeysError(
            ConvexCode.readBack,
            "somebody else rotates '\(client.api.origin)' at the same time, and has set another \(name): the new key was "
                + "not set",
            hint: "rotate from one place; when the other has ended, look: authkeys convex rotate")
    }
}
