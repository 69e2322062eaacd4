extension JWTExamination {
    mutating func examine(_ claims: JWTClaims) {
        examineIssuer(claims)
        examineAudience(claims)
        examineExpiry(claims.expiresAt)
        examineNotBefore(claims.notBefore)
        examineAge(claims.issuedAt)
    }

    private mutating func examineIssuer(_ claims: JWTClaims) {
        guard let issuers = rules.issuers else {
            return skip(.issuer, "any issuer is accepted")
        }
        guard !claims.issuer(isOneOf: issuers) else {
            if keepsEvidence, let issuer = claims.issuer { pass(.issuer, "iss is \(Escaper.json(issuer))") }
            return
        }
        fail(.issuer, Mismatch(claim: "iss", found: claims.issuer.map { [$0] }, expected: issuers).error(.issuer))
    }

    private mutating func examineAudience(_ claims: JWTClaims) {
        guard let audiences = rules.audiences else {
            return skip(.audience, "any audience is accepted")
        }
        guard !claims.audience(containsOneOf: audiences) else {
            if keepsEvidence {
                pass(.audience, "aud is \(claims.audience.map { Escaper.json($0) }.joined(separator: ", "))")
            }
            return
        }
        let found = claims.hasAudience ? claims.audience : nil
        fail(.audience, Mismatch(claim: "aud", found: found, expected: audiences).error(.audience))
    }

    /// RFC 7519 §4.1.4: the moment of `exp` is already too late.
    private mutating func examineExpiry(_ expiry: NumericDate?) {
        guard let expiry else {
            guard rules.expectations.requiresExpiry else { return skip(.expiry, "the token has no exp, as allowed") }
            return fail(
                .expiry,
                AuthKeysError(
                    JWTCode.missingClaim, "the token has no exp, so it would be good for ever",
                    hint: "whoever signs it should set exp"))
        }
        // Adding the leeway takes a division; most tokens do not need it.
        guard time >= expiry, time >= expiry + rules.leeway else {
            if keepsEvidence {
                let left = time < expiry ? "expires in" : "within the leeway, expired since"
                pass(.expiry, "\(left) \((expiry - time).phrase), at \(expiry)\(leewayNote)")
            }
            return
        }
        fail(
            .expiry,
            AuthKeysError(
                JWTCode.expired, "expired \((time - expiry).phrase) ago at \(expiry)\(leewayNote)",
                hint: "get a new token; if it is new, compare the clocks of the two machines"))
    }

    private mutating func examineNotBefore(_ start: NumericDate?) {
        guard let start else { return skip(.notBefore, "the token has no nbf") }
        guard time < start, time < start - rules.leeway else {
            if keepsEvidence { pass(.notBefore, "valid since \(start)\(leewayNote)") }
            return
        }
        fail(
            .notBefore,
            AuthKeysError(
                JWTCode.notYetValid, "not valid for another \((start - time).phrase), until \(start)\(leewayNote)",
                hint: "compare the clocks of the two machines"))
    }

    private mutating func examineAge(_ issued: NumericDate?) {
        guard let maximum = rules.expectations.maximumAge else { return skip(.age, "no maximum age was asked for") }
        guard let issued else {
            return fail(
                .age,
                AuthKeysError(JWTCode.missingClaim, "the token has no iat, so its age is not known"))
        }
        let age = time - issued
        if age > maximum + rules.leeway {
            fail(
                .age,
                AuthKeysError(
                    JWTCode.tooOld,
                    "issued \(age.phrase) ago at \(issued) where at most \(maximum.phrase) is accepted\(leewayNote)"))
        } else if age < .zero - rules.leeway {
            fail(
                .age,
                AuthKeysError(
                    JWTCode.issuedInFuture, "issued \(age.phrase) in the future at \(issued)\(leewayNote)",
                    hint: "compare the clocks of the two machines"))
        } else if keepsEvidence {
            pass(.age, "issued \(age.phrase) ago at \(issued)\(leewayNote)")
        }
    }

    private var leewayNote: String { ", leeway \(rules.leeway.phrase)" }
}

/// A claim that is not what was expected, in words that show the difference where eyes miss it.
private struct Mismatch {
    let claim: String
    let found: [String]?
    let expected: [[UInt8]]

    func error(_ code: JWTCode) -> AuthKeysError {
        let wanted = expected.map { Escaper.json(String(decoding: $0, as: UTF8.self)) }.joined(separator: " or ")
        guard let found else {
            return AuthKeysError(code, "the token has no \(claim) where \(wanted) is expected")
        }
        let shown = found.isEmpty ? "an empty array" : found.map { Escaper.json($0) }.joined(separator: ", ")
        return AuthKeysError(
            code, "\(claim) is \(shown) where \(wanted) is expected",
            hint: difference(found).map { "they differ \($0)" })
    }

    private func difference(_ found: [String]) -> String? {
        for found in found {
            for expected in expected {
                if let difference = Self.difference(Array(found.utf8), expected) { return difference }
            }
        }
        return nil
    }

    private static func difference(_ found: [UInt8], _ expected: [UInt8]) -> String? {
        let slash = UInt8(ascii: "/")
        if found == expected + [slash] || found + [slash] == expected { return "by the slash at the end" }
        let texts = [found, expected].map { String(decoding: $0, as: UTF8.self) }
        // Swift compares strings by canonical equivalence.
        if texts[0] == texts[1] { return "in how a character is encoded, though they look the same" }
        if texts[0].asciiLowercased == texts[1].asciiLowercased { return "in upper and lower case" }
        let trimmed = [found, expected].map { $0.filter { $0 > 0x20 } }
        return trimmed[0] == trimmed[1] ? "in white space" : nil
    }
}
