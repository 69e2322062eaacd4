internal import AuthKeysJOSE
internal import Encodings

/// Picks the key that judges the token.
struct SelectKey: TokenCheck {
    /// What the caller hears instead of the words of the selection.
    var message: String?

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        do throws(Refusal) {
            trial.key = try trial.selection.select(
                keyID: trial.header?.last("kid"), algorithm: trial.header?.last("alg")?.string ?? "", in: trial.keys)
        } catch {
            guard let message else { throw error }
            throw Refusal(code: error.code, message: trial.text(message), cause: error.message)
        }
    }
}
