/// A claim of any shape can stand in a type of yours. Here nothing is lost; with the coders of others numbers pass through
/// `Int64`, `UInt64` or `Double`, and the order of members is theirs.
extension JSONValue: Codable {
    public init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: JSONPathKey.self) {
            self = .object(
                try members.allKeys.map {
                    JSONMember(name: $0.stringValue, value: try members.decode(JSONValue.self, forKey: $0))
                })
            return
        }
        if var elements = try? decoder.unkeyedContainer() {
            var values: [JSONValue] = []
            while !elements.isAtEnd { values.append(try elements.decode(JSONValue.self)) }
            self = .array(values)
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let integer = try? value.decode(Int64.self) {
            self = .integer(integer)
        } else if let integer = try? value.decode(UInt64.self) {
            self = Self(.number(JSONNumber(text: String(integer))))
        } else if let number = try? value.decode(Double.self) {
            self = Self(.number(JSONNumber(text: number.description)))
        } else {
            self = .string(try value.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch content {
        case .object(let members):
            var container = encoder.container(keyedBy: JSONPathKey.self)
            for member in members {
                try container.encode(member.value, forKey: JSONPathKey(stringValue: member.name))
            }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .string(let text): try text.encode(to: encoder)
        case .boolean(let value): try value.encode(to: encoder)
        case .number(let number):
            if let integer = number.int64 {
                try integer.encode(to: encoder)
            } else if let integer = number.uint64 {
                try integer.encode(to: encoder)
            } else {
                try (Double(number.text) ?? .nan).encode(to: encoder)
            }
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        }
    }
}
