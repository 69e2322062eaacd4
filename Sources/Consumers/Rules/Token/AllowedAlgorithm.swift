internal import AuthKeysJOSE
internal import Encodings

/// An `alg` that is one of these, byte for byte.
struct AllowedAlgorithm: TokenCheck {
    let names: [String]
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        let found = trial.header?.last("alg")
        guard names.contains(where: { found?.isText($0) ?? false }) else {
            throw Refusal(JOSECode.algorithm, trial.text(message))
        }
    }
}
