internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers

/// What `authkeys generate` can be told.
package struct GenerateOptions: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case dotenv, json
    }

    enum Destination: Sendable {
        case standardOutput
        case folder(String)
    }

    let destination: Destination
    let size: RSAPrivateKey.Size
    /// `nil` for the key's thumbprint.
    let keyID: KeyID?
    let profile: Profile
    let format: Format
    let isReplacing: Bool
    let printsJSON: Bool
    let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let out = try arguments.required(Self.out)
        destination = out.utf8.elementsEqual("-".utf8) ? .standardOutput : .folder(out)
        size = try arguments.required(Self.bits)
        keyID = try arguments.value(of: Self.kid)
        profile = try arguments.required(Self.profile)
        format = try arguments.required(Self.format)
        isReplacing = arguments.contains(Self.force)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
        if case .standardOutput = destination { try refuseOptionsOfAFolder() }
    }

    private func refuseOptionsOfAFolder() throws(UsageError) {
        if printsJSON {
            throw UsageError(
                .conflictingOptions,
                "'--json' prints a result without the private key, and '--out -' prints the private key",
                hint: "authkeys generate --out - --format json prints both values as JSON")
        }
        if isReplacing {
            throw UsageError(
                .conflictingOptions, "'--force' replaces a folder, and '--out -' writes none",
                hint: "leave one of them out"
            )
        }
    }

    // MARK: - The options

    static let out = Option(
        "out", metavar: .folder("DIR|-"),
        help: "The folder to make; '-' prints the two values, with the private key, to standard output.",
        default: .value(KeyPairFolder.defaultName)
    ) { (text: String) throws(UsageError) -> String in
        guard !text.isEmpty else { throw .invalidValue(text, "names no folder") }
        try PastedText.refuse(text, inPlaceOf: "folder")
        return text
    }

    static let bits = Option(
        "bits", metavar: "BITS", help: "The length of the modulus, in bits.",
        allowed: RSAPrivateKey.Size.allCases.map { String($0.rawValue) }, default: .value("2048")
    ) { (text: String) throws(UsageError) -> RSAPrivateKey.Size in
        guard let size = Int(text).flatMap(RSAPrivateKey.Size.init(rawValue:)) else {
            throw .invalidValue(text, "is not a size that is made")
        }
        return size
    }

    static let kid = Option(
        "kid", metavar: "KID", help: "The name of the key in the JWKS.",
        default: .described("its RFC 7638 thumbprint")
    ) { (text: String) throws(UsageError) -> KeyID in
        do throws(AuthKeysError) {
            return try KeyID(assigning: text)
        } catch {
            throw .invalidValue(text, "is \(error.message)", hint: error.hint)
        }
    }

    static let profile = Option(
        "profile", metavar: "NAME", help: "The consumer that must accept the keys.",
        allowed: Profile.all.map(\.name), default: .value(Profile.convexAuth.name)
    ) { (text: String) throws(UsageError) -> Profile in
        guard let profile = Profile.named(text) else { throw .invalidValue(text, "is no profile") }
        return profile
    }

    static let format = Option(
        "format", metavar: "FORMAT", help: "How the two values are written.", default: Format.dotenv)

    static let force = Flag(
        "force", help: "Replace a folder of keys; the old one is kept beside it under a dated name.")
}
