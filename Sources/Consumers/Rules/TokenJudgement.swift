public import AuthKeysJOSE
internal import Encodings

extension Profile {
    /// What this consumer makes of a token, told from the checks of a verifier that was made for its issuer and audience
    /// without leeway; `nil` where it has no rules of its own.
    ///
    /// - Parameters:
    ///   - token: the one that was checked.
    ///   - set: what it selects a key from; `nil` where a key was given by itself, so that nothing is selected.
    public func verdict(on report: JWTReport, of token: UnverifiedJWT, set: JWKSetDocument?) -> TokenVerdict? {
        guard let tokenDemands else { return nil }
        var judgement = TokenJudgement(demands: tokenDemands, token: token)
        judgement.judgeClaims()
        if let set { judgement.judgeSelection(keySelection, set) }
        for failure in report.failures { judgement.judge(failure, knowsSet: set != nil) }
        return judgement.verdict
    }
}

private struct TokenJudgement {
    let demands: TokenDemands
    private let header: JSONValue?
    private let claims: JSONValue?
    private let isWhole: Bool
    /// What this consumer asks for by itself.
    private var refusals: [String] = []
    private var overlooked: [String] = []
    private var refusesTheRest = false
    private var isNotKnown = false

    init(demands: TokenDemands, token: UnverifiedJWT) {
        self.demands = demands
        header = try? token.header?.json.get()
        claims = try? token.claims?.json.get()
        isWhole = token.form == .signed
    }

    var verdict: TokenVerdict {
        if !refusals.isEmpty { return TokenVerdict(answer: .refuses, reasons: refusals) }
        if refusesTheRest { return TokenVerdict(answer: .refuses, reasons: []) }
        return isNotKnown
            ? TokenVerdict(answer: .notKnown, reasons: []) : TokenVerdict(answer: .accepts, reasons: overlooked)
    }

    mutating func judgeClaims() {
        guard let claims else { return }
        for name in demands.requiredClaims where claims[name] == nil { refusals.append("it requires \(name)") }
        if !demands.allowsOtherAudiences, let audiences = claims["aud"]?.elements, audiences.count > 1 {
            refusals.append("it takes no token that is for others too")
        }
    }

    mutating func judgeSelection(_ selection: any KeySelection, _ set: JWKSetDocument) {
        guard let header, let algorithm = header["alg"]?.string.flatMap({ JWSAlgorithm.named($0) }) else { return }
        do throws(Refusal) {
            let keyID = header["kid"]?.string.map { KeyID($0) }
            _ = try selection.key(
                for: ProtectedHeader(algorithm: algorithm, type: header["typ"]?.string, keyID: keyID), in: set)
        } catch {
            refusals.append(error.message)
        }
    }

    mutating func judge(_ failure: JWTCheck, knowsSet: Bool) {
        guard !demands.uncheckedNames.contains(failure.name) else {
            return overlooked.append("it does not look at \(failure.name == .notBefore ? "nbf" : "the age")")
        }
        switch failure.name {
        case .issuer, .audience, .expiry, .signature: refusesTheRest = true
        case .format where !isWhole: refusesTheRest = true
        case .header: judgeHeader(failure)
        // EdDSA is accepted with keys of a kind that is not read here.
        case .algorithm where header?["alg"]?.string != "EdDSA": refusesTheRest = true
        case .key where failure.code == KeyCode.size.code: refusesTheRest = true
        // What it makes of the selection was asked; a key that it selects and the verifier does not was not tried.
        case .key where knowsSet && !refusals.isEmpty: refusesTheRest = true
        default: isNotKnown = true
        }
    }

    private mutating func judgeHeader(_ failure: JWTCheck) {
        if failure.code == JWTCode.type.code, let type = header?["typ"]?.string {
            guard demands.otherTypes.contains(where: { $0.utf8.elementsEqual(type.utf8) }) else {
                return refusesTheRest = true
            }
            return overlooked.append("it takes the typ \(type)")
        }
        if header?["crit"] != nil || header?["cty"] != nil { refusesTheRest = true } else { isNotKnown = true }
    }
}
