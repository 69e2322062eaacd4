internal import AuthKeysJOSE
internal import Encodings

/// What verifiers will not like about a token that was just signed as it was asked for.
enum TokenWarnings {
    static func warnings(_ claims: JSONValue, byteCount: Int, at now: NumericDate) -> [String] {
        var warnings: [String] = []
        let expiry = claims["exp"]?.number.map { NumericDate($0) }
        let start = claims["nbf"]?.number.map { NumericDate($0) }
        if let expiry {
            if expiry <= now { warnings.append("the token has expired already, at \(expiry)") }
            if let start, start >= expiry { warnings.append("the token is never good: its nbf is not before its exp") }
        } else {
            warnings.append("the token has no exp: it is good until the key is withdrawn, and most verifiers refuse it")
        }
        for name in ["exp", "nbf", "iat"] {
            guard let date = claims[name]?.number.map({ NumericDate($0) }), date.secondsSince1970 > RFC3339.lastSecond
            else { continue }
            warnings.append("\(name) is \(date): it counts milliseconds, it seems, where seconds are expected")
        }
        if byteCount > CompactJWS.maximumLength {
            warnings.append(
                "the token has \(byteCount) bytes; authkeys and many servers read at most \(CompactJWS.maximumLength)")
        }
        return warnings
    }
}
