package import Encodings

/// A URL that may be fetched: `http` or `https`, a host, and only characters that every reader of URLs takes alike
/// (RFC 3986).
///
/// Stricter than the RFC on purpose: what this type believes the host to be, and what curl connects to, must be one.
package struct HTTPURL: Sendable, Hashable {
    package enum Scheme: String, Sendable {
        case http, https
    }

    package let scheme: Scheme
    /// As it was given; an IPv6 address without its brackets.
    package let host: String
    /// nil where the URL names none.
    package let port: Int?
    /// With its host in brackets where it needs them: what messages name. It holds no path and no query, which can be
    /// secret.
    package let origin: String
    /// Path and query; begins with `/` or `?`, or is empty.
    package let target: String

    /// Without the fragment, which is never sent.
    package var text: String { origin + target }

    /// What a hint lets follow a `curl` that asks for it: a word for a shell, where that is an origin alone.
    package var operandOfCurl: String {
        target.isEmpty || target.utf8.elementsEqual("/".utf8) ? shellWord(origin) : "and the whole URL"
    }

    /// All of it as a word for a shell, for a hint about a URL that everybody may see.
    package var wholeOperandOfCurl: String { shellWord(text) }

    private func shellWord(_ text: String) -> String { (try? Escaper.shellWord(text)) ?? text }

    /// Whether a connection to it stays on this machine, whatever a resolver says. Only forms that are read alike
    /// everywhere count: `localhost`, `127.0.0.1` and its neighbours, `[::1]`.
    package var isLoopback: Bool {
        if host == "::1" || host.lowercased() == "localhost" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0).map(String.init) == String($0) }
    }

    /// - Throws: `network.url`, which repeats nothing of a URL with a user or a password in it.
    package init(_ text: String) throws(AuthKeysError) {
        var rest = text[...]
        guard let scheme = rest.removeScheme() else {
            throw Self.refusal("is no http:// or https:// URL", hint: "write it out: https://HOST/PATH")
        }
        self.scheme = scheme
        guard rest.utf8.allSatisfy(Self.isAllowed) else {
            throw Self.refusal(
                "holds a character that a URL cannot hold, such as a space, a quote or a line break",
                hint: "percent-encode it (a space is %20); a name that is not ASCII is written as xn--…")
        }
        rest = rest.prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        target = String(rest[authority.endIndex...])
        guard !authority.contains("@") else {
            throw Self.refusal(
                "holds a user or a password before its host",
                hint: "leave out what stands before the '@': a credential in a URL ends up in logs")
        }
        guard let (host, port) = Self.split(authority) else {
            throw Self.refusal("names no host, or no valid port", hint: "write it out: https://HOST:PORT/PATH")
        }
        self.host = host
        self.port = port
        origin = "\(scheme.rawValue)://\(authority)"
    }

    /// The URL that a `Location` header leads to from here (RFC 3986 §5.2). Dots in the path are left to curl.
    ///
    /// - Throws: `network.url`.
    package func resolving(_ reference: String) throws(AuthKeysError) -> HTTPURL {
        let first = reference.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if first.contains(":") { return try HTTPURL(reference) }
        if reference.utf8.starts(with: "//".utf8) { return try HTTPURL("\(scheme.rawValue):\(reference)") }
        if reference.utf8.first == UInt8(ascii: "/") { return try HTTPURL(origin + reference) }
        let path = target.prefix { $0 != "?" }
        if reference.utf8.isEmpty || reference.utf8.first == UInt8(ascii: "#") { return self }
        if reference.utf8.first == UInt8(ascii: "?") { return try HTTPURL(origin + path + reference) }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return try HTTPURL(origin + folder + reference)
    }

    private static func refusal(_ complaint: String, hint: String) -> AuthKeysError {
        AuthKeysError(NetworkCode.url, "the URL \(complaint)", hint: hint)
    }

    /// RFC 3986 §2: unreserved, reserved, and `%`.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
        }
    }

    private static func split(_ authority: Substring) -> (host: String, port: Int?)? {
        var host = authority
        var port: Int?
        let isBracketed = authority.first == "["
        let portStart = isBracketed ? authority.firstIndex(of: "]") : authority.startIndex
        guard let portStart else { return nil }
        if let colon = authority[portStart...].firstIndex(of: ":") {
            let digits = authority[authority.index(after: colon)...]
            guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(digits), (1...65_535).contains(number)
            else { return nil }
            port = number
            host = authority[..<colon]
        }
        if isBracketed {
            guard host.last == "]" else { return nil }
            host = host.dropFirst().dropLast()
            guard host.contains(":"), host.utf8.allSatisfy({ isHexDigit($0) || ":.".utf8.contains($0) }) else {
                return nil
            }
        } else {
            guard host.utf8.allSatisfy(isNamePart), host.first != ".", host.first != "-" else { return nil }
        }
        return host.isEmpty ? nil : (String(host), port)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        Unicode.Scalar(byte).properties.isASCIIHexDigit
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        isAllowed(byte) && !":/?#[]@!$&'()*+,;=%~".utf8.contains(byte)
    }
}

extension Substring {
    /// RFC 3986 §3.1: in any case.
    fileprivate mutating func removeScheme() -> HTTPURL.Scheme? {
        for scheme in [HTTPURL.Scheme.https, .http] {
            let mark = "\(scheme.rawValue)://"
            guard prefix(mark.count).lowercased() == mark else { continue }
            removeFirst(mark.count)
            return scheme
        }
        return nil
    }
}
