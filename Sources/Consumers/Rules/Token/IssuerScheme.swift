internal import AuthKeysJOSE
internal import Encodings

/// An `iss` with a scheme, without which Convex cannot ask for the issuer's discovery document.
struct IssuerScheme: TokenCheck {
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        let issuer = trial.claims?.last("iss")?.string ?? ""
        guard issuer.utf8.starts(with: "https://".utf8) || issuer.utf8.starts(with: "http://".utf8) else {
            throw Refusal(JWTCode.issuer, trial.text(message), cause: "an issuer without a scheme")
        }
    }
}
