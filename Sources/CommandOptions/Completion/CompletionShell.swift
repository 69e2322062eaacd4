/// A shell that can be told what completes a command line.
package enum CompletionShell: String, Sendable, CaseIterable {
    case bash, zsh, fish
}

extension CommandSpec {
    /// The script that completes the command lines of this tool in `shell`: a table made from this one, and a reader of
    /// lines that follows the same rules as ``parse(_:)``. It starts no program and expands nothing of what was typed.
    package func completionScript(for shell: CompletionShell) -> String {
        let table = CompletionPlace.all(of: self)
        return switch shell {
        case .bash: BashCompletion.script(tool: name, table: table)
        case .zsh: ZshCompletion.script(tool: name, table: table)
        case .fish: FishCompletion.script(tool: name, table: table)
        }
    }
}
