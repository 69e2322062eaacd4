internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers
internal import CryptoOpenSSL
internal import Encodings

/// `authkeys jwt sign`
struct JWTSignCommand: Command {
    static let specification = CommandSpec(
        "sign", abstract: "Sign a token with a private key.",
        discussion: [
            "Prints the compact token and a line end. It has an iat, and an exp one hour later, unless something else is "
                + "said; iss, sub and aud are what is given. The header names the algorithm, typ JWT and the kid: the one "
                + "of a JWK, else the RFC 7638 thumbprint of the key.",
            "A value that begins with '-' is written with '=': --expires-in=-5m makes a token that has expired.",
            "'--profile convex-auth' signs exactly what Convex Auth signs: a header of the algorithm alone, and sub, "
                + "iat, iss, aud and exp in that order.",
        ],
        options: [
            SignOptions.key.spec, SignOptions.keyring.spec, KeyConvertCommand.passphraseFrom.spec, SignOptions.kid.spec,
            SignOptions.noKid.spec,
            SignOptions.algorithm.spec, SignOptions.profile.spec, ClaimsOptions.issuer.spec,
            ClaimsOptions.subject.spec, ClaimsOptions.audience.spec, ClaimsOptions.expiresIn.spec,
            ClaimsOptions.expiresAt.spec,
            ClaimsOptions.noExpiry.spec, ClaimsOptions.notBefore.spec, ClaimsOptions.jwtID.spec,
            ClaimsOptions.claim.spec, ClaimsOptions.claims.spec, SignOptions.count.spec, SignOptions.at.spec,
        ],
        optionGroups: [
            .exactlyOne(SignOptions.key.spec, SignOptions.keyring.spec),
            .atMostOne(SignOptions.kid.spec, SignOptions.noKid.spec),
            .atMostOne(ClaimsOptions.expiresIn.spec, ClaimsOptions.expiresAt.spec, ClaimsOptions.noExpiry.spec),
        ],
        examples: [
            .init(
                "authkeys jwt sign --key jwt_private_key.pem --issuer https://example.com --audience api --subject alice",
                "A token that is good for an hour."),
            .init(
                "authkeys jwt sign --key env:JWT_PRIVATE_KEY --profile convex-auth --issuer https://happy-animal-123.convex.site "
                    + "--subject 'user|session'", "What Convex Auth signs."),
            .init(
                "authkeys jwt sign --key key.pem --claim admin=true --claim 'roles=[\"a\",\"b\"]' --claim name=Ann",
                "Claims of your own: JSON where it is JSON, else text."),
        ],
        exitStatuses: [
            .init(0, "The tokens are printed."),
            .init(2, "The key or the claims could not be read, or do not make a token."),
            .init(64, "The command line is wrong."),
        ])

    private let options: SignOptions
    private let claims: ClaimsOptions
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        options = try SignOptions(arguments)
        claims = try ClaimsOptions(arguments, profile: options.profile, count: options.count)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
        try InputSource.checkStandardInputIsReadOnce([
            options.keySource, options.passphraseSource, claims.claimsSource,
        ])
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let key = try options.signingKey(context)
        // The fraction of a clock says nothing; one that was asked for is signed.
        let now = options.time.date(at: NumericDate(secondsSince1970: context.now().secondsSince1970))
        let plan = try ClaimsPlan(claims, profile: options.profile, at: now, reading: context.inputs)
        for index in 0..<options.count {
            let claims = try plan.claims()
            let token = try key.signer.sign(claims)
            if index == 0, !isQuiet {
                let clock = context.now()
                for warning in TokenWarnings.warnings(claims, byteCount: token.utf8.count, at: clock) {
                    context.console.warn(warning)
                }
            }
            if context.console.isGitHubActions {
                try context.console.printToError(Array("::add-mask::\(token)\n".utf8))
            }
            if printsJSON {
                try context.console.print(json(token, key, claims))
            } else {
                try context.console.print(token + "\n")
            }
        }
        return .success
    }

    private func json(_ token: String, _ key: SigningKey, _ claims: JSONValue) -> JSONValue {
        var members = [
            JSONMember(name: "schema", value: .string("authkeys.sign/1")),
            JSONMember(name: "token", value: .string(token)),
            JSONMember(name: "algorithm", value: .string(key.algorithm.name)),
        ]
        members.append(JSONMember(name: "kid", value: key.keyID.map { .string($0.description) } ?? .null))
        members.append(JSONMember(name: "thumbprint", value: .string(key.thumbprint.description)))
        let expiry = claims["exp"]?.number.map { NumericDate($0) }.flatMap { RFC3339.text($0) }
        members.append(JSONMember(name: "expires", value: expiry.map { .string($0) } ?? .null))
        members.append(JSONMember(name: "claims", value: claims))
        return .object(members)
    }
}
