/// What can be typed behind the name of a command or of a group, made from its ``CommandSpec`` alone.
struct CompletionPlace {
    struct Candidate {
        let name: String
        let summary: String
    }

    struct Value {
        /// How the scripts call it: `words`, `file`, `folder` or `text`; `maybe` for a value that may be left out, and
        /// nothing for a flag.
        let kind: String
        /// Of the kind `words`.
        let words: [String]
    }

    struct Option {
        /// The long one first.
        let spellings: [String]
        let value: Value
        /// Spellings after any of which it is not offered: its own unless it may be repeated, and what it excludes.
        let hiddenAfter: [String]
        let summary: String
    }

    struct Argument {
        let value: Value
        let takesTheRest: Bool
        let summary: String
    }

    /// Without the name of the tool, empty for the tool itself.
    let words: String
    let subcommands: [Candidate]
    let options: [Option]
    let arguments: [Argument]

    init(_ path: CommandPath) {
        words = path.words.joined(separator: " ")
        subcommands = path.command.subcommands.map { Candidate(name: $0.name, summary: Self.summary($0.abstract)) }
        options = path.options.map { option in
            let excluding = path.command.optionGroups.filter { $0.names.contains(option.name) }.flatMap(\.names)
            let others = path.options.filter { $0.name != option.name && excluding.contains($0.name) }
            return Option(
                spellings: option.spellings, value: Value(option),
                hiddenAfter: ((option.isRepeatable ? [] : [option]) + others).flatMap(\.spellings),
                summary: Self.summary(option.help))
        }
        arguments = path.command.arguments.map {
            Argument(
                value: Value($0.metavar, $0.allowedValues), takesTheRest: $0.takesTheRest,
                summary: Self.summary($0.help))
        }
    }

    /// The tool and all below it.
    static func all(of root: CommandSpec) -> [Self] {
        let path = CommandPath(root: root)
        return ([path] + path.descendants).map(Self.init)
    }

    /// Shells show it in a list: without its full stop.
    static func summary(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }
}

extension CompletionPlace.Value {
    fileprivate init(_ option: OptionSpec) {
        switch option.arity {
        case .flag: self.init(kind: "", words: [])
        case .value(let metavar): self.init(metavar, option.allowedValues)
        case .optionalValue: self.init(kind: "maybe", words: [])
        }
    }

    /// A metavar such as `auto|ID` names a word that may stand for the value.
    fileprivate init(_ metavar: Metavar, _ allowed: [String]) {
        let named = metavar.text.split(separator: "|").filter {
            $0.utf8.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains)
        }
        switch metavar.place {
        case .file: self.init(kind: "file", words: [])
        case .folder: self.init(kind: "folder", words: [])
        case nil:
            let words = allowed.isEmpty ? named.map(String.init) : allowed
            self.init(kind: words.isEmpty ? "text" : "words", words: words)
        }
    }
}

extension OptionSpec {
    fileprivate var spellings: [String] { [spelling] + (shortSpelling.map { [$0] } ?? []) }
}
