/// Reads what follows the name of a command, from left to right.
struct LineScanner {
    let path: CommandPath
    /// By the name of the option; a flag leaves an empty text each time.
    private var given: [String: [String]] = [:]
    /// Options that stand without the value they may have.
    private var alone: Set<String> = []
    private var arguments: [String] = []

    init(path: CommandPath) {
        self.path = path
    }

    mutating func scan(_ line: ArraySlice<String>) throws(UsageError) {
        var rest = line
        while let word = rest.popFirst() {
            if isTerminator(word) {
                for argument in rest { try take(argument: argument) }
                return
            }
            if looksLikeOption(word) {
                try take(option: word, &rest)
            } else {
                try take(argument: word)
            }
        }
    }

    /// What was read, when nothing is missing.
    func finished() throws(UsageError) -> ParsedArguments {
        let command = path.command
        for group in command.optionGroups {
            let found = group.names.filter { given[$0] != nil }
            if found.count > 1 { throw .conflicting(found, in: group, at: path) }
            if found.isEmpty, group.rule == .exactlyOne { throw .missingChoice(of: group, at: path) }
        }
        for option in command.options where option.isRequired && given[option.name] == nil {
            throw .missingOption(option, at: path)
        }
        let required = command.arguments.filter(\.isRequired)
        if arguments.count < required.count {
            throw .missingArguments(Array(required.dropFirst(arguments.count)), at: path)
        }
        return ParsedArguments(command: path, given: given, alone: alone, arguments: arguments)
    }

    private mutating func take(argument: String) throws(UsageError) {
        let specs = path.command.arguments
        guard arguments.count < specs.count || specs.last?.takesTheRest ?? false else {
            throw .surplusArgument(argument, at: path)
        }
        if let spec = specs.dropFirst(arguments.count).first ?? specs.last, !allows(spec.allowedValues, argument) {
            throw .notAllowed(argument, as: spec, at: path)
        }
        arguments.append(argument)
    }

    private mutating func take(option word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let name: Substring
        var value: String?
        if let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) {
            name = word[..<equals]
            value = String(word[word.utf8.index(after: equals)...])
        } else {
            name = word[...]
        }
        guard let spec = path.option(spelled: name) else { throw .unknownOption(String(name), at: path) }
        if given[spec.name] != nil, !spec.isRepeatable { throw .repeatedOption(spec, at: path) }

        switch spec.arity {
        case .flag:
            guard value == nil else { throw .unexpectedValue(of: spec, at: path) }
            given[spec.name, default: []].append("")
        case .optionalValue:
            if value == nil, let next = rest.first, !looksLikeOption(next) {
                value = rest.removeFirst()
            }
            if value == nil { alone.insert(spec.name) }
            given[spec.name, default: []].append(value ?? "")
        case .value:
            if value == nil {
                guard let next = rest.popFirst() else { throw .missingValue(of: spec, found: nil, at: path) }
                guard !looksLikeOption(next) else { throw .missingValue(of: spec, found: next, at: path) }
                value = next
            }
            guard let value else { return }
            guard allows(spec.allowedValues, value) else {
                throw .notAllowed(value, of: spec, at: path)
            }
            given[spec.name, default: []].append(value)
        }
    }
}

/// Compared byte by byte. An empty list allows everything.
private func allows(_ allowed: [String], _ value: String) -> Bool {
    allowed.isEmpty || allowed.contains { $0.utf8.elementsEqual(value.utf8) }
}
