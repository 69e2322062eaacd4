internal import AuthKeysJOSE
internal import Consumers
internal import CryptoOpenSSL
internal import Encodings

/// The claims of the tokens of one command, whose names agree with each other.
struct ClaimsPlan: Sendable {
    /// Registered claims, without a random jti.
    private let registered: [JSONMember]
    private let others: [JSONMember]
    private let hasRandomJWTID: Bool
    private let arrangement: TokenClaims?

    /// The lifetime of a token for which none is named.
    static let defaultLifetime = Duration.seconds(3_600)

    init(
        _ options: ClaimsOptions, profile: Profile, at now: NumericDate, reading inputs: InputReader
    ) throws(AuthKeysError) {
        let others = try Self.file(options.claimsSource, inputs) + options.claims
        let names = Set(others.map { Array($0.name.utf8) })
        try Self.refuseDuplicates(others)
        if profile.tokenClaims != nil { try Self.refuseReserved(others, profile) }
        var registered: [JSONMember] = []
        func set(_ name: String, _ value: JSONValue?, option: String) throws(AuthKeysError) {
            guard let value else { return }
            guard !names.contains(Array(name.utf8)) else {
                throw AuthKeysError(
                    UsageCode.conflictingOptions,
                    "the claim \(name) is given twice: by '\(option)' and among the claims",
                    hint: "leave one of them out")
            }
            registered.append(JSONMember(name: name, value: value))
        }
        func set(_ name: String, _ date: NumericDate, option: String) throws(AuthKeysError) {
            try Self.requireSignable(date, as: name, option: option, profile)
            try set(name, date.json, option: option)
        }
        try set("iss", options.issuer.map { .string($0) }, option: "--issuer")
        try set("sub", options.subject.map { .string($0) }, option: "--subject")
        let audiences =
            options.audiences.isEmpty ? (profile.tokenClaims.map { [$0.audience] } ?? []) : options.audiences
        try set(
            "aud",
            audiences.count == 1
                ? .string(audiences[0]) : audiences.isEmpty ? nil : .array(audiences.map { .string($0) }),
            option: "--audience")
        if !names.contains(Array("iat".utf8)) { try set("iat", now, option: "--at") }
        if let notBefore = options.notBefore { try set("nbf", notBefore.date(at: now), option: "--not-before") }
        switch options.expiry {
        case .after(let duration): try set("exp", now + duration, option: "--expires-in")
        case .at(let date): try set("exp", date, option: "--expires-at")
        case .byDefault:
            if !names.contains(Array("exp".utf8)) { try set("exp", now + Self.defaultLifetime, option: "--at") }
        case .never where names.contains(Array("exp".utf8)): try set("exp", .null, option: "--no-expiry")
        case .never: break
        }
        switch options.jwtID {
        case .exactly(let id): try set("jti", .string(id), option: "--jwt-id")
        case .random where names.contains(Array("jti".utf8)): try set("jti", .null, option: "--jwt-id auto")
        case .random, nil: break
        }
        self.registered = registered
        self.others = others
        arrangement = profile.tokenClaims
        if case .random = options.jwtID { hasRandomJWTID = true } else { hasRandomJWTID = false }
    }

    /// Those of the next token.
    func claims() throws(AuthKeysError) -> JSONValue {
        if let arrangement { return arrangement.arranged(registered, others: others) }
        guard hasRandomJWTID else { return .object(registered + others) }
        let random = try RandomBytes.make(16)
        let jwtID = Base64URL.encode(random.span)
        return .object(registered + [JSONMember(name: "jti", value: .string(jwtID))] + others)
    }

    private static func file(_ source: InputSource?, _ inputs: InputReader) throws(AuthKeysError) -> [JSONMember] {
        guard let source else { return [] }
        let limits = JSONLimits.token
        let text = try inputs.read(source, limit: limits.bytes)
        let json: JSONValue
        do throws(AuthKeysError) {
            json = try text.withBytes { bytes throws(AuthKeysError) in try JSON.parse(bytes, limits: limits) }
        } catch {
            throw error.about(source.displayName)
        }
        guard let members = json.members else {
            throw AuthKeysError(
                JWTCode.claims, "\(source.displayName): \(json.typeName) where claims, an object, are expected",
                hint: "write {\"name\":value,…}")
        }
        return members
    }

    private static func refuseDuplicates(_ members: [JSONMember]) throws(AuthKeysError) {
        var names: Set<[UInt8]> = []
        for member in members where !names.insert(Array(member.name.utf8)).inserted {
            throw AuthKeysError(
                UsageCode.conflictingOptions, "the claim \(Escaper.json(member.name)) is given twice",
                hint: "leave one of them out")
        }
    }

    /// A time that was meant. What is beyond is signed when it is written as a claim.
    private static func requireSignable(
        _ date: NumericDate, as name: String, option: String, _ profile: Profile
    ) throws(AuthKeysError) {
        guard RFC3339.text(date) != nil else {
            throw AuthKeysError(
                UsageCode.invalidValue, "'\(option)' makes \(name) a time outside of the years 0 to 9999",
                hint: "give a nearer one; --no-expiry makes a token that does not end")
        }
        guard date.nanoseconds == 0 || profile.tokenClaims == nil else {
            throw AuthKeysError(
                UsageCode.invalidValue, "'\(option)' makes \(name) \(date), and \(profile.name) signs whole seconds",
                hint: "leave the fraction out")
        }
    }

    private static func refuseReserved(_ others: [JSONMember], _ profile: Profile) throws(AuthKeysError) {
        for member in others where TokenClaims.reserved.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
            throw AuthKeysError(
                UsageCode.conflictingOptions, "the claim \(member.name) is reserved: \(profile.name) sets it itself",
                hint: "use --issuer, --subject and --expires-in, or leave --profile out")
        }
    }
}
