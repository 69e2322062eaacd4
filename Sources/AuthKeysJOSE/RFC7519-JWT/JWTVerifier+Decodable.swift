extension JWTVerifier {
    /// The same, with the claims as a type of the caller's.
    ///
    /// What does not fit that type is a failed ``JWTCheck/Name/claims``: a good signature over claims that the program
    /// does not expect is no token for it.
    public func verify<Claims: Decodable & Sendable>(
        _ token: String, as type: Claims.Type, at time: NumericDate
    ) throws(JWTRefusal) -> VerifiedJWT<Claims> {
        let verified = try verify(token, at: time)
        do throws(AuthKeysError) {
            return verified.with(claims: try verified.registeredClaims.json.decoded(as: type))
        } catch {
            throw JWTRefusal(failures: [.failed(.claims, error)])
        }
    }
}

extension VerifiedJWT {
    fileprivate func with<Other>(claims: Other) -> VerifiedJWT<Other> {
        VerifiedJWT<Other>(claims: claims, registeredClaims: registeredClaims, keys: keys, selection: selection)
    }
}
