/// How far the words of a command line name a command.
package struct Resolution: Sendable {
    /// A group when the words end there, or go on with an option.
    package let path: CommandPath
    /// What follows the words of the path.
    package let rest: ArraySlice<String>
}

extension CommandSpec {
    /// Follows `arguments` from this tool down to a command, or to the group behind which no word follows.
    ///
    /// - Throws: `unknownCommand`, naming the nearest right one in the whole tree.
    package func resolve(_ arguments: [String]) throws(UsageError) -> Resolution {
        var path = CommandPath(root: self)
        var rest = arguments[...]
        while path.command.isGroup, let word = rest.first, !looksLikeOption(word) {
            guard let subcommand = path.command.subcommand(named: word) else { throw .unknownCommand(word, in: path) }
            path = path.appending(subcommand)
            rest = rest.dropFirst()
        }
        return Resolution(path: path, rest: rest)
    }
}

/// A single `-` is an argument: standard input.
func looksLikeOption(_ word: String) -> Bool {
    word.utf8.first == UInt8(ascii: "-") && word.utf8.count > 1
}

/// The end of options: whatever follows is an argument.
func isTerminator(_ word: String) -> Bool {
    word.utf8.elementsEqual("--".utf8)
}
