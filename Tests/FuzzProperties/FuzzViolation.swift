import Encodings

/// A property that does not hold.
package struct FuzzViolation: Error, CustomStringConvertible {
    package let description: String
}

func require(_ holds: Bool, _ statement: @autoclosure () -> String) throws(FuzzViolation) {
    if !holds { throw FuzzViolation(description: "it does not hold that \(statement())") }
}

/// What holds for every error: it points into the text that was read, and a terminal only shows what it says.
func requireSound(_ error: AuthKeysError, byteCount: Int) throws(FuzzViolation) {
    if let location = error.location {
        try require((0...byteCount).contains(location.byteOffset), "\(error) points into \(byteCount) bytes")
        try require((1...byteCount + 1).contains(location.line ?? 1), "\(error) names a line of \(byteCount) bytes")
    }
    for text in [error.message, error.hint ?? ""] + error.underlying {
        try require(VisibleText.isVisible(text), "\(error.code.rawValue) shows visible text only")
    }
}

/// What holds for every error about a text that may be a secret: it repeats no piece of it that could be of a key.
func requireSilent(_ error: AuthKeysError, about secret: [UInt8]) throws(FuzzViolation) {
    for text in [error.message, error.hint ?? ""] + error.underlying {
        for word in text.utf8.split(whereSeparator: { !isBase64($0) }) where word.count >= 16 {
            let isRepeated = secret.indices.contains { secret[$0...].starts(with: word) }
            let isWord = word.allSatisfy { isCapital($0) }
            try require(isWord || !isRepeated, "\(error.code.rawValue) repeats nothing of a key")
        }
    }
}

private func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "+"), UInt8(ascii: "/"): true
    default: isCapital(byte)
    }
}

private func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
}

/// The value; `nil`, when `body` throws an error that is sound, and silent about the secret where there is one.
func accepted<Value>(
    _ byteCount: Int, secret: [UInt8]? = nil, _ body: () throws(AuthKeysError) -> Value
) throws(FuzzViolation) -> Value? {
    let error: AuthKeysError
    do throws(AuthKeysError) {
        return try body()
    } catch let thrown {
        error = thrown
    }
    try requireSound(error, byteCount: byteCount)
    if let secret { try requireSilent(error, about: secret) }
    return nil
}
