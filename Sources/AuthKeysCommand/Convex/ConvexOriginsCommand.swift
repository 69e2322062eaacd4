internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings

/// `authkeys convex origins`
struct ConvexOriginsCommand: Command {
    static let coder = Option(
        "coder", metavar: "SLUG,WORKSPACE,OWNER,DOMAIN",
        help: "A Coder workspace with the apps SLUG-api (port 3210) and SLUG-site (port 3211); both can be named, as "
            + "API/SITE in the place of SLUG."
    ) { (text: String) throws(UsageError) -> DeploymentOrigins in
        do throws(AuthKeysError) { return try CoderWorkspace(text).origins } catch {
            throw .invalidValue(text, "cannot be used: \(error.message)", hint: error.hint)
        }
    }

    static let host = Option(
        "host", metavar: "HOST",
        help: "A machine with both ports: a name or an address; plain http unless https:// "
            + "stands before it."
    ) { (text: String) throws(UsageError) -> DeploymentOrigins in
        do throws(AuthKeysError) { return try DeploymentOrigins(host: text) } catch {
            throw .invalidValue(text, "cannot be used: \(error.message)", hint: error.hint)
        }
    }

    static let issuer = Option("issuer", metavar: "URL", help: "Only judge this issuer.")

    static let specification = CommandSpec(
        "origins", abstract: "Print every variable that holds an address of the deployment, and judge the issuer.",
        discussion: [
            "Convex Auth signs with the site origin as issuer, and the backend looks its keys up there, from inside its "
                + "container. The lines are for .env files and can be public."
        ],
        options: [coder.spec, host.spec, issuer.spec],
        optionGroups: [.exactlyOne(coder.spec, host.spec, issuer.spec)],
        examples: [
            .init("authkeys convex origins --coder convex,dev,alice,coder.example.com", "For a Coder workspace."),
            .init("authkeys convex origins --host 192.0.2.7", "For a machine in the network."),
            .init("authkeys convex origins --issuer http://localhost:3210/", "See what is wrong with an issuer."),
        ],
        exitStatuses: [
            .init(0, "The issuer can work; there may be a warning."), .init(1, "It cannot."),
            .init(64, "The command line is wrong."),
        ])

    private let origins: DeploymentOrigins?
    private let issuer: String
    private let isCoder: Bool
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let coder = try arguments.value(of: Self.coder)
        isCoder = coder != nil
        origins = if let coder { coder } else { try arguments.value(of: Self.host) }
        issuer = if let origins { origins.site } else { try arguments.required(Self.issuer) }
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let console = context.console
        let complaints = IssuerCheck.complaints(about: issuer, as: .deployment)
        for complaint in complaints {
            if complaint.isRefusal {
                console.report(complaint.error)
            } else if !isQuiet {
                console.warn(complaint.error.description)
                if let hint = complaint.error.hint { console.hint(hint) }
            }
        }
        if printsJSON {
            try console.print(json(complaints))
        } else if let origins {
            try console.print(origins.variables.map { "# \($0.reader)\n\($0.name)=\($0.value)\n" }.joined())
        } else if complaints.isEmpty, !isQuiet {
            try console.print("\(console.escaped(issuer)): nothing found\n")
        }
        if isCoder, !isQuiet {
            console.hint(
                "both apps must be public (share = \"public\"): neither the backend, which looks its keys up at the site, nor "
                    + "a command line logs in to Coder")
        }
        return complaints.contains(where: \.isRefusal) ? .negative : .success
    }

    private func json(_ complaints: [IssuerComplaint]) -> JSONValue {
        .object([
            "schema": .string("authkeys.origins/1"), "issuer": .string(issuer),
            "variables": .object(
                (origins?.variables ?? []).map { JSONMember(name: $0.name, value: .string($0.value)) }),
            "findings": .array(
                complaints.map { complaint in
                    .object([
                        "code": .string(complaint.error.code.rawValue),
                        "severity": .string(complaint.isRefusal ? "error" : "warning"),
                        "message": .string(complaint.error.message),
                    ])
                }),
        ])
    }
}
