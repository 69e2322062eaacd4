internal import Encodings
internal import KeyRotation

/// What a run of `apply` is about to do; worked out before the lock is taken, and again when it is held.
enum ApplyIntention {
    case nothing
    /// Handing over what an earlier run could not.
    case deliver
    case make(PlannedTransition, acknowledging: Bool)

    struct Options: Sendable {
        let onlyIfDue: Bool
        let isForced: Bool
        /// Somebody answers for sets that are served without bound.
        let acknowledgesStaleSet: Bool
        /// Somebody answers for the time.
        let acknowledgesClock: Bool
        /// A hook or a deployment is named.
        let delivers: Bool
    }

    /// - Throws: `rotation.clock`, `rotation.too-early`, `rotation.delivery-failed`.
    init(_ keyring: Keyring, _ options: Options, at now: NumericDate) throws(AuthKeysError) {
        try keyring.requireClock(at: now, isBacked: options.acknowledgesClock)
        if let pending = keyring.pendingDelivery {
            guard options.delivers else {
                throw AuthKeysError(
                    RotationCode.deliveryFailed,
                    "the change '\(pending.event.name)' of \(pending.since) was not handed over, yet",
                    hint: "run it with the same --hook or --push as before")
            }
            self = .deliver
            return
        }
        var schedule = keyring.schedule
        let isUnanswered = schedule.policy.staleIfError == nil && schedule.staged.map { $0.acceptance == nil } ?? false
        let acknowledges = options.acknowledgesStaleSet && isUnanswered
        if acknowledges { try schedule.accept(.acknowledged(now)) }
        guard let step = options.onlyIfDue ? schedule.dueTransition(at: now) : schedule.nextTransition(at: now) else {
            self = .nothing
            return
        }
        if let early = step.early, !options.isForced {
            throw AuthKeysError(
                RotationCode.tooEarly,
                "it is too early to \(RotationOutlook.phrase(step.transition, nil)): \(early.sentence)",
                hint: early.hint)
        }
        self = .make(step, acknowledging: acknowledges && step.transition == .activate)
    }
}
