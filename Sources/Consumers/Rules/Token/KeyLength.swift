internal import AuthKeysJOSE
internal import Encodings

/// The modulus of the selected key is as long as the consumer wants it.
struct KeyLength: TokenCheck {
    let bits: ClosedRange<Int>
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let key = trial.key, key.hasNumbers, !bits.contains(key.modulusLength) else { return }
        throw Refusal(KeyCode.size, trial.text(message), cause: "a key of \(key.modulusLength) bits")
    }
}
