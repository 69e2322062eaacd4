internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem

/// The tool: reads the command line, runs the command, and turns what it throws into a message and an exit status.
public enum AuthKeysTool {
    /// - Parameter arguments: with the name of the program.
    public static func main(_ arguments: [String]) -> Never {
        StandardStream.reserveDescriptors()
        Signals.reportAsErrors()
        if ProcessLinkage.isStatic { Libcrypto.initializeWithoutConfiguration() }
        guard let number = unreadableArgument else {
            ProcessExit.end(run(Array(arguments.dropFirst()), .process).rawValue)
        }
        // Swift has put other characters in the place of those bytes: an issuer or a path would be another one.
        let error = AuthKeysError(
            UsageCode.invalidValue, "argument \(number) of the command line is not UTF-8",
            hint: "write it, or the script that has it, in UTF-8")
        CommandContext.process.console.report(error)
        ProcessExit.end(ExitStatus(error).rawValue)
    }

    /// The number of the first argument whose bytes are no UTF-8.
    private static var unreadableArgument: Int? {
        (0..<Int(CommandLine.argc)).first { number in
            guard let argument = unsafe CommandLine.unsafeArgv[number] else { return false }
            return unsafe String(validatingCString: argument) == nil
        }
    }

    /// - Parameter arguments: without the name of the program.
    package static func run(_ arguments: [String], _ context: CommandContext) -> ExitStatus {
        do throws(AuthKeysError) {
            return try perform(arguments, context)
        } catch {
            // Whoever closed the pipe has read enough, and a message would only be in the way.
            if error.code != FileCode.closed.code { context.console.report(error) }
            return ExitStatus(error)
        }
    }

    private static func perform(_ arguments: [String], _ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let console = context.console
        let outcome: ParseOutcome
        do throws(UsageError) {
            outcome = try CommandTree.root.parse(arguments)
        } catch {
            guard error.kind == .missingCommand, let path = error.command else { throw error.asAuthKeysError }
            try console.printToError(Array(HelpScreen(path).text.utf8))
            return .usage
        }
        switch outcome {
        case .version:
            try console.print(VersionText.text)
            return .success
        case .help(let path):
            let screen = HelpScreen(path, width: console.outputWidth, boldHeadings: console.outputHasColor)
            try console.print(screen.text)
            return .success
        case .run(let arguments):
            return try command(arguments).run(context)
        }
    }

    private static func command(_ arguments: ParsedArguments) throws(AuthKeysError) -> any Command {
        guard let command = CommandTree.commands[arguments.command.words] else {
            throw AuthKeysError(UsageCode.unknownCommand, "no command \(arguments.command.name)")
        }
        do throws(UsageError) {
            return try command.init(arguments)
        } catch {
            throw error.asAuthKeysError
        }
    }
}
