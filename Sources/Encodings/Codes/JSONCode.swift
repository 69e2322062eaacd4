package enum JSONCode: String, CodeFamily {
    case decoding = "json.decoding"
    case duplicateName = "json.duplicate-name"
    case encoding = "json.encoding"
    case invalidUTF8 = "json.invalid-utf8"
    case loneSurrogate = "json.lone-surrogate"
    case missingMember = "json.missing-member"
    case numberRange = "json.number-range"
    case syntax = "json.syntax"
    case tooDeep = "json.too-deep"
    case tooLarge = "json.too-large"
    case trailingContent = "json.trailing-content"
    case unexpectedType = "json.unexpected-type"

    package var meaning: String {
        switch self {
        case .decoding: "A type that was to be read from JSON refused the value."
        case .duplicateName: "An object has a member twice; readers disagree about which of the two counts."
        case .encoding: "A value cannot be written as JSON: a number that is none, or nothing at all."
        case .invalidUTF8: "The text is not UTF-8, the only encoding that RFC 8259 allows."
        case .loneSurrogate: "A \\u escape names half of a surrogate pair, which is no character."
        case .missingMember: "A member that is required is not there."
        case .numberRange: "A number is not whole, or is beyond the range of what it is read as."
        case .syntax: "The text is not JSON (RFC 8259)."
        case .tooDeep: "Arrays and objects are nested deeper than is accepted here."
        case .tooLarge: "The text is larger than is accepted here."
        case .trailingContent: "Something follows the end of the JSON value."
        case .unexpectedType: "A JSON value is of another type than the one expected."
        }
    }
}
