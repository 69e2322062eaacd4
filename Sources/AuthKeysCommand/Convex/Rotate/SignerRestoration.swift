internal import Deployment
internal import Encodings
internal import HostSystem

/// Ends a state in which the JWKS of a deployment is not that of its signer.
struct SignerRestoration {
    let client: DeploymentClient
    let pace: Pace
    let now: @Sendable () -> NumericDate
    /// With the JWKS that is to be put back.
    let source: DeploymentVariables
    /// With the JWKS that is there.
    let target: DeploymentVariables
    /// What finishes it later, for messages.
    let resumeCommand: String

    private static let attempts = 5

    /// Puts the old JWKS back, unless somebody else has set another since.
    func run(because reason: String) throws(AuthKeysError) {
        let name = ConvexAuthVariable.keySet
        do throws(AuthKeysError) {
            let stored = try client.variables()
            guard stored.agrees(with: target, on: name) else {
                if stored.agrees(with: source, on: name) { return }
                throw AuthKeysError(ConvexCode.readBack, "somebody else has set another JWKS meanwhile")
            }
            // Where somebody else has changed the signer meanwhile, the set has to be that of the signer there is.
            let isSameSigner = stored.agrees(with: source, on: ConvexAuthVariable.privateKey)
            let wanted = isSameSigner ? source[name] : SigningPair(stored, at: now()).restorableKeySet
            _ = try settle(
                wanted.map { [DeploymentVariable(name: name, value: $0)] } ?? [],
                removing: wanted == nil ? [name] : [], replacing: stored)
        } catch {
            throw stranded("\(reason); and the old JWKS could not be put back", error.message)
        }
    }

    /// Sets the values, and sends them again where reading back shows that none of them arrived: as long as they do not,
    /// the pair is torn.
    func settle(
        _ changes: [DeploymentVariable], removing removed: [String], keeping kept: [DeploymentVariable] = [],
        replacing before: DeploymentVariables
    ) throws(AuthKeysError) -> AuthKeysError? {
        var lost: AuthKeysError?
        for attempt in 0... {
            if let error = lost {
                guard attempt < Self.attempts else { throw error }
                pace.pause(.milliseconds(250 << attempt), nil)
                guard let stored = try? client.variables() else { continue }
                if (changes + kept).allSatisfy(stored.has), removed.allSatisfy({ stored[$0] == nil }) { return error }
            }
            do throws(AuthKeysError) {
                return try client.set(changes, removing: removed, keeping: kept, replacing: before) ?? lost
            } catch {
                let isUnknown = error.code == ConvexCode.unknownOutcome.code
                guard isUnknown || DeploymentClient.hidesTheOutcome(error) else { throw error }
                lost = error
            }
        }
        return lost  // the attempts have an end
    }

    func stranded(_ what: String, _ why: String) -> AuthKeysError {
        AuthKeysError(
            ConvexCode.halfRotated,
            "'\(client.api.origin)' may hold the new JWKS with the old signer, which refuses fresh tokens: \(what): \(why)",
            hint: "\(resumeCommand) looks what is there, and finishes it")
    }
}
