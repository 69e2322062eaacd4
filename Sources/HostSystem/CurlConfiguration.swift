package import Encodings
internal import HTTPExchange

/// What curl reads on standard input: one option a line. The one place where text becomes options of curl.
///
/// On the command line every process of the machine could read them, credentials included.
package struct CurlConfiguration: Sendable {
    package private(set) var text = ""

    package init() {}

    package mutating func add(_ flag: StaticString) {
        text += "\(flag)\n"
    }

    /// In curl's quotes a backslash escapes and a quote ends the value. A line feed ends the line even there, and what
    /// follows it is the next option: control characters are refused, all of them, those of Latin-1 too.
    ///
    /// - Throws: `network.invalid-request`, which does not repeat the value.
    package mutating func add(_ option: StaticString, _ value: String) throws(AuthKeysError) {
        var quoted = ""
        for scalar in value.unicodeScalars {
            guard scalar.properties.generalCategory != .control else {
                throw AuthKeysError(
                    NetworkCode.invalidRequest,
                    "a part of the request for curl's option '\(option)' holds a control character",
                    hint: "look for a line break at its end: it often comes from a file that a value was read from")
            }
            if scalar == "\\" || scalar == "\"" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        text += "\(option) = \"\(quoted)\"\n"
    }

    /// A header, which curl sends exactly so. Its own syntax is kept out: `@file`, `Name:` to remove one, and `Name;`.
    ///
    /// - Throws: `network.invalid-request`, which does not repeat the value.
    package mutating func addHeader(_ name: String, _ value: String) throws(AuthKeysError) {
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenCharacter) else {
            throw AuthKeysError(
                NetworkCode.invalidRequest, "the name of a header holds a character that no name can hold",
                hint: "a name has letters, digits and '-' (RFC 9110 §5.6.2)")
        }
        guard value.utf8.first != UInt8(ascii: " "), value.utf8.last != UInt8(ascii: " ") else {
            throw AuthKeysError(
                NetworkCode.invalidRequest, "the value of the header '\(name)' begins or ends with a space",
                hint: "remove it: no server would see it (RFC 9110 §5.5)")
        }
        // Without a value the colon would take the header away.
        try add("header", value.isEmpty ? "\(name);" : "\(name): \(value)")
    }

    /// Takes away a header that curl would add by itself.
    mutating func removeHeader(_ name: StaticString) {
        text += "header = \"\(name):\"\n"
    }

    /// RFC 9110 §5.6.2.
    static func isTokenCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

extension CurlConfiguration {
    /// Where curl writes the headers, and where it finds the body of the request.
    static let headerDescriptor: Int32 = 3
    static let bodyDescriptor: Int32 = 4

    /// One request, and nothing that follows from its answer: redirects are judged by ``CurlFetcher``.
    init(
        _ request: CurlRequest, connectTimeLimit: Duration, timeLimit: Duration, bodyLimit: Int
    ) throws(AuthKeysError) {
        add("silent")
        add("show-error")
        add("globoff")
        try add("proto", "=http,https")
        try add("proto-redir", "=https")
        try add("max-redirs", "0")
        try add("connect-timeout", connectTimeLimit.inSeconds)
        try add("max-time", timeLimit.inSeconds)
        // Refuses at once what says that it is too large. Who does not say so is counted.
        try add("max-filesize", String(max(bodyLimit, 1)))
        add("suppress-connect-headers")
        try add("dump-header", "/dev/fd/\(Self.headerDescriptor)")
        if request.bypassesProxy { try add("noproxy", "*") }
        try addMethod(of: request)
        removeHeader("Expect")
        for field in request.headers { try addHeader(field.name, field.value) }
        try add("url", request.url.text)
    }

    private mutating func addMethod(of request: CurlRequest) throws(AuthKeysError) {
        guard !request.method.isEmpty, request.method.utf8.allSatisfy(Self.isTokenCharacter) else {
            throw AuthKeysError(
                NetworkCode.invalidRequest, "the method of a request holds a character that no method can hold",
                hint: "a method is a word such as GET or POST")
        }
        if request.sendsBody {
            // A pipe carries any byte at any length. In the configuration a body could hold no NUL, old versions of
            // curl drop a long line without a word, and 'data' takes a body that begins with '@' for a file.
            try add("data-binary", "@/dev/fd/\(Self.bodyDescriptor)")
            if !request.headers.contains(where: { $0.hasName("Content-Type") }) { removeHeader("Content-Type") }
        }
        switch request.method {
        case "HEAD": add("head")
        case "GET" where !request.sendsBody: break
        default: try add("request", request.method)
        }
    }
}

extension Duration {
    /// As curl reads it, in milliseconds, rounded up so that a short time is not forever (0).
    fileprivate var inSeconds: String {
        let (seconds, attoseconds) = components
        let milliseconds = max(1, seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
        let digits = String(milliseconds % 1_000)
        return "\(milliseconds / 1_000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }
}
