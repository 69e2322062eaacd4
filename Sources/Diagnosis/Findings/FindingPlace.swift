/// Where a finding is: for a report that points at a line of a file.
public struct FindingPlace: Sendable, Hashable {
    /// As it was named on the command line.
    public let path: String
    /// Counted from 1; `nil` for the file as a whole.
    public let line: Int?

    package init(path: String, line: Int? = nil) {
        self.path = path
        self.line = line
    }
}
