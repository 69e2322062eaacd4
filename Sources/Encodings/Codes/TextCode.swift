package enum TextCode: String, CodeFamily {
    case notRepresentable = "text.not-representable"

    package var meaning: String {
        switch self {
        case .notRepresentable: "The text holds a character that the place it is meant for cannot express."
        }
    }
}
