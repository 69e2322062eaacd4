import Encodings

/// Where something is to be written: the folder that must exist, and the name to be made in it.
struct DestinationPath {
    /// As it was given, without slashes at its end.
    let text: String
    let parent: String
    let name: String

    /// - Throws: `file.invalid-path` for a path that names nothing that could be made or replaced.
    init(_ path: String, wording: OptionWording) throws(AuthKeysError) {
        guard !path.isEmpty else {
            throw AuthKeysError(
                FileCode.invalidPath, "the path to write to is empty", hint: wording.choose("a path"))
        }
        guard !FilePath.holdsNUL(path) else {
            throw AuthKeysError(
                FileCode.invalidPath, "the path to write to holds a NUL byte, which no path can",
                hint: wording.choose("another path"))
        }
        text = FilePath.withoutTrailingSlashes(path)
        (parent, name) = FilePath.split(text)
        guard !["", ".", ".."].contains(name) else {
            let inside = text == "/" ? "/\(wording.suggestedName)" : "\(text)/\(wording.suggestedName)"
            throw AuthKeysError(
                FileCode.invalidPath, "'\(path)' names a place that cannot be replaced as a whole",
                hint: "name something in it: \(wording.destinationOption) \(shellWord(inside))")
        }
    }

    /// The path of `sibling` in the same folder, as a person would write it.
    func sibling(_ sibling: String) -> String {
        FilePath.sibling(of: text, named: sibling)
    }

    /// How the names of files on their way to the destination begin.
    var temporaryNamePrefix: String {
        // 255 bytes is the longest name on every usual file system.
        ".\(name.utf8.count <= 220 ? name : "").tmp-"
    }

    /// A name beside the destination that nobody else uses.
    func temporaryName() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return "\(temporaryNamePrefix)\(String(repeating: "0", count: 16 - digits.count))\(digits)"
    }
}
