/// Departures from RFC 5208, RFC 5958 or RFC 8017 that leave no doubt about the key: refused by a strict reading,
/// reported by a tolerant one.
package enum PKCS8Code: String, CodeFamily {
    case emptyAttributes = "pkcs8.empty-attributes"
    case missingParameters = "pkcs8.missing-parameters"
    case version = "pkcs8.version"

    package var meaning: String {
        switch self {
        case .emptyAttributes: "The set of attributes is there and empty, where it would be left out."
        case .missingParameters: "rsaEncryption stands without the NULL that RFC 8017 A.1 demands behind it."
        case .version: "The version is 1 exactly when the public key is included (RFC 5958 §2), and here it is not so."
        }
    }
}
