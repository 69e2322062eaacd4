internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings

/// `authkeys jwks merge`
struct JWKSMergeCommand: Command {
    static let others = ArgumentSpec(
        .source, .oneOrMore, help: "The sets to take over: paths, '-', env:NAME, or http(s):// URLs.")

    static let specification = CommandSpec(
        "merge", abstract: "Take the keys of other sets into a set, in place.",
        discussion: [
            "Keys that are new go to the end, in their order. The same key under the same kid is one; two different keys "
                + "under one kid are refused, and then nothing is taken over."
        ],
        arguments: [JWKSFile.argument, others],
        examples: [.init("authkeys jwks merge all.json east.json west.json", "One set for two services.")],
        exitStatuses: [
            .init(0, "The set has all the keys."),
            .init(2, "Keys contradict each other, or a file failed; the set is as it was."),
            .init(64, "The command line is wrong."),
        ])

    private let file: JWKSFile
    private let others: [InputSource]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try JWKSFile(arguments)
        var others: [InputSource] = []
        for text in arguments.values(of: Self.others) { others.append(try InputSource(text, allowsURL: true)) }
        self.others = others
        try InputSource.checkStandardInputIsReadOnce(others)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        var sets: [JWKSetEditor] = []
        for other in others {
            let text = try JWKSInput.text(other, context)
            do throws(AuthKeysError) {
                try JWKSInput.refuseKey(text, in: other)
                sets.append(try text.withBytes { bytes throws(AuthKeysError) in try JWKSetEditor(reading: bytes) })
            } catch { throw error.about(other.displayName) }
        }
        let report = try file.edit(context) { editor throws(AuthKeysError) in
            var count = 0
            for set in sets { count += try editor.merge(set) }
            return JWKSEditReport(added: editor.keyIDs.suffix(count), keyIDs: editor.keyIDs)
        }
        try file.tell(report, "\(report.added.count.counted("key")) new in \(file.name)", context.console)
        return .success
    }
}
