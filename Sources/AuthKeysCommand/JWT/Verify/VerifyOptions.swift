internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers
internal import Encodings

/// What is accepted: the options of `jwt verify` that say so.
struct VerifyOptions: Sendable {
    let keyOrigin: KeyOrigin
    let passphraseSource: InputSource?
    let expectations: ClaimsExpectations
    let algorithms: [JWSAlgorithm]
    /// What `typ` may be.
    let types: [String]
    let profile: Profile
    let time: TimeArgument

    init(_ arguments: ParsedArguments) throws(UsageError) {
        profile = try arguments.required(Self.profile)
        keyOrigin = try KeyOrigin(arguments)
        passphraseSource = try arguments.value(of: KeyConvertCommand.passphraseFrom)
        time = try arguments.value(of: Self.at) ?? .relative(.zero)
        let named = try arguments.values(of: Self.algorithm)
        algorithms = named.isEmpty ? [.rs256] : named
        let types = try arguments.values(of: Self.type)
        self.types = types.isEmpty ? ["JWT"] : types
        expectations = ClaimsExpectations(
            issuer: try Self.issuer(arguments, keyOrigin: keyOrigin),
            audience: try Self.audience(arguments, profile: profile),
            leeway: try arguments.required(Self.leeway), maximumAge: try arguments.value(of: Self.maximumAge),
            requiresExpiry: !arguments.contains(Self.allowMissingExpiry))
        if profile.tokenClaims != nil { try refuseWhatProfileDoesNotDo(arguments) }
    }

    /// The answer is this consumer's, so nothing may be asked that it cannot do.
    private func refuseWhatProfileDoesNotDo(_ arguments: ParsedArguments) throws(UsageError) {
        guard case .exactly = expectations.issuer else {
            throw UsageError(
                .conflictingOptions, "\(profile.name) accepts no token without an issuer that it knows",
                hint: "give --issuer, the CONVEX_SITE_URL, instead of --any-issuer")
        }
        guard algorithms == [.rs256] else {
            throw UsageError(
                .conflictingOptions, "\(profile.name) verifies RS256 and nothing else of what is verified here",
                hint: "leave --algorithm out")
        }
        guard expectations.leeway == .zero else {
            throw UsageError(
                .conflictingOptions, "\(profile.name) gives an exp no leeway", hint: "leave --leeway out")
        }
        guard expectations.requiresExpiry else {
            throw UsageError(
                .conflictingOptions, "\(profile.name) accepts no token without exp",
                hint: "leave --allow-missing-exp out")
        }
    }

    // MARK: - Whose tokens, and for whom

    private static func issuer(
        _ arguments: ParsedArguments, keyOrigin: KeyOrigin
    ) throws(UsageError) -> ClaimsExpectations.Issuer {
        let named = try arguments.value(of: issuer)
        if case .issuer(let discovery) = keyOrigin {
            guard let named, !named.utf8.elementsEqual(discovery.issuer.utf8) else {
                return .exactly(discovery.issuer)
            }
            throw UsageError(
                .conflictingOptions, "'--issuer' and '--discover' name two issuers",
                hint: "leave --issuer out: it is the one whose keys are found")
        }
        if let named { return .exactly(named) }
        guard arguments.contains(anyIssuer) else {
            throw UsageError(
                .missingOption, "'authkeys jwt verify' needs '--issuer' or '--any-issuer'",
                hint: "--issuer ISSUER says whose tokens are accepted; --any-issuer leaves that to the keys alone")
        }
        return .any
    }

    private static func audience(
        _ arguments: ParsedArguments, profile: Profile
    ) throws(UsageError) -> ClaimsExpectations.Audience {
        let named = try arguments.value(of: audience)
        if let signed = profile.tokenClaims {
            guard !arguments.contains(anyAudience), named.map({ $0.utf8.elementsEqual(signed.audience.utf8) }) ?? true
            else {
                throw UsageError(
                    .conflictingOptions, "the audience of \(profile.name) is '\(signed.audience)' and nothing else",
                    hint: "leave --\(named == nil ? "any-audience" : "audience") out")
            }
            return .contains(signed.audience)
        }
        if let named { return .contains(named) }
        guard arguments.contains(anyAudience) else {
            throw UsageError(
                .missingOption, "'authkeys jwt verify' needs '--audience' or '--any-audience'",
                hint: "--audience AUDIENCE says for whom the token has to be; --any-audience accepts tokens that were "
                    + "made for other services too")
        }
        return .any
    }

    // MARK: - The options

    static let specs =
        KeyOrigin.specs + [
            KeyConvertCommand.passphraseFrom.spec, issuer.spec, anyIssuer.spec, audience.spec, anyAudience.spec,
            algorithm.spec, type.spec, leeway.spec, maximumAge.spec, allowMissingExpiry.spec, profile.spec, at.spec,
        ]

    static let groups: [OptionGroup] = [
        KeyOrigin.group, .atMostOne(issuer.spec, anyIssuer.spec), .atMostOne(audience.spec, anyAudience.spec),
        .atMostOne(KeyOrigin.discover.spec, anyIssuer.spec),
    ]

    static let issuer = Option("issuer", metavar: "ISSUER", help: "Who has to have signed: iss, byte for byte.")
    static let anyIssuer = Flag("any-issuer", help: "Do not look at iss: the keys alone say who signed.")
    static let audience = Option("audience", metavar: "AUDIENCE", help: "For whom it has to be: in aud, byte for byte.")
    static let anyAudience = Flag(
        "any-audience", help: "Do not look at aud: tokens for other services are accepted too.")

    static let algorithm = Option(
        "algorithm", metavar: "ALG", help: "A signature algorithm that is accepted.",
        allowed: JWSAlgorithm.all.map(\.name), default: .described("RS256"), convert: SignOptions.algorithm.convert
    ).repeatable

    static let type = Option(
        "type", metavar: "TYPE", help: "A typ that is accepted, as at+jwt; a token without typ is accepted too.",
        default: .described("JWT")
    ) { (text: String) throws(UsageError) -> String in
        guard !text.isEmpty else { throw UsageError(.invalidValue, "a typ is not empty", hint: "the usual one is JWT") }
        return text
    }.repeatable

    static let leeway = Option(
        "leeway", metavar: "DURATION", help: "How far the two clocks may differ: 90s, 5m.", default: .value("0s")
    ) { (text: String) throws(UsageError) -> Duration in try DurationArgument.duration(text) }

    static let maximumAge = Option(
        "max-age", metavar: "DURATION", help: "Refuse what was issued (iat) longer ago: 15m, 1h, 90d."
    ) { (text: String) throws(UsageError) -> Duration in try DurationArgument.duration(text) }

    static let allowMissingExpiry = Flag("allow-missing-exp", help: "Accept a token without exp, which never expires.")

    static let profile = Option(
        "profile", metavar: "NAME", help: "The consumer that must accept the token too.",
        allowed: Profile.all.map(\.name), default: .value(Profile.generic.name),
        convert: GenerateOptions.profile.convert)

    static let at = Option(
        "at", metavar: "TIME", help: "Verify as of this moment: \(TimeArgument.forms).", default: .described("now")
    ) { (text: String) throws(UsageError) -> TimeArgument in try TimeArgument(text) }
}
