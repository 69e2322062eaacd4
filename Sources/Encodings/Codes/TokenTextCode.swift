/// What is unusual about the text of a token, before anybody verifies it.
package enum TokenTextCode: String, CodeFamily {
    case assignment = "token.assignment"
    case bearerPrefix = "token.bearer-prefix"
    case empty = "token.empty"
    case encrypted = "token.encrypted"
    case insideJSON = "token.inside-json"
    case jsonSerialization = "token.json-serialization"
    case milliseconds = "token.milliseconds"
    case quoted = "token.quoted"
    case symmetric = "token.symmetric"
    case tooLong = "token.too-long"
    case truncated = "token.truncated"
    case unsecured = "token.unsecured"
    case whiteSpace = "token.white-space"

    package var meaning: String {
        switch self {
        case .assignment: "The name of a variable stands before the token."
        case .bearerPrefix: "The word Bearer of an HTTP header stands before the token."
        case .empty: "There is no token."
        case .encrypted: "The token is encrypted (JWE), so its claims cannot be read."
        case .insideJSON: "The token stands in a JSON object, such as the answer of a server."
        case .jsonSerialization: "The token is a JWS in JSON serialisation, which is no JWT."
        case .milliseconds: "A time of the token counts milliseconds where seconds are expected."
        case .quoted: "Quotes stand around the token."
        case .symmetric: "The token was made with a shared secret (HS256 and the like), so no public key verifies it."
        case .tooLong: "The text is longer than any token."
        case .truncated: "The end of the token is missing."
        case .unsecured: "The token is not signed: its alg is none, or its signature is empty."
        case .whiteSpace: "White space stands around the token or in it."
        }
    }
}
