internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings

/// `authkeys jwks list`
struct JWKSListCommand: Command {
    static let specification = CommandSpec(
        "list", abstract: "The keys of a set, as a table or as JSON.",
        discussion: ["The last column says whether the kid is the thumbprint of the key (RFC 7638)."],
        arguments: [JWKSInput.argument],
        examples: [
            .init("authkeys jwks list jwks.json", "Show what is in the file."),
            .init("authkeys jwks list https://example.com/.well-known/jwks.json", "Show what is published."),
        ],
        exitStatuses: [
            .init(0, "The keys are listed."),
            .init(2, "The set could not be read."),
            .init(64, "The command line is wrong."),
        ])

    private let source: InputSource
    private let printsJSON: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        source = try JWKSInput.source(arguments)
        printsJSON = arguments.contains(CommandTree.json)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let text = try JWKSInput.text(source, context)
        let listing: JWKSetListing
        do throws(AuthKeysError) {
            try JWKSInput.refuseKey(text, in: source)
            listing = try text.withBytes { bytes throws(AuthKeysError) in
                try JWKSetListing(JWKSetDocument(reading: bytes))
            }
        } catch { throw error.about(source.displayName) }
        guard !printsJSON else {
            let json = JSONValue.object(["schema": .string("authkeys.jwks-list/1"), "keys": listing.json])
            try context.console.print(json)
            return .success
        }
        try context.console.print(table(listing, context.console))
        return .success
    }

    private func table(_ listing: JWKSetListing, _ console: Console) -> String {
        guard !listing.rows.isEmpty else { return "no keys\n" }
        let rows =
            [["KID", "ALG", "USE", "BITS", "THUMBPRINT"]]
            + listing.rows.map { row in
                [
                    row.keyID.map { console.escaped($0.description) } ?? "-", row.algorithm.map(console.escaped) ?? "-",
                    row.use.map(console.escaped) ?? "-",
                    row.bits.map { String($0) } ?? row.keyType.map(console.escaped) ?? "-",
                    Self.match(row),
                ]
            }
        let widths = rows[0].indices.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.unicodeScalars.count) }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    private static func match(_ row: JWKSetListing.Row) -> String {
        if let problem = row.problem, row.thumbprint == nil { return "unreadable [\(problem.code.rawValue)]" }
        return switch row.keyIDIsThumbprint {
        case true?: "is the kid"
        case false?, nil: row.thumbprint?.description ?? "-"
        }
    }
}
