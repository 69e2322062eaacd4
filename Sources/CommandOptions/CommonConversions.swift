extension Option where Value == String {
    /// The text as it was given. Nobody means an empty one: `--issuer "$ISSUER"` of an unset variable would accept, or sign,
    /// the issuer "".
    package init(
        _ name: String, short: Character? = nil, metavar: String, help: String, isRequired: Bool = false,
        isSecret: Bool = false, allowed: [String] = [], default defaultValue: OptionSpec.Default? = nil
    ) {
        self.init(
            name, short: short, metavar: metavar, help: help, isRequired: isRequired, isSecret: isSecret,
            allowed: allowed, default: defaultValue, convert: Self.nonEmpty)
    }

    private static func nonEmpty(_ text: String) throws(UsageError) -> String {
        guard !text.utf8.isEmpty else {
            throw UsageError(
                .invalidValue, "the value is empty",
                hint: "give one, or leave the option out; a shell variable in it may be unset")
        }
        return text
    }
}

extension Option where Value: RawRepresentable<String> & CaseIterable {
    /// One of the raw values of `Value`.
    package init(
        _ name: String, short: Character? = nil, metavar: String, help: String, isRequired: Bool = false,
        default defaultValue: Value? = nil
    ) {
        self.init(
            name, short: short, metavar: metavar, help: help, isRequired: isRequired,
            allowed: Value.allCases.map(\.rawValue), default: defaultValue.map { .value($0.rawValue) },
            convert: { (text: String) throws(UsageError) -> Value in
                guard let value = Value(rawValue: text) else {
                    throw .invalidValue(text, "is not one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                return value
            })
    }
}

extension Option where Value == Int {
    /// A decimal number within `range`.
    package init(
        _ name: String, short: Character? = nil, metavar: String, help: String, in range: ClosedRange<Int>,
        isRequired: Bool = false, default defaultValue: Int? = nil
    ) {
        self.init(
            name, short: short, metavar: metavar, help: help, isRequired: isRequired,
            default: defaultValue.map { .value(String($0)) },
            convert: { (text: String) throws(UsageError) -> Int in
                guard let number = Int(text), range.contains(number) else {
                    throw .invalidValue(text, "is not a whole number from \(range.lowerBound) to \(range.upperBound)")
                }
                return number
            })
    }
}
