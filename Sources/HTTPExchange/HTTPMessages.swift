internal import Encodings

/// A request as a value. Nothing in this package sends one except the fetcher that a program hands in.
public struct HTTPRequest: Sendable {
    public var method: String
    /// Absolute, `http` or `https`.
    public var url: String
    /// In the order in which they are sent.
    public var headers: [HTTPField]
    public var body: [UInt8]

    public init(method: String = "GET", url: String, headers: [HTTPField] = [], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

public struct HTTPResponse: Sendable {
    public var status: Int
    /// In the order in which they arrived, repeated ones repeated.
    public var headers: [HTTPField]
    public var body: [UInt8]

    public init(status: Int, headers: [HTTPField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The value of the first header of that name, whatever the case of its ASCII letters (RFC 9110 §5.1).
    public func header(_ name: String) -> String? {
        headers.first { $0.hasName(name) }?.value
    }
}

/// A header field (RFC 9110 §6.3).
public struct HTTPField: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// Whatever the case of the ASCII letters (RFC 9110 §5.1).
    package func hasName(_ other: String) -> Bool {
        name.asciiLowercased.utf8.elementsEqual(other.asciiLowercased.utf8)
    }
}
