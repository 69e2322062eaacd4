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
            if keepsEvidence, let issuer = claims.issuer { pass(.issuer, "iss is \(ClaimMismatch.shown(issuer))") }
            return
        }
        fail(.issuer, ClaimMismatch(claim: "iss", found: claims.issuer.map { [$0] }, expected: issuers).error(.issuer))
    }

    private mutating func examineAudience(_ claims: JWTClaims) {
        guard let audiences = rules.audiences else {
            return skip(.audience, "any audience is accepted")
        }
        guard !claims.audience(containsOneOf: audiences) else {
            if keepsEvidence {
                pass(.audience, "aud is \(ClaimMismatch.shown(claims.audience))")
            }
            return
        }
        let found = claims.hasAudience ? claims.audience : nil
        fail(.audience, ClaimMismatch(claim: "aud", found: found, expected: audiences).error(.audience))
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
