/// A place as the statements of a script: the three shells call functions in the same way, and only quote otherwise.
struct CompletionTable {
    /// What the names of the functions begin with.
    let prefix: String
    let hasSummaries: Bool
    let quote: (String) -> String

    func statements(_ place: CompletionPlace) -> [String] {
        place.subcommands.map { call("command", [$0.name], $0.summary) }
            + place.options.flatMap { option in
                option.spellings.map { spelling in
                    call(
                        "option",
                        [
                            spelling, option.value.kind, option.value.words.joined(separator: " "),
                            option.hiddenAfter.joined(separator: " "),
                        ], option.summary)
                }
            }
            + place.arguments.map { argument in
                call(
                    "argument",
                    [
                        argument.value.kind, argument.value.words.joined(separator: " "),
                        argument.takesTheRest ? "rest" : "",
                    ], argument.summary)
            }
    }

    private func call(_ function: String, _ words: [String], _ summary: String) -> String {
        (["\(prefix)_\(function)"] + (words + (hasSummaries ? [summary] : [])).map(quote)).joined(separator: " ")
    }
}
