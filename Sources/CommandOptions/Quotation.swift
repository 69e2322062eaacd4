/// The longest text that a message repeats whole, and how much of a longer one it shows, in Unicode scalars.
///
/// A thumbprint has 43 and is shown; a line of a PEM file has 64 and is not.
private let longestQuotation = 48
private let shownOfLonger = 16

private let beginningOfKey = "-----BEGIN"

/// Marks of key text and of tokens: nothing that follows one is repeated.
private let secretMarks = [beginningOfKey, "eyJ"]

/// `text` in single quotes, fit for a message: invisible characters escaped, long text cut, keys and tokens cut at once.
///
/// People paste keys where a path belongs, so no argument is repeated at length, whatever it was meant to be.
package func quoted(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars.prefix(longestQuotation + 1))
    var shown = scalars[...]
    if scalars.count > longestQuotation { shown = scalars.prefix(shownOfLonger) }
    for mark in secretMarks {
        if let end = shown.endOfFirst(Array(mark.unicodeScalars)) { shown = shown[..<end] }
    }
    let ellipsis = shown.count < scalars.count ? "…" : ""
    return "'\(shown.map(visible).joined())\(ellipsis)'"
}

/// Whether ``quoted(_:)`` shows all of `text` as it is, so that it can stand in a line to be typed.
func isQuotedWhole(_ text: String) -> Bool {
    quoted(text).unicodeScalars.elementsEqual("'\(text)'".unicodeScalars)
}

/// Whether `text` is a key where the name of one was asked for.
func isPastedKey(_ text: String) -> Bool {
    text.utf8.starts(with: beginningOfKey.utf8)
}

private func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default:
        return String(scalar)
    }
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate func endOfFirst(_ mark: [Unicode.Scalar]) -> Int? {
        indices.first { self[$0...].starts(with: mark) }.map { $0 + mark.count }
    }
}
