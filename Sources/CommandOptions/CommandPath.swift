/// A command and the groups it stands in.
package struct CommandPath: Sendable, Hashable {
    /// The tool first.
    package let groups: [CommandSpec]
    package let command: CommandSpec

    package init(root: CommandSpec) {
        self.init(groups: [], command: root)
    }

    private init(groups: [CommandSpec], command: CommandSpec) {
        self.groups = groups
        self.command = command
    }

    package func appending(_ subcommand: CommandSpec) -> Self {
        CommandPath(groups: groups + [command], command: subcommand)
    }
}

extension CommandPath {
    package var isRoot: Bool { groups.isEmpty }

    package var root: CommandSpec { groups.first ?? command }

    /// As it is typed: `authkeys key convert`.
    package var name: String { (groups + [command]).map(\.name).joined(separator: " ") }

    /// Without the tool: `["key", "convert"]`, empty for the tool itself.
    package var words: [String] { (groups + [command]).dropFirst().map(\.name) }

    /// The options shared with other commands: those of the groups, and help.
    package var commonOptions: [OptionSpec] {
        guard !command.isGroup else { return isRoot ? [.help, .version] : [.help] }
        return groups.reversed().flatMap(\.commonOptions) + [.help]
    }

    /// All that may be given here.
    package var options: [OptionSpec] { command.options + commonOptions }

    /// This command, if it is no group, and all below it, in the order of their declaration.
    package var commands: [CommandPath] {
        guard command.isGroup else { return [self] }
        return subpaths.flatMap(\.commands)
    }

    /// What stands directly in this group.
    package var subpaths: [CommandPath] { command.subcommands.map(appending) }

    /// All paths below this one, groups included.
    package var descendants: [CommandPath] { subpaths.flatMap { [$0] + $0.descendants } }

    func option(spelled typed: some StringProtocol) -> OptionSpec? {
        options.first { $0.isSpelled(typed) }
    }
}
