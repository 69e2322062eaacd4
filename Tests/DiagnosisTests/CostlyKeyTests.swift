import AuthKeysJOSE
import Consumers
import Diagnosis
import Testing

/// Keys that one consumer does without and another refuses the whole set for.
struct CostlyKeyTests {
    @Test(
        arguments: [
            (#"{"kty":"OKP","kid":"o","crv":"Ed25519","x":"AAAA","alg":"EdDSA"}"#, true, false),
            (#"{"kty":"OKP","kid":"o","crv":"Ed25519","x":"AAAA"}"#, false, false),
            (#"{"kty":"EC","kid":"e","crv":"P-256","x":"AAAA","y":"AAAA"}"#, false, false),
            (#"{"kty":"EC","kid":"e","crv":"P-256"}"#, true, false),
            (#"{"kty":"AKP","kid":"a","pub":"AAAA"}"#, true, false),
            (#"{"kty":"RSA","kid":"r"}"#, true, false),
            ("null", true, true),
        ] as [(String, Bool, Bool)])
    func areErrors(key: String, customJWT: Bool, jose: Bool) {
        let text = #"{"keys":["# + KeySets.jwk(1) + "," + key + "]}"
        for (profile, isError) in [
            (Profile.convexCustomJWT, customJWT), (.jose, jose), (.convexOIDC, false), (.generic, false),
        ] {
            let findings = KeySets.findings(text, for: profile)
            let unreadable = findings.filter { $0.code == "jwk.unreadable" && $0.severity == .error }
            #expect(unreadable.isEmpty != isError, "\(profile.name): \(findings.map(\.verdict))")
            #expect(
                unreadable.allSatisfy { $0.reason == "\(profile.name) refuses the whole set, and every token with it." }
            )
        }
    }
}
