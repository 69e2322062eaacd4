internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem
internal import KeyFormats
internal import KeyStrength

/// `authkeys key convert`
struct KeyConvertCommand: Command {
    enum Target: String, CaseIterable, Sendable {
        case pkcs8, pkcs1, spki
        case pkcs1Public = "pkcs1-public"
        case jwk

        var form: KeyForm? { KeyForm(rawValue: rawValue) }
    }

    static let source = ArgumentSpec(
        .source, help: "The key: a path, '-', or env:NAME; any form, recognised by content.")
    static let to = Option<Target>(
        "to", metavar: "FORM", help: "The form to write.", isRequired: true, allowed: Target.allCases.map(\.rawValue)
    ) { (text: String) throws(UsageError) -> Target in
        guard let target = Target(rawValue: text) else { throw .invalidValue(text, "is no form of a key") }
        return target
    }
    static let der = Flag("der", help: "Write DER instead of PEM.")
    static let isPublic = Flag(
        "public", help: "Write the public JWK of a private key; '--to jwk' alone writes the private one.")
    static let encrypt = Flag(
        "encrypt", help: "Encrypt the private key (PKCS#8, AES-256-CBC, PBKDF2 with 600,000 iterations).")
    static let passphraseFrom = Option(
        "passphrase-from", metavar: .source,
        help:
            "Where the passphrase is: a file, '-', or env:NAME. It opens an encrypted key, and seals one with '--encrypt'.",
        default: .described("a prompt on the terminal")
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }
    static let newPassphraseFrom = Option(
        "new-passphrase-from", metavar: .source,
        help: "Where the passphrase to seal with is, when it differs from the one that opens.",
        default: .described("the same as --passphrase-from")
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }

    static let specification = CommandSpec(
        "convert", abstract: "Write a key in another form.",
        discussion: [
            "Reads PKCS#8, PKCS#1, SubjectPublicKeyInfo, PKCS#1 public and JWK, in PEM or DER, plain or encrypted, and "
                + "writes the form that is named, byte-equal to what openssl writes. The public forms of a private key "
                + "hold its public half.",
            "The numbers of a private key are checked before it is written: most readers accept a key whose numbers "
                + "disagree, and a wrong one of them gives the key away with the first signature.",
        ],
        arguments: [source],
        options: [to.spec, der.spec, isPublic.spec, encrypt.spec, passphraseFrom.spec, newPassphraseFrom.spec]
            + OutputOption.specs,
        examples: [
            .init(
                "authkeys key convert old.pem --to pkcs8 --out new.pem", "PKCS#1, as older tools write it, to PKCS#8."),
            .init("authkeys key convert jwt_private_key.pem --to spki", "Print the public key."),
            .init(
                "authkeys key convert key.pem --to pkcs8 --encrypt --out sealed.pem",
                "Encrypt a key; the passphrase is asked for."),
        ],
        exitStatuses: [
            .init(0, "The key is written."),
            .init(2, "A key or file could not be read or written, or the numbers do not agree."),
            .init(64, "The command line is wrong."),
        ])

    private let source: InputSource
    private let target: Target
    private let isDER: Bool
    private let wantsPublic: Bool
    private let isEncrypted: Bool
    private let passphraseSource: InputSource?
    private let newPassphraseSource: InputSource?
    private let output: OutputOption

    init(_ arguments: ParsedArguments) throws(UsageError) {
        source = try InputSource(arguments.required(Self.source))
        target = try arguments.required(Self.to)
        isDER = arguments.contains(Self.der)
        wantsPublic = arguments.contains(Self.isPublic)
        isEncrypted = arguments.contains(Self.encrypt)
        passphraseSource = try arguments.value(of: Self.passphraseFrom)
        newPassphraseSource = try arguments.value(of: Self.newPassphraseFrom)
        output = try OutputOption(arguments, isJSON: target == .jwk && wantsPublic)
        try refuseContradictions()
        try InputSource.checkStandardInputIsReadOnce([source, passphraseSource, newPassphraseSource])
        if writesSecret { try output.requirePlace(forSecret: "a private key") }
    }

    private func refuseContradictions() throws(UsageError) {
        if isEncrypted, target != .pkcs8 {
            throw UsageError(
                .conflictingOptions, "'--encrypt' writes PKCS#8, and '--to \(target.rawValue)' another form",
                hint: "--to pkcs8 --encrypt")
        }
        if isDER, target == .jwk {
            throw UsageError(
                .conflictingOptions, "'--der' writes ASN.1, and '--to jwk' JSON", hint: "leave one of them out")
        }
        if wantsPublic, target != .jwk {
            throw UsageError(
                .conflictingOptions, "'--public' belongs to '--to jwk'", hint: "--to spki writes the public key as PEM")
        }
        if newPassphraseSource != nil, !isEncrypted {
            throw UsageError(
                .conflictingOptions, "'--new-passphrase-from' seals a key, and '--encrypt' is not given",
                hint: "add --encrypt")
        }
    }

    private var writesSecret: Bool {
        switch target {
        case .pkcs8, .pkcs1: true
        case .spki, .pkcs1Public: false
        case .jwk: !wantsPublic
        }
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check(isSecret: writesSecret)
        let keys = KeyInputs(context, passphraseSource: passphraseSource)
        let given = try keys.key(source)
        if case .privateKey(let key) = given.material { try KeyAgreement.require(key, in: source) }
        if writesSecret, case .publicKey = given.material {
            throw AuthKeysError(
                KeyCode.publicOnly, "\(source.displayName) holds a public key, which has no private half to write",
                hint: "give the private key; --to \(target == .jwk ? "jwk --public" : "spki") writes the public one")
        }
        if let form = target.form {
            let encryption = try isEncrypted ? KeyEncryption(passphrase: newPassphrase(keys)) : nil
            let encoded = try given.material.encoded(as: form, isDER ? .der : .pem, encryption: encryption)
            if writesSecret { try output.maskForGitHub(encoded, context.console) }
            try output.write(encoded, isSecret: writesSecret, isText: !isDER, context.console)
        } else {
            try writeJWK(given, context)
        }
        return .success
    }

    private func newPassphrase(_ keys: KeyInputs) throws(AuthKeysError) -> SecretBytes {
        try keys.passphrases.newPassphrase(
            for: output.file.map { "'\($0)'" } ?? "the key", from: newPassphraseSource ?? passphraseSource)
    }

    private func writeJWK(_ given: GivenKey, _ context: CommandContext) throws(AuthKeysError) {
        let publicKey = given.material.publicKey
        let keyID = if let keyID = given.keyID { keyID } else { try publicKey.thumbprint() }
        guard !wantsPublic else {
            let text = JWK(publicKey, keyID: keyID).json.compactJSON + "\n"
            return try output.write(Array(text.utf8), isSecret: false, context.console)
        }
        guard case .privateKey(let key) = given.material else { return }
        var text = SecretBuilder()
        let json = try PrivateJWK(key, keyID: keyID).jsonRepresentation()
        json.withBytes { text.append($0) }
        text.append("\n")
        let line = text.finish()
        try output.maskForGitHub(line, context.console)
        try output.write(line, isSecret: true, context.console)
    }
}
