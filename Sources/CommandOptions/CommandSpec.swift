/// A command, or a group of commands: the one table that parsing, help and completion read.
package struct CommandSpec: Sendable, Hashable {
    /// A command line worth trying.
    package struct Example: Sendable, Hashable {
        /// As it is typed, with the tool's name.
        package let line: String
        /// What it does: a sentence with its full stop.
        package let explanation: String

        package init(_ line: String, _ explanation: String) {
            self.line = line
            self.explanation = explanation
        }
    }

    package struct ExitStatus: Sendable, Hashable {
        package let status: Int
        package let meaning: String

        package init(_ status: Int, _ meaning: String) {
            self.status = status
            self.meaning = meaning
        }
    }

    /// One word; the whole path is that of ``CommandPath``.
    package let name: String
    /// One line, a sentence with its full stop.
    package let abstract: String
    /// One paragraph each.
    package let discussion: [String]
    package let arguments: [ArgumentSpec]
    package let options: [OptionSpec]
    package let optionGroups: [OptionGroup]
    /// Options that every command below a group takes as well.
    package let commonOptions: [OptionSpec]
    package let examples: [Example]
    package let exitStatuses: [ExitStatus]
    package let subcommands: [CommandSpec]

    /// A command to run.
    package init(
        _ name: String, abstract: String, discussion: [String] = [], arguments: [ArgumentSpec] = [],
        options: [OptionSpec] = [], optionGroups: [OptionGroup] = [], examples: [Example] = [],
        exitStatuses: [ExitStatus] = []
    ) {
        self.name = name
        self.abstract = abstract
        self.discussion = discussion
        self.arguments = arguments
        self.options = options
        self.optionGroups = optionGroups
        self.commonOptions = []
        self.examples = examples
        self.exitStatuses = exitStatuses
        self.subcommands = []
    }

    /// A group of commands, which does nothing by itself.
    package init(
        group name: String, abstract: String, discussion: [String] = [], commonOptions: [OptionSpec] = [],
        examples: [Example] = [], exitStatuses: [ExitStatus] = [], subcommands: [CommandSpec]
    ) {
        self.name = name
        self.abstract = abstract
        self.discussion = discussion
        self.arguments = []
        self.options = []
        self.optionGroups = []
        self.commonOptions = commonOptions
        self.examples = examples
        self.exitStatuses = exitStatuses
        self.subcommands = subcommands
    }

    package var isGroup: Bool { !subcommands.isEmpty }

    package func subcommand(named word: String) -> CommandSpec? {
        subcommands.first { $0.name.utf8.elementsEqual(word.utf8) }
    }
}
