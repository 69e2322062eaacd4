import AuthKeysJOSE
import Consumers
import Encodings
import KeyRotation
import Testing

struct KeyringTests {
    @Test func aProfileWithoutKidsCannotOverlap() throws {
        #expect(throws: AuthKeysError(RotationCode.noOverlap, "")) {
            _ = try Keyring(
                creating: SampleKeyrings.keys[0], profile: .convexAuth, policy: RotationPolicy(for: .convexAuth),
                at: Schedules.start)
        }
    }

    @Test func theKeyThatSignsComesFirst() throws {
        let keyring = try SampleKeyrings.rotated()
        let set = try keyring.publishedSet()
        #expect(set.keys.compactMap(\.keyID) == keyring.schedule.published.map(\.keyID))
        #expect(set.keys.first?.keyID == keyring.schedule.active?.keyID)
        #expect(set.keys.count == 3)
    }

    @Test func aKeyInUseIsTakenOver() throws {
        let keys = SampleKeyrings.keys
        let set = try JWKSet([
            JWK(keys[1].publicKey, keyID: "old"), JWK(keys[0].publicKey, keyID: "mine"),
        ])
        let keyring = try Keyring(
            importing: keys[0], publishedIn: set, profile: .generic, policy: RotationPolicy(for: .generic),
            at: Schedules.start, activatedAt: Schedules.start - .seconds(1_000))
        #expect(keyring.signingKey?.keyID == "mine")
        #expect(keyring.schedule["old"]?.state == .retiring)
        #expect(keyring.schedule["old"]?.hasPrivateHalf == false)
        #expect(keyring.schedule.active?.activatedAt == Schedules.start - .seconds(1_000))
        try keyring.schedule.check()
        #expect(throws: AuthKeysError(RotationCode.unknownKey, "")) {
            _ = try Keyring(
                importing: keys[2], publishedIn: set, profile: .generic, policy: RotationPolicy(for: .generic),
                at: Schedules.start)
        }
        #expect(throws: AuthKeysError(JOSECode.keyID, "")) {
            _ = try Keyring(
                importing: keys[0], publishedIn: JWKSet([JWK(keys[0].publicKey)]), profile: .generic,
                policy: RotationPolicy(for: .generic), at: Schedules.start)
        }
    }

    @Test func aLiveSetIsComparedByItsNumbers() throws {
        let original = try SampleKeyrings.staged()
        let active = try #require(original.schedule.active).keyID
        func confirm(_ keys: [JWK]) throws -> (Keyring, [Sighting]) {
            var keyring = original
            return (keyring, try keyring.confirm(live: JWKSet(keys), at: Schedules.after(60)))
        }
        let all = try original.publishedSet().keys
        #expect(try confirm(all).1.map(\.kind) == [.published, .published])
        #expect(try confirm([all[0]]).1.map(\.kind) == [.published])
        let stranger = SampleKeyrings.keys[3].publicKey
        for (keys, code) in [
            (all + [JWK(stranger, keyID: "x")], RotationCode.rolledBack),
            ([JWK(stranger, keyID: active)], .foreignKey), ([JWK(all[0].key, keyID: "other")], .foreignKey),
            ([JWK(all[0].key)], .foreignKey),
        ] {
            #expect(throws: AuthKeysError(code, "")) { _ = try confirm(keys) }
        }
    }

    @Test func aClockThatJumpedIsNoticed() throws {
        let keyring = try SampleKeyrings.begun()
        let policy = keyring.schedule.policy
        try keyring.requireClock(at: Schedules.start - policy.clockError * 2, isBacked: false)
        #expect(throws: AuthKeysError(RotationCode.clock, "")) {
            try keyring.requireClock(at: Schedules.start - policy.clockError * 2 - .seconds(1), isBacked: true)
        }
        try keyring.requireClock(at: Schedules.start + keyring.longestSilence, isBacked: false)
        let silent = Schedules.start + keyring.longestSilence + .seconds(1)
        #expect(throws: AuthKeysError(RotationCode.clock, "")) {
            try keyring.requireClock(at: silent, isBacked: false)
        }
        try keyring.requireClock(at: silent, isBacked: true)
        try keyring.requireAgreement(of: Schedules.start, with: Schedules.after(151))
        for wrong in [-152, 152] {
            #expect(throws: AuthKeysError(RotationCode.clock, "")) {
                try keyring.requireAgreement(of: Schedules.start, with: Schedules.after(wrong))
            }
        }
    }

    @Test func privateHalvesGoWhenTheyAreNoLongerNeeded() throws {
        var keyring = try SampleKeyrings.rotated()
        let old = try #require(keyring.schedule.retiring.first).keyID
        #expect(keyring.privateKey(old) != nil)
        let late = keyring.lastDate + .seconds(2 * 86_400)
        let step = try #require(keyring.schedule.plan(at: late).first { $0.transition == .forget })
        try keyring.make(step, newKey: nil, at: late)
        #expect(keyring.privateKey(old) == nil)
        #expect(keyring.publicKey(old) != nil)
        try keyring.revoke([try #require(keyring.schedule.active).keyID], replacement: nil, at: late)
        #expect(keyring.schedule.keys.filter(\.hasPrivateHalf).count == 1)
    }
}
