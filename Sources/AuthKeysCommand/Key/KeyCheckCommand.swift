internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Diagnosis
internal import Encodings
internal import KeyFormats
internal import KeyStrength

/// `authkeys key check`
struct KeyCheckCommand: Command {
    static let sources = ArgumentSpec(
        .source, .oneOrMore, help: "Keys or JWK sets: paths, '-', or env:NAME; http(s):// URLs of sets.")

    static let specification = CommandSpec(
        "check", abstract: "Judge the strength of keys.",
        discussion: [
            "Looks for what makes RSA keys weak: size, exponent, small factors, a square, close primes, the ROCA weakness "
                + "of some chips, primes that the given keys share, keys that were published, and numbers that are not "
                + "random; and whether the numbers of a private key agree. A key that a sound tool has made gives no "
                + "finding."
        ],
        arguments: [sources], options: [KeyConvertCommand.passphraseFrom.spec],
        examples: [
            .init("authkeys key check auth-keys/jwt_private_key.pem", "Say whether this key is sound."),
            .init("authkeys key check jwks.json old.pem new.pem", "Judge these, and look for primes that they share."),
        ],
        exitStatuses: [
            .init(0, "Every key is sound."), .init(1, "A key must not be used, or is none; the findings say why."),
            .init(2, "Something could not be read."), .init(64, "The command line is wrong."),
        ])

    private let sources: [InputSource]
    private let passphraseSource: InputSource?
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var sources: [InputSource] = []
        for text in arguments.values(of: Self.sources) { sources.append(try InputSource(text, allowsURL: true)) }
        self.sources = sources
        passphraseSource = try arguments.value(of: KeyConvertCommand.passphraseFrom)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
        try InputSource.checkStandardInputIsReadOnce(sources + [passphraseSource])
    }

    private struct Subject {
        let name: String
        let key: GivenKey
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        var findings: [Finding] = []
        let subjects = try subjects(context, unreadable: &findings)
        for subject in subjects {
            let publicKey = subject.key.material.publicKey
            findings += try RSAKeyStrength.weaknesses(of: publicKey).map { Finding($0, evidence: [subject.name]) }
            if case .privateKey(let key) = subject.key.material {
                findings += try RSAKeyStrength.disagreements(of: key.numbers())
                    .map { Finding($0, evidence: [subject.name]) }
            }
        }
        for shared in try RSAKeyStrength.sharedPrimes(among: subjects.map(\.key.material.publicKey)) {
            findings.append(
                Finding(shared.weakness, evidence: [subjects[shared.first].name, subjects[shared.second].name]))
        }
        findings = findings.inOrderOfExplanation()
        try print(findings, count: subjects.count, context.console)
        return findings.contains { $0.severity == .error } ? .negative : .success
    }

    /// - Parameter unreadable: gets a finding for each source that is no key: the answer for it is "no".
    private func subjects(
        _ context: CommandContext, unreadable: inout [Finding]
    ) throws(AuthKeysError) -> [Subject] {
        let inputs = KeyInputs(context, passphraseSource: passphraseSource)
        var subjects: [Subject] = []
        for source in sources {
            let text = try inputs.text(source)
            let keys: [GivenKey]
            do throws(AuthKeysError) { keys = try inputs.keys(in: text, of: source) } catch {
                guard KeyInputs.isVerdict(error) else { throw KeyInputs.naming(source, error) }
                unreadable.append(Finding(error, in: name(of: source)))
                continue
            }
            for (index, key) in keys.enumerated() {
                let kid = key.keyID.map { ", kid \(printsJSON ? $0.description : Escaper.json($0.description))" } ?? ""
                let place = keys.count > 1 ? ", key \(index + 1)" : ""
                subjects.append(Subject(name: "\(name(of: source))\(place)\(kid)", key: key))
            }
        }
        guard !subjects.isEmpty || !unreadable.isEmpty else {
            throw AuthKeysError(
                JOSECode.malformedSet, "there is no key in what was given", hint: "give a key, or a set that has one")
        }
        return subjects
    }

    /// JSON has quotes of its own, and a program wants the source as it was given.
    private func name(of source: InputSource) -> String {
        printsJSON ? source.typed : source.displayName
    }

    private func print(_ findings: [Finding], count: Int, _ console: Console) throws(AuthKeysError) {
        guard !printsJSON else { return try console.print(json: Array(JSONReport().report(findings).utf8)) }
        if findings.isEmpty {
            guard !isQuiet else { return }
            return try console.print(count == 1 ? "sound: 1 key\n" : "sound: \(count) keys\n")
        }
        try console.print(console.textReport.report(findings))
    }
}

extension Finding {
    fileprivate init(_ error: AuthKeysError, in name: String) {
        let place = error.location.map { ", \($0)" } ?? ""
        self.init(
            code: error.code, severity: .error, verdict: error.message, evidence: ["\(name)\(place)"],
            reason: "what cannot be read as an RSA key signs and verifies nothing", fix: error.hint.map { .edit($0) },
            explainedBy: nil)
    }
}
