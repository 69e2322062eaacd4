internal import AuthKeysJOSE
internal import Encodings

/// Every entry of the set passes, whether or not the token is for it.
struct KeySetEntries: TokenCheck {
    let isReadable: @Sendable (JSONValue) -> Bool
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        try judge(trial.keys, trial.settings)
    }

    func judge(_ set: JWKSetDocument, _ settings: VerifierSettings) throws(Refusal) {
        for (index, entry) in set.entries.enumerated() where !isReadable(entry.json) {
            throw Refusal(
                JOSECode.unreadable, settings.filled(message), cause: "key \(index + 1) of the set cannot be read")
        }
    }

    static let isObject: @Sendable (JSONValue) -> Bool = { $0.members != nil }
}
