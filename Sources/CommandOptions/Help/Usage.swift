extension CommandPath {
    /// The usage line in pieces that a line break may not divide.
    package var usage: [String] {
        guard !command.isGroup else { return [name, "COMMAND", "[options]"] }
        var pieces = [name] + command.arguments.map(\.placeholder)
        let choices = command.optionGroups.filter { $0.rule == .exactlyOne }
        let chosen = Set(choices.flatMap(\.names))
        for option in command.options where option.isRequired && !chosen.contains(option.name) {
            pieces.append(option.invocation)
        }
        for choice in choices {
            let invocations = choice.names.compactMap { name in
                command.options.first { $0.name == name }?.invocation
            }
            pieces.append("(\(invocations.joined(separator: " | ")))")
        }
        let needed = command.options.filter { $0.isRequired || chosen.contains($0.name) }
        if command.options.count + commonOptions.count > needed.count + 1 { pieces.append("[options]") }
        return pieces
    }
}
