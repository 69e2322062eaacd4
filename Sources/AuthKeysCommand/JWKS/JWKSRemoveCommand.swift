internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings

/// `authkeys jwks remove`
struct JWKSRemoveCommand: Command {
    static let keyIDs = ArgumentSpec(
        "KID", .oneOrMore, help: "The kids of the keys; a key without one goes by its thumbprint.")

    static let specification = CommandSpec(
        "remove", abstract: "Remove keys from a set, in place.",
        discussion: [
            "All are removed or none: a kid that is not there is refused, with those that are. What else is in the file "
                + "stays as it is, byte for byte."
        ],
        arguments: [JWKSFile.argument, keyIDs],
        examples: [.init("authkeys jwks remove jwks.json old-key", "Stop publishing a key.")],
        exitStatuses: [
            .init(0, "The keys were removed."),
            .init(2, "A kid is not there, or a file failed; the set is as it was."),
            .init(64, "The command line is wrong."),
        ])

    private let file: JWKSFile
    private let keyIDs: [KeyID]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try JWKSFile(arguments)
        var keyIDs: [KeyID] = []
        for text in arguments.values(of: Self.keyIDs) where !keyIDs.contains(KeyID(text)) { keyIDs.append(KeyID(text)) }
        self.keyIDs = keyIDs
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let report = try file.edit(context) { editor throws(AuthKeysError) in
            // Each is looked for in the set as it is: a refusal names all the kids there are.
            for keyID in keyIDs {
                var trial = editor
                try trial.remove(keyID)
            }
            for keyID in keyIDs { try editor.remove(keyID) }
            return JWKSEditReport(removed: keyIDs, keyIDs: editor.keyIDs)
        }
        let removed = keyIDs.map { Escaper.json($0.description) }.joined(separator: ", ")
        try file.tell(report, "removed \(removed) from \(file.name), \(report.countText)", context.console)
        if report.keyIDs.isEmpty { context.console.warn("\(file.name) has no key left: every token is refused") }
        return .success
    }
}
