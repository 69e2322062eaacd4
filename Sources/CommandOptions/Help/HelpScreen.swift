/// The help of a command or of a group, made from its ``CommandSpec`` alone.
package struct HelpScreen: Sendable {
    package let path: CommandPath
    /// In columns; taken as 40 when it is less.
    package let width: Int
    /// Whether headings are bold: the only escape sequences there are.
    package let boldHeadings: Bool

    package init(_ path: CommandPath, width: Int = 80, boldHeadings: Bool = false) {
        self.path = path
        self.width = max(width, 40)
        self.boldHeadings = boldHeadings
    }

    /// Lines that each end in a line feed.
    package var text: String {
        let command = path.command
        var sections: [[String]] = [TextLayout.paragraph(command.abstract, indent: 0, width: width)]
        sections.append(usage)
        sections += command.discussion.map { TextLayout.paragraph($0, indent: 0, width: width) }
        if command.isGroup {
            sections += [examples("Start here"), commands]
        } else {
            sections += [arguments, options("Options", command.options)]
        }
        sections.append(options(command.options.isEmpty ? "Options" : "Common options", path.commonOptions))
        if !command.isGroup { sections.append(examples("Examples")) }
        sections.append(exitStatuses)
        if command.isGroup { sections.append(whereToReadOn) }
        return sections.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private func heading(_ text: String) -> String {
        boldHeadings ? "\u{1B}[1m\(text):\u{1B}[0m" : "\(text):"
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : [heading(title)] + lines
    }

    private var usage: [String] {
        let hanging = TextLayout.spaces(4)
        let lines = TextLayout.lines(of: path.usage, width: width - 4)
        return section("Usage", lines.enumerated().map { ($0.offset == 0 ? "  " : hanging) + $0.element })
    }

    private var commands: [String] {
        let rows = path.command.subcommands.map { command in
            let names = command.subcommands.map(\.name).joined(separator: ", ")
            return (command.name, names.isEmpty ? command.abstract : "\(command.abstract) (\(names))")
        }
        return section("Commands", TextLayout.columns(rows, width: width))
    }

    private var arguments: [String] {
        let rows = path.command.arguments.map { argument in
            let choice =
                argument.allowedValues.isEmpty ? "" : " (one of \(argument.allowedValues.joined(separator: ", ")))"
            return (argument.placeholder, argument.help + choice)
        }
        return section("Arguments", TextLayout.columns(rows, width: width))
    }

    private func options(_ title: String, _ options: [OptionSpec]) -> [String] {
        section(title, TextLayout.columns(options.map { ($0.label, explanation(of: $0)) }, width: width))
    }

    /// The help sentence, then what the table knows besides.
    private func explanation(of option: OptionSpec) -> String {
        var facts: [String] = []
        if option.isRequired { facts.append("required") }
        if !option.allowedValues.isEmpty { facts.append("one of \(option.allowedValues.joined(separator: ", "))") }
        switch option.defaultValue {
        case .value(let text), .described(let text): facts.append("default: \(text)")
        case nil: break
        }
        if option.isRepeatable { facts.append("may be repeated") }
        // The usage line shows a choice that has to be made.
        for group in path.command.optionGroups where group.rule == .atMostOne && group.names.contains(option.name) {
            let others = group.names.filter { $0 != option.name }.map { "--\($0)" }
            facts.append("not with \(enumeration(others, "or"))")
        }
        return facts.isEmpty ? option.help : "\(option.help) (\(facts.joined(separator: "; ")))"
    }

    /// The line stands by itself and is never broken, so that it can be copied.
    private func examples(_ title: String) -> [String] {
        section(
            title,
            path.command.examples.flatMap { example in
                ["  \(example.line)"] + TextLayout.paragraph(example.explanation, indent: 6, width: width)
            })
    }

    private var exitStatuses: [String] {
        let rows = path.command.exitStatuses.map { (String($0.status), $0.meaning) }
        return section("Exit status", TextLayout.columns(rows, width: width))
    }

    private var whereToReadOn: [String] {
        let words = path.words.map { " \($0)" }.joined()
        let text = "'\(path.root.name) help\(words) COMMAND' tells all about a command."
        return TextLayout.paragraph(text, indent: 0, width: width)
    }
}

extension OptionSpec {
    /// `-b, --bits BITS`; without a short letter the long name stands where it would otherwise.
    fileprivate var label: String { (shortSpelling.map { "\($0), " } ?? "    ") + invocation }
}
