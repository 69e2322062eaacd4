/// One token at one moment: makes every check that can be made, and notes what came of it.
struct JWTExamination {
    let rules: JWTRules
    let time: NumericDate
    /// Whether checks that pass are noted too. Without, a good token costs no text.
    let keepsEvidence: Bool
    private(set) var checks: [JWTCheck] = []
    private var hasFailed = false

    init(_ rules: JWTRules, time: NumericDate, keepsEvidence: Bool) {
        self.rules = rules
        self.time = time
        self.keepsEvidence = keepsEvidence
    }

    struct Examined {
        let claims: JWTClaims
        let signer: KnownHeaders.Selection
    }

    /// `nil` when a check failed.
    mutating func examine(_ token: Span<UInt8>) -> Examined? {
        let parts: JWSParts
        do throws(AuthKeysError) {
            parts = try JWSParts(token, knownHeaders: keepsEvidence ? nil : rules.knownHeaders)
        } catch {
            fail(.format, error)
            for name in JWTCheck.Name.allCases.dropFirst() { skip(name, "the token could not be taken apart") }
            return nil
        }
        if keepsEvidence { pass(.format, "three parts of base64url, \(token.count) bytes together") }
        let signer = examineSignature(parts, token)
        let claims = examinePayload(parts)
        guard let signer, let claims, !hasFailed else { return nil }
        return Examined(claims: claims, signer: signer)
    }

    // MARK: - Header, key and signature

    private mutating func examineSignature(
        _ parts: borrowing JWSParts, _ token: Span<UInt8>
    ) -> KnownHeaders.Selection? {
        guard let signer = selectSigner(parts) else {
            skip(.signature, "there is no key to check it with")
            return nil
        }
        guard rules.keys.haveSigned(parts, of: token, signer) else {
            fail(.signature, JWSParts.badSignature(keyID: rules.keys[signer.key].keyID))
            return nil
        }
        if keepsEvidence { pass(.signature, "made over these bytes by that key") }
        if parts.knownSelection == nil, !hasFailed {
            rules.knownHeaders.remember(token.extracting(parts.header), signer)
        }
        return signer
    }

    private mutating func selectSigner(_ parts: borrowing JWSParts) -> KnownHeaders.Selection? {
        if let known = parts.knownSelection { return known }
        let header: JWSHeader
        do throws(AuthKeysError) {
            header = try JWSHeader(parts.decodedHeader)
        } catch {
            fail(.header, error.ofJSON(in: "header"))
            skip(.algorithm, "the header could not be read")
            skip(.key, "the header could not be read")
            return nil
        }
        examineHeader(header)
        let algorithm: JWSAlgorithm
        do throws(AuthKeysError) {
            algorithm = try rules.keys.algorithm(named: header.algorithm)
        } catch {
            fail(.algorithm, error)
            skip(.key, "it depends on the algorithm")
            return nil
        }
        if keepsEvidence { pass(.algorithm, "\(algorithm.name) is accepted") }
        do throws(AuthKeysError) {
            let key = try rules.keys.key(for: header, algorithm: algorithm)
            if keepsEvidence { pass(.key, rules.keys.evidence(of: key)) }
            return KnownHeaders.Selection(algorithm: algorithm, key: key)
        } catch {
            fail(.key, error)
            return nil
        }
    }

    private mutating func examineHeader(_ header: JWSHeader) {
        if let obstacle = header.obstacle {
            fail(.header, obstacle)
        } else if let type = header.type, !rules.accepts(type: type) {
            let accepted = rules.types.map { Escaper.json($0) }.joined(separator: " or ")
            fail(
                .header,
                AuthKeysError(
                    JWTCode.type,
                    "the token's typ is \(Escaper.json(type, shownLength: 64)) where \(accepted) is expected",
                    hint: "a token of another type is meant for something else (RFC 8725 §3.11)"))
        } else if keepsEvidence {
            pass(.header, header.evidence)
        }
    }

    // MARK: - Claims

    private mutating func examinePayload(_ parts: borrowing JWSParts) -> JWTClaims? {
        let claims: JWTClaims
        do throws(AuthKeysError) {
            claims = try JWTClaims(parts.decoded, count: parts.payloadCount)
        } catch {
            fail(.claims, error.ofJSON(in: "payload"))
            for name in [JWTCheck.Name.issuer, .audience, .expiry, .notBefore, .age] {
                skip(name, "the claims could not be read")
            }
            return nil
        }
        if keepsEvidence { pass(.claims, "a JSON object, its registered claims of the right types") }
        examine(claims)
        return claims
    }

    // MARK: - Notes

    mutating func fail(_ name: JWTCheck.Name, _ error: AuthKeysError) {
        hasFailed = true
        checks.append(.failed(name, error))
    }

    mutating func pass(_ name: JWTCheck.Name, _ reason: String) {
        if keepsEvidence { checks.append(.passed(name, reason)) }
    }

    mutating func skip(_ name: JWTCheck.Name, _ reason: String) {
        if keepsEvidence { checks.append(.notChecked(name, reason)) }
    }
}

extension AuthKeysError {
    /// The reader of JSON does not know what it reads a part of.
    fileprivate func ofJSON(in part: StaticString) -> AuthKeysError {
        family == "json" ? about("the JSON of the \(part)") : self
    }
}
