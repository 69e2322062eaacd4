extension JSONValue {
    /// Makes a value of a type of yours from this one, as `JSONDecoder` would from its text.
    ///
    /// ```swift
    /// let claims = try JSON.parse(text, limits: .token).decoded(as: SessionClaims.self)
    /// ```
    /// Numbers are not rounded on the way to a whole one: `3600.0` is an `Int`, `3600.5` is none, and 2⁶⁴ − 1 is a
    /// `UInt64`. A member that stands twice is refused. A time is a ``NumericDate``; a `Date` of Foundation, which counts
    /// from 2001, is refused.
    /// - Throws: `json.missing-member`, `json.unexpected-type`, `json.number-range`, `json.duplicate-name`,
    ///   `json.decoding`; or the `AuthKeysError` that the type itself throws.
    public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws(AuthKeysError) -> Value {
        let decoder = JSONValueDecoder(value: self, codingPath: [])
        do {
            return try decoder.decode(type)
        } catch {
            throw CodingFailure.error(error)
        }
    }
}

/// A Decoder that stands at one value.
struct JSONValueDecoder: Decoder {
    let value: JSONValue
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let members = value.members else { throw mismatch([String: JSONValue].self, "an object") }
        return KeyedDecodingContainer(try JSONKeyedDecodingContainer(decoder: self, members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let elements = value.elements else { throw mismatch([JSONValue].self, "an array") }
        return JSONUnkeyedDecodingContainer(decoder: self, elements: elements)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    func descending(to value: JSONValue, _ key: any CodingKey) -> Self {
        Self(value: value, codingPath: codingPath + [key])
    }

    func mismatch(_ type: Any.Type, _ expected: String) -> DecodingError {
        let error = AuthKeysError(
            JSONCode.unexpectedType, "\(CodingFailure.path(codingPath)) is \(value.typeName), expected \(expected)",
            at: location)
        let context = DecodingError.Context(
            codingPath: codingPath, debugDescription: error.message, underlyingError: error)
        return value.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    func corrupted(_ code: JSONCode, _ message: String, hint: String? = nil) -> DecodingError {
        let error = AuthKeysError(code, message, hint: hint, at: location)
        return .dataCorrupted(.init(codingPath: codingPath, debugDescription: message, underlyingError: error))
    }

    /// A value that was built has no place.
    var location: SourceLocation? { value.byteOffset > 0 ? SourceLocation(byteOffset: value.byteOffset) : nil }
}

// MARK: - One value

extension JSONValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { value.isNull }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard let boolean = value.boolean else { throw mismatch(type, "a boolean") }
        return boolean
    }

    func decode(_ type: String.Type) throws -> String {
        guard let string = value.string else { throw mismatch(type, "a string") }
        return string
    }

    func decode(_ type: Double.Type) throws -> Double { try floatingPoint(type) }
    func decode(_ type: Float.Type) throws -> Float { try floatingPoint(type) }
    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type is JSONValue.Type, let value = value as? Value { return value }
        if type is NumericDate.Type {
            guard let number = value.number else { throw mismatch(type, "a number") }
            if let date = NumericDate(number) as? Value { return date }
        }
        if CodingFailure.isFoundationDate(type) { throw corrupted(.decoding, CodingFailure.dateMessage(codingPath)) }
        return try Value(from: self)
    }

    private func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
        guard let number = value.number else { throw mismatch(type, "a whole number") }
        if let whole = number.int64.flatMap({ Value(exactly: $0) }) ?? number.uint64.flatMap({ Value(exactly: $0) }) {
            return whole
        }
        throw corrupted(
            .numberRange, "\(CodingFailure.path(codingPath)) is not a whole number from \(Value.min) to \(Value.max)")
    }

    private func floatingPoint<Value: BinaryFloatingPoint & LosslessStringConvertible>(
        _ type: Value.Type
    ) throws -> Value {
        guard let number = value.number else { throw mismatch(type, "a number") }
        guard let value = Value(number.text), value.isFinite else {
            throw corrupted(.numberRange, "\(CodingFailure.path(codingPath)) is a number beyond what \(type) holds")
        }
        return value
    }
}
