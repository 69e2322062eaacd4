internal import AuthKeysJOSE
internal import Encodings

/// jose's `validateCrit`: `crit` names extensions, and `b64` is the one that is known (RFC 7797).
struct CriticalHeader: TokenCheck {
    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let critical = trial.header?.last("crit") else { return }
        let names = critical.elements?.map(\.string) ?? []
        guard !names.isEmpty, names.allSatisfy({ !($0 ?? "").isEmpty }) else {
            throw Refusal(
                JOSECode.headerMember,
                "ERR_JWS_INVALID: \"crit\" (Critical) Header Parameter MUST be an array of non-empty strings when present"
            )
        }
        for name in names.compactMap(\.self) {
            guard name.utf8.elementsEqual("b64".utf8) else {
                let shown = Escaper.json(name)
                throw Refusal(
                    JOSECode.headerMember,
                    "ERR_JOSE_NOT_SUPPORTED: Extension Header Parameter \(shown) is not recognized")
            }
            guard let value = trial.header?.last("b64") else {
                throw Refusal(
                    JOSECode.headerMember, "ERR_JWS_INVALID: Extension Header Parameter \"b64\" is missing")
            }
            guard value.boolean != nil else {
                throw Refusal(
                    JOSECode.headerMember,
                    "ERR_JWS_INVALID: The \"b64\" (base64url-encode payload) Header Parameter must be a boolean")
            }
        }
    }
}
