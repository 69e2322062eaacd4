/// What verifiers will say of a token that can be read.
extension TokenReading {
    mutating func judgeHeader() {
        guard let header = headerJSON else { return }
        guard let value = header["alg"] else {
            return add(
                form == .encrypted ? .malformed : .refused, JOSECode.headerMember, "the header has no 'alg'",
                "every token says how it is signed (RFC 7515 §4.1.1)")
        }
        guard let algorithm = value.string else {
            return add(
                .refused, JOSECode.headerMember, "the header's 'alg' is \(value.typeName), expected a string", nil)
        }
        let shown = Escaper.json(algorithm, shownLength: 64)
        if form == .unsecured {
            add(
                .refused, TokenTextCode.unsecured,
                algorithm.lowercased() == "none"
                    ? "alg \(shown): the token is not signed, and anybody can have changed it"
                    : "the signature is empty",
                "no careful verifier accepts it, whatever it says (RFC 8725 §3.2)")
        } else if algorithm.utf8.starts(with: "HS".utf8) {
            add(
                .refused, TokenTextCode.symmetric,
                "alg \(shown): made with a secret that signer and verifier share",
                "no JWKS verifies it; a signer for a JWKS uses a private key and RS256")
        } else if form != .encrypted, JWSAlgorithm.named(algorithm) == nil {
            add(
                .refused, JOSECode.algorithm,
                "alg \(shown) is none of \(JWSAlgorithm.all.map(\.name).joined(separator: ", "))",
                "this tool makes and verifies RSA signatures of those")
        }
        for name in ["crit", "b64", "cty"] where header[name] != nil && form != .encrypted {
            add(
                .refused, JOSECode.headerMember, "the header has '\(name)', which changes what the token means",
                "a verifier that does not know it has to refuse the token (RFC 7515 §4.1.11)")
        }
        for name in ["kid", "typ"] {
            guard let value = header[name], value.string == nil else { continue }
            add(.refused, JOSECode.headerMember, "the header's '\(name)' is \(value.typeName), expected a string", nil)
        }
    }

    mutating func judgeClaims() {
        for member in claimsJSON?.members ?? [] {
            guard let type = RegisteredClaimType(name: member.name) else { continue }
            guard type.allows(member.value) else {
                add(
                    .refused, JWTCode.claimType,
                    "the claim \(member.name) is \(member.value.typeName), expected \(type)",
                    type == .date ? "a time is the number of seconds since 1970, without quotes" : nil)
                continue
            }
            guard type == .date, let number = member.value.number else { continue }
            if NumericDate(number).secondsSince1970 > RFC3339.lastSecond {
                add(
                    .refused, TokenTextCode.milliseconds,
                    "the claim \(member.name) is after the year 9999: it counts milliseconds, it seems",
                    "a time is the number of seconds since 1970 (RFC 7519 §2): divide by 1000")
            }
        }
    }

    /// A signature of RSA is as long as the modulus: at least 256 bytes, and from there in steps of any size.
    mutating func judgeSignature() {
        let isOfRSA = headerJSON?["alg"]?.string.flatMap { JWSAlgorithm.named($0) } != nil
        switch signatureLength {
        case .success(let length)? where isOfRSA && length < 256 && length % 16 != 0: break
        case .failure(let error)? where error.code == Base64Code.invalidLength.code: break
        default: return
        }
        let count = signatureCharacterCount
        add(
            .malformed, TokenTextCode.truncated,
            "the signature has \(count) \(count == 1 ? "character" : "characters")\(isOfRSA ? "; one of RSA with 2048 bits has 342" : "")",
            "copy the token again, to the end")
    }
}
