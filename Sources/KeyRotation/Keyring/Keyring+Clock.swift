public import AuthKeysJOSE

/// A clock that jumped would make a step too early, or never.
extension Keyring {
    /// When anything last happened.
    public var lastDate: NumericDate { history.map(\.date).max() ?? .distantPast }

    /// Something happens in every period. After a longer silence either nobody cared for the keyring, or the clock jumped.
    public var longestSilence: Duration { schedule.policy.period + schedule.policy.confirmWithin }

    /// - Parameters:
    ///   - now: the present, by the clock of this machine.
    ///   - isBacked: whether somebody vouched for the time, or a server's clock did.
    /// - Throws: `rotation.clock`.
    public func requireClock(at now: NumericDate, isBacked: Bool) throws(AuthKeysError) {
        let last = lastDate
        guard now >= last - schedule.policy.clockError * 2 else {
            throw AuthKeysError(
                RotationCode.clock,
                "it is \(now) by the clock of this machine, and the last entry of the keyring is of \(last), "
                    + "\((last - now).phrase) later: the clock went back, or it was ahead then",
                hint: "nothing was changed; set the clock: timedatectl")
        }
        guard isBacked || now - last <= longestSilence else {
            throw AuthKeysError(
                RotationCode.clock,
                "it is \(now) by the clock of this machine, \((now - last).phrase) after the last entry of the keyring: "
                    + "it was left alone for longer than a period, or the clock jumped ahead",
                hint: "nothing was changed; 'authkeys rotation confirm KEYRING --jwks URL' compares the clock with the "
                    + "server's; if the time is right, --acknowledge clock")
        }
    }

    /// - Parameters:
    ///   - now: the present, by the clock of this machine.
    ///   - date: of the server, from its answer.
    /// - Throws: `rotation.clock`.
    public func requireAgreement(of now: NumericDate, with date: NumericDate) throws(AuthKeysError) {
        // A Date has whole seconds, and the answer takes its time.
        let tolerance = schedule.policy.clockError * 2 + schedule.policy.fetchTimeout + .seconds(1)
        let difference = now - date
        guard difference > tolerance || difference < .zero - tolerance else { return }
        throw AuthKeysError(
            RotationCode.clock,
            "it is \(now) by the clock of this machine and \(date) by the server's, "
                + "\(difference.phrase) apart where \(tolerance.phrase) is allowed",
            hint: "nothing was changed; set the clock of whichever is wrong: timedatectl")
    }

    /// Notes that the time was vouched for.
    public mutating func noteClock(at now: NumericDate, user: String? = nil) {
        history.append(HistoryEntry(.clockConfirmed, at: now, user: user))
    }
}
