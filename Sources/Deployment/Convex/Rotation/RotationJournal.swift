package import AuthKeysJOSE
internal import CryptoOpenSSL
package import Encodings

/// What a rotation writes down before it changes anything: the pair that is replaced, for undoing, and until it is
/// through the pair that replaces it, for finishing.
package struct RotationJournal: Sendable {
    package enum State: String, Sendable {
        /// Between the first request and the last.
        case rotating, undoing
        case finished, undone
        /// Ended with the old pair in place, or with one that somebody else has set.
        case abandoned
    }

    /// Where the deployment stands between two pairs.
    package enum Position: Sendable, Hashable {
        /// The pair to be replaced signs, and the new set is not there.
        case before
        /// The new set is there and the old signer: fresh tokens are refused.
        case between
        case after
        /// Another key signs.
        case elsewhere
    }

    package static let sizeLimit = 1 << 17

    /// The URL of its API.
    package let deployment: String
    package let startedAt: NumericDate
    package let state: State
    /// What was there: those of ``RotationVariable/names`` that were set.
    package let old: DeploymentVariables
    /// What it sets; the private key only while ``State/rotating``.
    package let new: DeploymentVariables
    let newThumbprint: KeyID

    /// - Parameter new: with the private key whose thumbprint is `newThumbprint`.
    package init(
        deployment: String, startedAt: NumericDate, old: DeploymentVariables, new: DeploymentVariables,
        newThumbprint: KeyID
    ) {
        self.init(deployment, startedAt, .rotating, old, new, newThumbprint)
    }

    init(
        _ deployment: String, _ startedAt: NumericDate, _ state: State, _ old: DeploymentVariables,
        _ new: DeploymentVariables, _ newThumbprint: KeyID
    ) {
        self.deployment = deployment
        self.startedAt = NumericDate(secondsSince1970: startedAt.secondsSince1970)
        self.state = state
        self.old = old
        self.new = new
        self.newThumbprint = newThumbprint
    }

    /// In another state. The new private key is written down only as long as it may be nowhere else.
    package func marked(_ state: State) -> Self {
        let new = state == .rotating ? new : new.with(ConvexAuthVariable.privateKey, nil)
        return Self(deployment, startedAt, state, old, new, newThumbprint)
    }

    /// Whether the next run has to finish or undo something.
    package var isUnfinished: Bool { state == .rotating || state == .undoing }

    /// Between the old pair and the new one; while it is undone, between the new one and the old.
    package func position(in stored: DeploymentVariables) -> Position {
        let isOldKey = stored.agrees(with: old, on: ConvexAuthVariable.privateKey)
        let isNewKey = StoredKeyPair(stored).thumbprint == newThumbprint
        let isOldSet = stored.agrees(with: old, on: ConvexAuthVariable.keySet)
        let isNewSet = stored.agrees(with: new, on: ConvexAuthVariable.keySet)
        return state == .undoing
            ? Self.position(from: isNewKey, to: (isOldKey, isOldSet))
            : Self.position(from: isOldKey, to: (isNewKey, isNewSet))
    }

    private static func position(from isSource: Bool, to target: (isKey: Bool, isSet: Bool)) -> Position {
        switch (isSource, target.isKey, target.isSet) {
        case (true, _, false): .before
        case (true, _, true): .between
        case (false, true, true): .after
        case (false, _, _): .elsewhere
        }
    }
}
