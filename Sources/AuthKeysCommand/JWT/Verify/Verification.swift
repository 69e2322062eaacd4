internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

/// A verifier that is ready, and what else judges a token.
struct Verification: Sendable {
    let verifier: JWTVerifier
    /// `nil` where a key was given by itself.
    let set: JWKSetDocument?
    let profile: Profile
    /// What the consumer of the profile would be configured with.
    let settings: VerifierSettings
    let time: NumericDate

    func result(of token: String) -> VerifyResult {
        VerifyResult(
            verifier.report(on: token, at: time), of: UnverifiedJWT(reading: token), consumer: consumer(of: token),
            profile: profile, at: time)
    }

    /// The generic profile is the verifier itself.
    private func consumer(of token: String) -> VerifyResult.Consumer? {
        guard profile.name != Profile.generic.name else { return nil }
        guard let set else { return .unknown("\(profile.name) selects its key from a set: give --jwks to ask it") }
        return .verdict(profile.verifies(token, with: set, settings: settings, at: time))
    }
}

extension VerifierSettings {
    /// Issuer and audience, where one of each is expected.
    init(_ expectations: ClaimsExpectations) {
        self.init(issuer: nil, audience: nil)
        if case .exactly(let issuer) = expectations.issuer { self.issuer = issuer }
        if case .contains(let audience) = expectations.audience { self.audience = audience }
    }
}
