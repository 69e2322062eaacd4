/// Rules about the text of a path. They work on bytes: a combining mark after `/` must not hide it.
enum FilePath {
    private static let slash = UInt8(ascii: "/")

    /// The folder that holds `path`: `.` for a bare name, `/` for what stands at the root.
    static func parent(of path: String) -> String {
        let (parent, _) = split(withoutTrailingSlashes(path))
        return parent
    }

    static func split(_ path: String) -> (parent: String, name: String) {
        guard let end = path.utf8.lastIndex(of: slash) else { return (".", path) }
        let parent = withoutTrailingSlashes(String(path[..<end]))
        return (parent.isEmpty ? "/" : parent, String(path[path.utf8.index(after: end)...]))
    }

    /// `/` alone is kept.
    static func withoutTrailingSlashes(_ path: String) -> String {
        guard let last = path.utf8.lastIndex(where: { $0 != slash }) else { return path.isEmpty ? "" : "/" }
        return String(path[...last])
    }

    /// `name` beside `path`, written the way `path` was.
    static func sibling(of path: String, named name: String) -> String {
        guard let end = path.utf8.lastIndex(of: slash) else { return name }
        return String(path[...end]) + name
    }

    static func holdsNUL(_ path: String) -> Bool {
        path.utf8.contains(0)
    }

    /// A shell expands `~` at the start of a word only: `--out=~/keys` arrives with the tilde in it.
    static func unexpandedHomeHint(_ path: String) -> String? {
        guard path == "~" || path.utf8.starts(with: "~/".utf8) else { return nil }
        return "the shell did not expand '~': write \"$HOME\"\(path == "~" ? "" : shellWord(String(path.dropFirst())))"
    }
}
