public import Consumers
public import Encodings
package import KeyFormats

extension Evidence {
    /// The values that a program has. Each that is given counts before the variable that would hold it.
    ///
    /// ```swift
    /// let report = Examination.report(on: [Evidence(for: .convexAuth, at: now, variables: environment)])
    /// ```
    ///
    /// - Parameters:
    ///   - profile: the consumer they are for.
    ///   - time: now, for what expires; `nil` leaves that unchecked.
    ///   - variables: such as `JWT_PRIVATE_KEY`, `JWKS`, `CONVEX_SITE_URL` and their forms that end in `_BASE64`; others
    ///     are passed over. A file that one ending in `_FILE` names is not read.
    ///   - privateKey: the text of a private key.
    ///   - keySet: the text of a JWK set (RFC 7517 §5).
    ///   - token: a JWT in compact serialisation (RFC 7515 §7.1).
    ///   - issuer: the `iss` of the tokens (RFC 7519 §4.1.1).
    ///   - audience: the `aud` that is asked for (RFC 7519 §4.1.3); `nil` for the profile's own.
    public init(
        for profile: Profile, at time: NumericDate?, variables: [String: String] = [:], privateKey: String? = nil,
        keySet: String? = nil, token: String? = nil, issuer: String? = nil, audience: String? = nil
    ) {
        func value(_ text: String?, _ name: String) -> Value? {
            text.map { (SecretBytes(copying: $0.utf8.span), ValuePlace(.argument, name: name)) }
        }
        self.init(
            for: profile, at: time,
            variables: WatchedVariable.all.compactMap { name in
                variables[name].map { value in
                    VariableEvidence(
                        name: name, value: SecretBytes(copying: value.utf8.span),
                        place: ValuePlace(.environment, name: name))
                }
            },
            privateKey: value(privateKey, "the private key"), keySet: value(keySet, "the JWK set"),
            token: value(token, "the token"),
            issuer: issuer.map { IssuerEvidence($0, at: ValuePlace(.argument, name: "the issuer")) },
            audience: audience)
    }

    /// A value and where it was found.
    package typealias Value = (value: SecretBytes, place: ValuePlace)

    /// Each value that is given counts before the variables.
    package init(
        for profile: Profile, at time: NumericDate?, variables: [VariableEvidence], privateKey: Value?,
        keySet: Value?, token: Value?, issuer: IssuerEvidence?, audience: String?
    ) {
        self.init(profile: profile)
        self.time = time
        self.audience = audience ?? profile.tokenClaims?.audience
        self.variables = variables
        let values = EnvironmentValues(variables)
        self.privateKey = (privateKey ?? values.value(of: WatchedVariable.privateKey)).map {
            PrivateKeyEvidence(reading: $0.value, at: $0.place, for: profile)
        }
        self.keySet = (keySet ?? values.value(of: WatchedVariable.keySet)).map { value, place in
            value.withBytes { KeySetEvidence(reading: $0, path: keySet?.place.path, at: place) }
        }
        self.issuer = issuer ?? values.issuer(for: profile)
        self.token = token.map { TokenEvidence(reading: $0.value, at: $0.place) }
    }
}
