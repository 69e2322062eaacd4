internal import AuthKeysJOSE
internal import Encodings

/// `iss` is the one that is expected.
struct Issuer: TokenCheck {
    enum Comparison: Sendable {
        /// Byte for byte.
        case exact
        /// As Convex picks a provider: `https://` before a name without a scheme, no slash at the end.
        case withoutSchemeAndSlash
        /// Byte for byte with what discovery answers: the setting, with `https://` where it has no scheme.
        case discovered
    }

    let comparison: Comparison
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let expected = trial.settings.issuer else { return }
        guard let found = trial.claims?.last("iss")?.string, matches(found, expected) else {
            throw Refusal(JWTCode.issuer, trial.text(message))
        }
    }

    private func matches(_ found: String, _ expected: String) -> Bool {
        switch comparison {
        case .exact: found.utf8.elementsEqual(expected.utf8)
        case .withoutSchemeAndSlash: Self.normal(found).elementsEqual(Self.normal(expected))
        case .discovered: found.utf8.elementsEqual(VerifierSettings.withScheme(expected).utf8)
        }
    }

    private static func normal(_ issuer: String) -> [UInt8] {
        var text = Array(VerifierSettings.withScheme(issuer).utf8)
        while text.last == UInt8(ascii: "/") { text.removeLast() }
        return text
    }
}
