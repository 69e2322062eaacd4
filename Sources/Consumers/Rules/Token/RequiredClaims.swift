internal import AuthKeysJOSE
internal import Encodings

/// Claims that must be there, of the type that RFC 7519 §4.1 gives them.
struct RequiredClaims: TokenCheck {
    var texts: [String] = []
    var dates: [String] = []
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        for name in texts where trial.claims?.last(name)?.string == nil { throw missing(name, trial) }
        for name in dates where trial.claims?.last(name)?.number == nil { throw missing(name, trial) }
    }

    private func missing(_ name: String, _ trial: TokenTrial) -> Refusal {
        let isThere = trial.claims?.last(name) != nil
        return Refusal(
            isThere ? JWTCode.claimType : .missingClaim, trial.text(message),
            cause: "\(isThere ? "mistyped" : "no") \(name)")
    }
}
