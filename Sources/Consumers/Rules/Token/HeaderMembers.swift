internal import AuthKeysJOSE
internal import Encodings

/// Members that a header must have, as strings.
struct RequiredHeader: TokenCheck {
    let names: [String]
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        for name in names where trial.header?.last(name)?.string?.isEmpty ?? true {
            throw Refusal(JOSECode.headerMember, trial.text(message))
        }
    }
}

/// Members that must be strings where they are there.
struct TextHeader: TokenCheck {
    let names: [String]
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        for name in names {
            if let value = trial.header?.last(name), value.string == nil {
                throw Refusal(JOSECode.headerMember, trial.text(message))
            }
        }
    }
}

/// Members that a header must not have.
struct ForbiddenHeader: TokenCheck {
    let names: [String]
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        for name in names where trial.header?.last(name) != nil {
            throw Refusal(JOSECode.headerMember, trial.text(message), cause: "a header with \(name)")
        }
    }
}

/// A `typ` that is absent or one of these media types, whatever the case of its letters; `application/` may be left out
/// (RFC 7515 §4.1.9).
struct HeaderType: TokenCheck {
    let allowed: [String]
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let type = trial.header?.last("typ") else { return }
        let name = (type.string ?? "").lowercased()
        let mediaType = name.utf8.contains(UInt8(ascii: "/")) ? name : "application/" + name
        guard !allowed.contains(where: { $0.utf8.elementsEqual(mediaType.utf8) }) else { return }
        throw Refusal(
            JWTCode.type, trial.text(message), cause: "a typ other than \(allowed.joined(separator: " and "))")
    }
}

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
