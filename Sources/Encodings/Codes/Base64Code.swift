package enum Base64Code: String, CodeFamily {
    case invalidCharacter = "base64.invalid-character"
    case invalidLength = "base64.invalid-length"
    case invalidPadding = "base64.invalid-padding"
    case nonzeroTrailingBits = "base64.nonzero-trailing-bits"

    package var meaning: String {
        switch self {
        case .invalidCharacter: "The text has a character outside the alphabet."
        case .invalidLength: "The text has a length that no encoder produces: a character was lost or added."
        case .invalidPadding: "The text has too many or too few '=' signs, or one that is not at the end."
        case .nonzeroTrailingBits: "The last character carries bits that decode to nothing: two texts, one meaning."
        }
    }
}
