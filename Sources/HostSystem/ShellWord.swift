internal import Encodings

/// `path` as one word of a shell, for the commands in hints.
///
/// A leading `-` is kept from being read as an option. A path holds no NUL, so the one text that is no shell word cannot
/// come up.
package func shellWord(_ path: String) -> String {
    let path = path.utf8.first == UInt8(ascii: "-") ? "./\(path)" : path
    return (try? Escaper.shellWord(path)) ?? "'…'"
}
