package enum DERCode: String, CodeFamily {
    case encoding = "der.encoding"
    case truncated = "der.truncated"
    case trailingContent = "der.trailing-content"
    case unexpectedType = "der.unexpected-type"

    package var meaning: String {
        switch self {
        case .encoding: "The bytes are not in DER, the one encoding of each value that X.690 §10 and §11 allow."
        case .truncated: "A length says that more bytes follow than there are: the text was cut, or a part was lost."
        case .trailingContent: "Something follows the value, or a structure has more members than it can have."
        case .unexpectedType: "A value is of another ASN.1 type than the one that belongs there."
        }
    }
}
