/// What one reader makes of a file of variables: the same bytes mean different things to different readers.
///
/// The values are ordinary arrays and are not wiped; descriptions and reflection do not show them.
package struct EnvironmentFile: Sendable, Hashable {
    /// In the order of the file; of two with one name the later counts.
    package internal(set) var assignments: [Assignment] = []
    /// Names without a value: docker takes the value from its own environment, sh only marks the name for export.
    package internal(set) var bareNames: [BareName] = []
    /// What the reader passed over without an error.
    package internal(set) var skippedLines: [SkippedLine] = []

    package init() {}

    /// The value that counts, which is that of the last assignment.
    package func value(of name: String) -> [UInt8]? {
        assignments.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    package struct BareName: Sendable, Hashable {
        package let name: String
        /// Counted from 1.
        package let line: Int

        package init(name: String, line: Int) {
            self.name = name
            self.line = line
        }
    }

    package struct SkippedLine: Sendable, Hashable {
        package enum Reason: Sendable, Hashable {
            case notAnAssignment, unterminatedQuote, textAfterQuote
        }

        /// Counted from 1: where the statement begins.
        package let line: Int
        package let reason: Reason

        package init(line: Int, reason: Reason) {
            self.line = line
            self.reason = reason
        }
    }
}
