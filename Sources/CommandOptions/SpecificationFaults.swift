extension CommandSpec {
    /// What is wrong with this table and all below it, for the test of whoever declares it; empty when it is sound.
    package var specificationFaults: [String] {
        let root = CommandPath(root: self)
        return ([root] + root.descendants).flatMap { path in path.faults.map { "\(path.name): \($0)" } }
    }
}

extension CommandPath {
    fileprivate var faults: [String] {
        textFaults + optionFaults + groupFaults + argumentFaults
            + duplicates("command", command.subcommands.map(\.name))
    }

    private var textFaults: [String] {
        var faults: [String] = []
        if !isWord(command.name) { faults.append("its name is not of lower-case letters, digits and dashes") }
        if !command.abstract.hasSuffix(".") { faults.append("its abstract is not a sentence") }
        for example in command.examples where !example.line.contains(name) {
            faults.append("its example '\(example.line)' runs something else")
        }
        for example in command.examples where !example.explanation.hasSuffix(".") {
            faults.append("its example '\(example.line)' is not explained in a sentence")
        }
        return faults
    }

    private var optionFaults: [String] {
        var faults = duplicates("option", options.map(\.name))
        faults += duplicates("short option", options.compactMap(\.shortSpelling))
        for option in command.options + command.commonOptions {
            if !isWord(option.name) {
                faults.append("\(option.spelling) is not of lower-case letters, digits and dashes")
            }
            if let short = option.short, !short.isASCII || !short.isLetter {
                faults.append("the short form of \(option.spelling) is not a letter")
            }
            if !option.help.hasSuffix(".") { faults.append("the help of \(option.spelling) is not a sentence") }
            if option.metavar?.isEmpty ?? false { faults.append("\(option.spelling) does not name its value") }
            if case .value(let text) = option.defaultValue, !option.allowedValues.isEmpty,
                !option.allowedValues.contains(text)
            {
                faults.append("the default of \(option.spelling) is not allowed")
            }
            faults += valueFaults(option.spelling, option.valueName, option.allowedValues)
            if case .optionalValue = option.arity, !command.arguments.isEmpty {
                faults.append("\(option.spelling) would take an argument for its value")
            }
            if option.isRequired, option.defaultValue != nil {
                faults.append("\(option.spelling) is required and has a default")
            }
        }
        return faults
    }

    private var groupFaults: [String] {
        let names = command.options.map(\.name)
        return command.optionGroups.flatMap { group in
            (group.names.count < 2 ? ["a group of options excludes nothing"] : [])
                + group.names.filter { !names.contains($0) }.map { "a group names the unknown option --\($0)" }
        }
    }

    private var argumentFaults: [String] {
        var faults = duplicates("argument", command.arguments.map(\.name))
        for argument in command.arguments where !argument.help.hasSuffix(".") {
            faults.append("the help of \(argument.name) is not a sentence")
        }
        for argument in command.arguments {
            faults += valueFaults(argument.name, argument.metavar, argument.allowedValues)
            if argument.isSecret, !argument.allowedValues.isEmpty {
                faults.append("\(argument.name) is secret and has a list of values")
            }
        }
        for (argument, next) in zip(command.arguments, command.arguments.dropFirst()) {
            if argument.takesTheRest { faults.append("\(next.name) comes after the rest of the line") }
            if next.isRequired, !argument.isRequired {
                faults.append("\(next.name) is required after \(argument.name), which is not")
            }
        }
        return faults
    }

    /// What completion would get wrong: a place that is not declared as one, and words that a shell could read as more.
    private func valueFaults(_ subject: String, _ metavar: Metavar?, _ allowed: [String]) -> [String] {
        var faults: [String] = []
        if metavar?.hidesPlace ?? false { faults.append("\(subject) does not say that it names a place") }
        for value in allowed where !value.utf8.allSatisfy(isOfPlainWord) {
            faults.append("the value '\(value)' of \(subject) is not of letters, digits and '+-._'")
        }
        return faults
    }

    private func isOfPlainWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "+-._".utf8.contains(byte)
        }
    }

    private func duplicates(_ kind: String, _ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { !seen.insert($0).inserted }.map { "the \(kind) \($0) is declared twice" }
    }

    private func isWord(_ name: String) -> Bool {
        guard let first = name.utf8.first, first != UInt8(ascii: "-") else { return false }
        return name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
    }
}
