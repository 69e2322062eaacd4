package enum PEMCode: String, CodeFamily {
    case empty = "pem.empty"
    case headers = "pem.headers"
    case label = "pem.label"
    case labelMismatch = "pem.label-mismatch"
    case layout = "pem.layout"
    case missingBegin = "pem.missing-begin"
    case missingEnd = "pem.missing-end"
    case trailingContent = "pem.trailing-content"
    case unexpectedLabel = "pem.unexpected-label"

    package var meaning: String {
        switch self {
        case .empty: "There is nothing between the BEGIN and the END line."
        case .headers: "Headers stand between the BEGIN line and the body (RFC 1421), which RFC 7468 §2 does not allow."
        case .label: "What a BEGIN or END line names is not a label (RFC 7468 §3), as when a hyphen of it was lost."
        case .labelMismatch: "The BEGIN and the END line name different things."
        case .layout: "The lines are not laid out as RFC 7468 has it: 64 characters each, one line end after each."
        case .missingBegin: "The text does not begin with a -----BEGIN …----- line."
        case .missingEnd: "The -----END …----- line is missing: the text was cut."
        case .trailingContent: "Something follows the -----END …----- line."
        case .unexpectedLabel: "The text is PEM, but of another kind than the one expected."
        }
    }
}
