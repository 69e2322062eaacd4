extension JSONValue {
    /// The value as JSON, as `JSONEncoder` would write it, with members in the order in which they are encoded.
    ///
    /// A time is a ``NumericDate``; a `Date` of Foundation, which counts from 2001, is refused.
    /// - Throws: `json.encoding`, for a number that JSON cannot hold (NaN, an infinity) and for a value that encodes
    ///   nothing; or the `AuthKeysError` that the type itself throws.
    public init(encoding value: some Encodable) throws(AuthKeysError) {
        let encoder = JSONValueEncoder(codingPath: [])
        do {
            try encoder.encode(value)
            self = try encoder.slot.json(encoder.codingPath)
        } catch {
            throw CodingFailure.error(error)
        }
    }
}

/// What is written at one place: built while containers hold it.
final class JSONSlot {
    enum Content {
        case nothing
        case value(JSONValue)
        case object([(name: String, slot: JSONSlot)])
        case array([JSONSlot])
    }

    var content = Content.nothing
    /// One place was asked to be of two kinds.
    var isContradictory = false

    func beginObject() {
        if case .object = content { return }
        if case .nothing = content {} else { isContradictory = true }
        content = .object([])
    }

    func beginArray() {
        if case .array = content { return }
        if case .nothing = content {} else { isContradictory = true }
        content = .array([])
    }

    /// A name that is encoded again keeps its place, and the last value counts, as with `JSONEncoder`.
    func member(_ name: String) -> JSONSlot {
        let slot = JSONSlot()
        guard case .object(var members) = content else { return slot }
        content = .nothing
        if let index = members.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
            members[index].slot = slot
        } else {
            members.append((name, slot))
        }
        content = .object(members)
        return slot
    }

    func element() -> JSONSlot {
        let slot = JSONSlot()
        guard case .array(var elements) = content else { return slot }
        content = .nothing
        elements.append(slot)
        content = .array(elements)
        return slot
    }

    var count: Int {
        if case .array(let elements) = content { elements.count } else { 0 }
    }

    func json(_ path: [any CodingKey]) throws -> JSONValue {
        guard !isContradictory else {
            throw AuthKeysError(
                JSONCode.encoding, "\(CodingFailure.path(path)) is encoded as an object and as something else")
        }
        switch content {
        case .nothing:
            guard !path.isEmpty else { throw AuthKeysError(JSONCode.encoding, "the value encodes nothing") }
            return .object([:])
        case .value(let value): return value
        case .object(let members):
            return .object(
                try members.map { name, slot in
                    JSONMember(name: name, value: try slot.json(path + [JSONPathKey(stringValue: name)]))
                })
        case .array(let elements):
            return .array(
                try elements.enumerated().map { try $0.element.json(path + [JSONPathKey(intValue: $0.offset)]) })
        }
    }
}

/// An Encoder that writes to one place.
struct JSONValueEncoder: Encoder {
    let slot: JSONSlot
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(codingPath: [any CodingKey], slot: JSONSlot = JSONSlot()) {
        self.codingPath = codingPath
        self.slot = slot
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.beginObject()
        return KeyedEncodingContainer(JSONKeyedEncodingContainer(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.beginArray()
        return JSONUnkeyedEncodingContainer(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

// MARK: - One value

extension JSONValueEncoder: SingleValueEncodingContainer {
    func encodeNil() { set(.null) }
    func encode(_ value: Bool) { set(.boolean(value)) }
    func encode(_ value: String) { set(.string(value)) }
    func encode(_ value: Double) throws { try number(value, value.description) }
    func encode(_ value: Float) throws { try number(value, value.description) }
    func encode(_ value: Int) { integer(value) }
    func encode(_ value: Int8) { integer(value) }
    func encode(_ value: Int16) { integer(value) }
    func encode(_ value: Int32) { integer(value) }
    func encode(_ value: Int64) { integer(value) }
    func encode(_ value: UInt) { integer(value) }
    func encode(_ value: UInt8) { integer(value) }
    func encode(_ value: UInt16) { integer(value) }
    func encode(_ value: UInt32) { integer(value) }
    func encode(_ value: UInt64) { integer(value) }

    func encode(_ value: some Encodable) throws {
        switch value {
        case let value as JSONValue: set(value)
        case let value as NumericDate: set(value.json)
        default:
            guard !CodingFailure.isFoundationDate(type(of: value)) else {
                throw AuthKeysError(JSONCode.encoding, CodingFailure.dateMessage(codingPath))
            }
            try value.encode(to: self)
        }
    }

    private func set(_ value: JSONValue) { slot.content = .value(value) }

    private func integer(_ value: some FixedWidthInteger) {
        set(JSONValue(.number(JSONNumber(text: String(value)))))
    }

    /// - Parameter text: the shortest that is read back as the same number.
    private func number(_ value: some BinaryFloatingPoint, _ text: String) throws {
        guard value.isFinite else {
            let error = AuthKeysError(
                JSONCode.encoding,
                "\(CodingFailure.path(codingPath)) is \(value.isNaN ? "NaN" : "an infinity"), which JSON cannot hold")
            throw Swift.EncodingError.invalidValue(
                value, .init(codingPath: codingPath, debugDescription: error.message, underlyingError: error))
        }
        set(JSONValue(.number(JSONNumber(text: text.hasSuffix(".0") ? String(text.dropLast(2)) : text))))
    }
}
