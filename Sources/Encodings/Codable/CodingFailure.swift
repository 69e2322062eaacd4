/// The place of an element in an array, or of what a superclass encoded.
struct JSONPathKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    static let `super` = Self(stringValue: "super")
}

/// What Codable throws, as the one error type.
enum CodingFailure {
    /// `'address.lines[2]'`; the value itself has no path.
    static func path(_ keys: [any CodingKey]) -> String {
        guard !keys.isEmpty else { return "the value" }
        var path = ""
        for key in keys {
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return "'\(path)'"
    }

    static func error(_ error: any Error) -> AuthKeysError {
        switch error {
        case let error as AuthKeysError: error
        case DecodingError.keyNotFound(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context):
            context.underlyingError as? AuthKeysError
                ?? AuthKeysError(
                    JSONCode.decoding, "\(path(context.codingPath)) is refused: \(context.debugDescription)")
        case Swift.EncodingError.invalidValue(_, let context):
            context.underlyingError as? AuthKeysError
                ?? AuthKeysError(
                    JSONCode.encoding, "\(path(context.codingPath)) cannot be written: \(context.debugDescription)")
        // What the error says of itself may hold the value.
        default: AuthKeysError(JSONCode.decoding, "the type itself threw \(type(of: error))")
        }
    }

    /// Its seconds count from 2001, so that it would come out 31 years wrong wherever RFC 7519 has a time.
    static func isFoundationDate(_ type: Any.Type) -> Bool {
        ["Foundation.Date", "FoundationEssentials.Date"].contains(_typeName(type))
    }

    static func dateMessage(_ codingPath: [any CodingKey]) -> String {
        "\(path(codingPath)) is a Foundation Date, whose seconds count from 2001; a time in a token is a NumericDate"
    }
}
