extension Int {
    /// With its noun, which takes an s in the plural: "1 byte", "2 bytes".
    package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
