internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers
internal import CryptoOpenSSL
internal import Deployment
internal import Encodings
internal import HostSystem
internal import KeyRotation

/// How a change of a keyring gets to where it is used: a file of the set, a program, a Convex deployment.
struct RotationDelivery: Sendable {
    static let jwksOut = Option(
        "jwks-out", metavar: .file("FILE"), help: "Keep this file at the set that is to be published."
    ) { (text: String) throws(UsageError) -> String in
        guard !text.isEmpty, !text.utf8.elementsEqual("-".utf8) else { throw .invalidValue(text, "names no file") }
        try PastedText.refuse(text, inPlaceOf: "file")
        return text
    }
    static let hook = Option(
        "hook", metavar: .file("COMMAND"),
        help:
            "Run this program after a change, with the path of the new set as its last argument. Split at spaces, no shell."
    ) { (text: String) throws(UsageError) -> [String] in
        let words = text.split(separator: " ").map(String.init)
        guard let program = words.first, program.utf8.contains(UInt8(ascii: "/")) else {
            throw .invalidValue(
                text, "does not begin with the path of a program", hint: "write a path with a slash, such as ./publish")
        }
        return words
    }
    static let hookEnvironment = Option(
        "hook-env", metavar: "NAME", help: "Hand this variable of the environment on to the hook; may be repeated."
    ).repeatable
    static let hookTimeout = Option(
        "hook-timeout", metavar: "DURATION", help: "End the hook, and all that it started, after this long.",
        default: .value("5m")
    ) { (text: String) throws(UsageError) -> Duration in
        let duration = try DurationArgument.duration(text)
        guard duration > .zero, duration <= .seconds(86_400) else {
            throw .invalidValue(text, "is not between 1s and 1d")
        }
        return duration
    }
    static let push = Flag(
        "push", help: "Set JWT_PRIVATE_KEY and JWKS on the self-hosted Convex deployment, in one request.")

    static let specs = [jwksOut.spec, hook.spec, hookEnvironment.spec, hookTimeout.spec, push.spec]

    static let discussion =
        "The hook is run without a shell and without the environment of this command: it gets PATH, HOME, USER, LANG, TZ, "
        + "AUTHKEYS_KEYRING, AUTHKEYS_JWKS, AUTHKEYS_EVENT, AUTHKEYS_KID and AUTHKEYS_GENERATION, and what '--hook-env' "
        + "names. What it prints goes to standard error. When it fails, that is recorded, and the next run with '--hook' "
        + "runs it again before anything else; so a hook has to bear being run twice. "
        + "The keyring is locked meanwhile: a hook runs no command that changes it."

    private let jwksPath: String?
    private let hook: [String]?
    private let hookVariables: [String]
    private let timeLimit: Duration
    private let pushes: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        jwksPath = try arguments.value(of: Self.jwksOut)
        hook = try arguments.value(of: Self.hook)
        hookVariables = try arguments.values(of: Self.hookEnvironment)
        timeLimit = try arguments.required(Self.hookTimeout)
        pushes = arguments.contains(Self.push)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    /// Whether a change has to be handed over after it is made.
    var isExpected: Bool { hook != nil || pushes }

    /// How long another process may hold the lock before that is an error: as long as a hook may run.
    var patience: LockPatience { LockPatience(limit: timeLimit + .seconds(30)) }

    /// Before anything is changed.
    /// - Throws: `rotation.impossible` for a profile whose values no deployment takes; what
    ///   ``PublishedSetFile/check(beside:)`` throws.
    func check(_ keyring: Keyring, _ file: KeyringFile) throws(AuthKeysError) {
        if writesSet { try PublishedSetFile(path: setPath(file)).check(beside: file) }
        guard pushes, ![Profile.convexOIDC.name, Profile.convexCustomJWT.name].contains(keyring.profile.name) else {
            return
        }
        throw AuthKeysError(
            RotationCode.impossible,
            "'--push' sets the variables of a Convex deployment, and the keyring is for the profile \(keyring.profile.name)",
            hint: "hand the set over with --hook or --jwks-out")
    }

    /// Whether the file of the set is as it should be.
    func isPublished(_ keyring: Keyring) throws(AuthKeysError) -> Bool {
        guard let jwksPath else { return true }
        return try PublishedSetFile(path: jwksPath).isCurrent(keyring)
    }

    private var writesSet: Bool { jwksPath != nil || hook != nil }

    /// - Parameter change: what was made before, and is not undone when this fails.
    /// - Throws: `rotation.delivery-failed` after a change; else what ``PublishedSetFile`` throws.
    func publish(
        _ keyring: Keyring, after change: HistoryEntry.Event? = nil, _ file: KeyringFile, _ context: CommandContext
    ) throws(AuthKeysError) {
        guard writesSet else { return }
        let set = PublishedSetFile(path: setPath(file))
        do throws(AuthKeysError) { try set.write(keyring, beside: file, context, isQuiet: isQuiet) } catch {
            guard let change else { throw error }
            throw AuthKeysError(
                RotationCode.deliveryFailed,
                "the change is made, '\(change.name)', and the set could not be written: \(error.message)",
                hint: isExpected
                    ? retryHint(file)
                    : "mend that, then: authkeys rotation apply \(file.word) --if-due --jwks-out \(shellWord(set.path))",
                underlying: [error.description])
        }
    }

    private func retryHint(_ file: KeyringFile) -> String {
        "mend that, then run this with the same --hook or --push, and it begins with what is left to be handed over: "
            + "authkeys rotation apply \(file.word) --if-due"
    }

    private func setPath(_ file: KeyringFile) -> String { jwksPath ?? "\(file.path).jwks" }

    /// Hands the last change over, and records how that went.
    /// - Throws: `rotation.delivery-failed`.
    func deliver(
        _ keyring: inout Keyring, _ file: KeyringFile, at now: NumericDate, _ context: CommandContext,
        _ save: (inout Keyring) throws(AuthKeysError) -> Void
    ) throws(AuthKeysError) {
        guard isExpected, let pending = keyring.pendingDelivery else { return }
        try publish(keyring, after: pending.event, file, context)
        let failure = failure(of: pending, keyring, file, context)
        keyring.noteDelivery(at: max(now, keyring.lastDate), failure: failure?.message, user: context.userName)
        try save(&keyring)
        guard let failure else { return }
        throw AuthKeysError(
            RotationCode.deliveryFailed,
            "the change is made, '\(pending.event.name)', and handing it over failed: \(failure.message)",
            hint: retryHint(file),
            underlying: failure.underlying)
    }

    private struct Failure {
        let message: String
        var underlying: [String] = []
    }

    private func failure(
        of pending: PendingDelivery, _ keyring: Keyring, _ file: KeyringFile, _ context: CommandContext
    ) -> Failure? {
        if pushes {
            do throws(AuthKeysError) { try push(keyring, context) } catch {
                return Failure(message: error.message, underlying: [error.description])
            }
        }
        guard let hook else { return nil }
        let path = setPath(file)
        var environment = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
        for name in ["HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR"] + hookVariables {
            if let value = context.environment[name] { environment.append("\(name)=\(value)") }
        }
        environment += [
            "AUTHKEYS_KEYRING=\(file.path)", "AUTHKEYS_JWKS=\(path)", "AUTHKEYS_EVENT=\(pending.event.name)",
            "AUTHKEYS_KID=\(pending.keyID?.description ?? "")", "AUTHKEYS_GENERATION=\(keyring.generation)",
        ]
        let process = HookProcess(command: hook + [path], environment: environment, timeLimit: timeLimit)
        return process.run().map { Failure(message: "the hook '\(hook[0])': \($0)") }
    }

    private func push(_ keyring: Keyring, _ context: CommandContext) throws(AuthKeysError) {
        guard let signer = keyring.signingKey else { return }
        let set = Array(try keyring.publishedSet().json.compactJSON.utf8)
        let key = try signer.key.pkcs8PEMRepresentationOnOneLine()
        try key.withBytes { key throws(AuthKeysError) in
            _ = try keyring.profile.tryOut(privateKeyText: key, jwks: set.span, at: context.now())
        }
        let values = DeploymentVariables([
            DeploymentVariable(name: EmittedKey.privateKeyName, value: key),
            DeploymentVariable(name: EmittedKey.jwksName, value: SecretBytes(copying: set.span)),
        ])
        let client = try DeploymentClient(context)
        let stored = try client.variables()
        let plan = try PushPlan(setting: values, on: stored)
        guard !plan.changes.isEmpty else { return }
        if let lost = try client.set(plan.changes, replacing: stored), !isQuiet {
            context.console.warn("the values are set, though the answer was lost: \(lost.message)")
        }
    }
}
