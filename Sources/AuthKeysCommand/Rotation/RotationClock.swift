internal import Encodings
internal import KeyRotation

/// What time it is for a command.
struct RotationClock: Sendable {
    let given: TimeArgument?

    /// For a command that only reads.
    func now(_ context: CommandContext) -> NumericDate {
        let now = context.now()
        return (given?.date(at: now) ?? now).inWholeSeconds
    }

    /// For a command that changes the keyring.
    /// - Throws: `rotation.not-a-test`.
    func now(for keyring: Keyring, _ context: CommandContext) throws(AuthKeysError) -> NumericDate {
        guard given == nil || keyring.isTest else {
            throw AuthKeysError(
                RotationCode.notATest, "'--at' is given, and the keyring is not one for tests",
                hint: "leave --at out; a keyring to try things out is made with: authkeys rotation init KEYRING --test")
        }
        return now(context)
    }
}

extension NumericDate {
    /// A keyring counts in seconds.
    fileprivate var inWholeSeconds: Self { NumericDate(secondsSince1970: secondsSince1970) }
}

extension CommandContext {
    /// Who runs this, for the history.
    var userName: String? {
        ["SUDO_USER", "USER", "LOGNAME"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
            .map { String($0.unicodeScalars.prefix(64)) }
    }
}

extension RotationCode {
    /// Those with which the answer is no; the others say that something could not be read or done.
    static let refusals: Set<AuthKeysError.Code> = Set(
        [
            Self.clock, .foreignKey, .impossible, .noOverlap, .rolledBack, .tooEarly, .unconfirmed, .unknownKey,
        ].map(\.code))
}
