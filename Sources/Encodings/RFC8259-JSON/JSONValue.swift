/// A JSON value (RFC 8259) that remembers where it stood in the text.
///
/// Numbers keep their text, members their order and their duplicates: nothing that was read is lost.
public struct JSONValue: Sendable {
    public enum Content: Sendable {
        case object([JSONMember])
        case array([JSONValue])
        case string(String)
        case number(JSONNumber)
        case boolean(Bool)
        case null
    }

    public let content: Content
    /// Where the value begins, in bytes; 0 for a value that was built and not read.
    public let byteOffset: Int

    package init(_ content: Content, at byteOffset: Int = 0) {
        self.content = content
        self.byteOffset = byteOffset
    }

    /// An object with these members in this order, which is how it is written.
    ///
    /// ```swift
    /// let claims = JSONValue.object(["sub": .string("somebody"), "exp": .integer(1_700_003_600)])
    /// ```
    /// That no name stands twice is for whoever builds it; ``JSON/parse(_:limits:)-(Span<UInt8>,_)`` refuses such text.
    public static func object(_ members: KeyValuePairs<String, JSONValue>) -> Self {
        Self(.object(members.map { JSONMember(name: $0.key, value: $0.value) }))
    }

    /// The same of members that are put together one by one.
    public static func object(_ members: [JSONMember]) -> Self { Self(.object(members)) }

    public static func array(_ elements: [JSONValue]) -> Self { Self(.array(elements)) }

    /// - Parameter text: unescaped; what JSON does not allow in a string is escaped when it is written.
    public static func string(_ text: String) -> Self { Self(.string(text)) }

    /// A whole number, such as the seconds since 1970 UTC of a NumericDate (RFC 7519 §2).
    public static func integer(_ value: Int64) -> Self { Self(.number(JSONNumber(value))) }

    public static func boolean(_ value: Bool) -> Self { Self(.boolean(value)) }

    public static var null: Self { Self(.null) }
}

/// A member of an object. Its name is compared as bytes: Swift's `==` on strings makes different names equal.
public struct JSONMember: Sendable {
    public let name: String
    public let value: JSONValue
    /// Where the name begins, in bytes.
    public let nameOffset: Int

    /// A member that was built and not read: its ``nameOffset`` is 0.
    public init(name: String, value: JSONValue) {
        self.init(name: name, value: value, nameOffset: 0)
    }

    package init(name: String, value: JSONValue, nameOffset: Int) {
        self.name = name
        self.value = value
        self.nameOffset = nameOffset
    }
}

extension JSONValue {
    public var members: [JSONMember]? {
        if case .object(let members) = content { members } else { nil }
    }

    public var elements: [JSONValue]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    public var string: String? {
        if case .string(let text) = content { text } else { nil }
    }

    public var number: JSONNumber? {
        if case .number(let number) = content { number } else { nil }
    }

    public var boolean: Bool? {
        if case .boolean(let value) = content { value } else { nil }
    }

    public var isNull: Bool {
        if case .null = content { true } else { false }
    }

    /// The first member of that name, compared as bytes; `nil` when there is none, or when this is no object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        for index in members.indices where members[index].name.hasSameBytes(as: name) { return members[index].value }
        return nil
    }

    /// `an object`, `a string`, …: for messages.
    package var typeName: String {
        switch content {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .boolean: "a boolean"
        case .null: "null"
        }
    }
}
