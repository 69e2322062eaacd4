internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

/// A verifier that is ready, and what else judges a token.
struct Verification: Sendable {
    let verifier: JWTVerifier
    /// `nil` where a key was given by itself.
    let set: JWKSetDocument?
    let profile: Profile
    let time: NumericDate

    func result(of token: String) -> VerifyResult {
        VerifyResult(
            verifier.report(on: token, at: time), of: UnverifiedJWT(reading: token), for: profile, set: set, at: time)
    }
}
