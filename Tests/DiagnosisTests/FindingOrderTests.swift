import Diagnosis
import Encodings
import Testing

struct FindingOrderTests {
    private static func finding(_ text: String) -> Finding {
        let parts = text.split(separator: " ").map(String.init)
        return Finding(
            code: AuthKeysError.Code(rawValue: parts[1]), severity: Finding.Severity(rawValue: parts[0]) ?? .note,
            verdict: text, evidence: [], reason: "", fix: nil,
            explainedBy: parts.count > 2 ? AuthKeysError.Code(rawValue: parts[2]) : nil)
    }

    /// Severity, code, and the code of the cause.
    @Test(arguments: [
        ([], []), (["note a"], ["note a"]),
        (["note a", "error b", "warning c"], ["error b", "warning c", "note a"]),
        (["error a", "error b"], ["error a", "error b"]),
        // A cause first, and as heavy as its worst effect.
        (["error a b", "warning c", "note b"], ["note b", "error a b", "warning c"]),
        (["error x", "error a b", "note b"], ["error x", "note b", "error a b"]),
        (["error a b", "warning b c", "note c"], ["note c", "warning b c", "error a b"]),
        (["note a b", "error b"], ["error b", "note a b"]),
        // A cause that was not found explains nothing.
        (["warning c", "error a gone"], ["error a gone", "warning c"]),
        // Circles end.
        (["error a b", "error b a"], ["error a b", "error b a"]), (["note a a"], ["note a a"]),
    ])
    func theWorstFirstAndCausesBeforeEffects(given: [String], expected: [String]) {
        #expect(given.map(Self.finding).inOrderOfExplanation().map(\.verdict) == expected)
    }
}
