/// What a command line asks for.
package enum ParseOutcome: Sendable {
    case run(ParsedArguments)
    case help(CommandPath)
    case version
}
