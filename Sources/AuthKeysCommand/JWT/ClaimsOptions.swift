internal import CommandOptions
internal import Consumers
internal import Encodings

/// What a token is to say: the options of `jwt sign` that are about claims.
struct ClaimsOptions: Sendable {
    enum Expiry: Sendable {
        /// One hour, unless the other claims have an exp.
        case byDefault
        case after(Duration)
        case at(NumericDate)
        case never
    }

    enum JWTID: Sendable {
        case random
        case exactly(String)
    }

    let issuer: String?
    let subject: String?
    let audiences: [String]
    let expiry: Expiry
    let notBefore: TimeArgument?
    let jwtID: JWTID?
    /// Of `--claim`, in order.
    let claims: [JSONMember]
    let claimsSource: InputSource?

    init(_ arguments: ParsedArguments, profile: Profile, count: Int) throws(UsageError) {
        issuer = try arguments.value(of: Self.issuer)
        subject = try arguments.value(of: Self.subject)
        audiences = try arguments.values(of: Self.audience)
        expiry =
            if arguments.contains(Self.noExpiry) {
                .never
            } else if let duration = try arguments.value(of: Self.expiresIn) {
                .after(duration)
            } else if let date = try arguments.value(of: Self.expiresAt) {
                .at(date)
            } else {
                .byDefault
            }
        notBefore = try arguments.value(of: Self.notBefore)
        let jwtID = try arguments.value(of: Self.jwtID)
        claims = try arguments.values(of: Self.claim)
        claimsSource = try arguments.value(of: Self.claims)
        if count > 1, case .exactly = jwtID {
            throw UsageError(
                .conflictingOptions, "'--jwt-id' names one token, and '--count' asks for \(count)",
                hint: "--jwt-id auto gives each its own")
        }
        self.jwtID = count > 1 ? .random : jwtID
        if let signed = profile.tokenClaims { try require(signed, of: profile, count: count) }
    }

    /// Only what the consumer's own signer could have signed.
    private func require(_ signed: TokenClaims, of profile: Profile, count: Int) throws(UsageError) {
        guard issuer != nil, subject != nil else {
            throw UsageError(
                .missingOption, "a token of \(profile.name) has an issuer and a subject",
                hint: "add --issuer, the CONVEX_SITE_URL, and --subject, which is 'userId|sessionId'")
        }
        guard audiences.isEmpty || audiences.elementsEqual([signed.audience], by: { $0.utf8.elementsEqual($1.utf8) })
        else {
            throw UsageError(
                .conflictingOptions, "the audience of \(profile.name) is '\(signed.audience)' and nothing else",
                hint: "leave --audience out")
        }
        guard count == 1 else {
            throw UsageError(
                .conflictingOptions, "tokens of \(profile.name) have no jti that would tell them apart",
                hint: "sign one, or leave --profile out")
        }
        guard notBefore == nil, jwtID == nil else {
            throw UsageError(
                .conflictingOptions, "\(profile.name) signs no \(notBefore == nil ? "jti" : "nbf")",
                hint: "leave --\(notBefore == nil ? "jwt-id" : "not-before") out")
        }
        if case .never = expiry {
            throw UsageError(
                .conflictingOptions, "every token of \(profile.name) has an exp", hint: "leave --no-expiry out")
        }
    }

    // MARK: - The options

    static let issuer = Option("issuer", metavar: "ISSUER", help: "Who signs: iss.")
    static let subject = Option("subject", metavar: "SUBJECT", help: "Who it is about: sub.")
    static let audience = Option("audience", metavar: "AUDIENCE", help: "Who it is for: aud; several make an array.")
        .repeatable

    static let expiresIn = Option(
        "expires-in", metavar: "DURATION",
        help: "How long it is good: 90s, 15m, 1h, 90d, or ISO 8601 as PT1H; sets exp.",
        default: .described("1h")
    ) { (text: String) throws(UsageError) -> Duration in
        if let duration = try DurationArgument.signed(text) { return duration }
        return try DurationArgument.duration(text)
    }

    static let expiresAt = Option(
        "expires-at", metavar: "TIME", help: "Until when it is good: RFC 3339 or Unix seconds; sets exp."
    ) { (text: String) throws(UsageError) -> NumericDate in
        guard case .absolute(let date) = try TimeArgument(text) else {
            throw .invalidValue(
                text, "is counted from now", hint: "--expires-in counts; a time is 2026-11-20T09:00:00Z or 1795165200")
        }
        return date
    }

    static let noExpiry = Flag("no-expiry", help: "Put no exp into it; most verifiers refuse that.")

    static let notBefore = Option(
        "not-before", metavar: "TIME", help: "From when it is good: \(TimeArgument.forms); sets nbf."
    ) { (text: String) throws(UsageError) -> TimeArgument in try TimeArgument(text) }

    static let jwtID = Option(
        "jwt-id", metavar: "auto|ID", help: "The name of the token: jti; 'auto' is 128 random bits."
    ) { (text: String) throws(UsageError) -> JWTID in
        guard !text.utf8.isEmpty else {
            throw .invalidValue(text, "is an empty jti", hint: "leave the option out, or say auto")
        }
        return text.utf8.elementsEqual("auto".utf8) ? .random : .exactly(text)
    }

    static let claim = Option(
        "claim", metavar: "NAME=VALUE", help: "Another claim; VALUE is JSON where it is JSON, else a string."
    ) { (text: String) throws(UsageError) -> JSONMember in try Self.member(text) }.repeatable

    static let claims = Option(
        "claims", metavar: .source, help: "More claims, a JSON object: a path, '-', or env:NAME."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }

    private static func member(_ text: String) throws(UsageError) -> JSONMember {
        guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")), equals > text.startIndex else {
            throw UsageError(
                .invalidValue, "a claim is written NAME=VALUE",
                hint: "as in admin=true, or 'zip=\"01234\"' for a string")
        }
        let value = String(text[text.utf8.index(after: equals)...])
        return JSONMember(name: String(text[..<equals]), value: try Self.value(value))
    }

    private static func value(_ text: String) throws(UsageError) -> JSONValue {
        do throws(AuthKeysError) {
            return try JSON.parse(text, limits: .token)
        } catch {
            // Somebody meant JSON: signed as text it would be a surprise.
            guard let first = text.utf8.first, "{[\"".utf8.contains(first) else { return .string(text) }
            throw UsageError(
                .invalidValue, "the value of a claim begins like JSON and is none: \(error.message)",
                hint: error.hint ?? "a string that begins so is written as JSON, in double quotes")
        }
    }
}
