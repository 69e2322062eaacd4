/// An option that takes a value, and how its text becomes a `Value`.
package struct Option<Value: Sendable>: Sendable {
    package let spec: OptionSpec
    package let convert: @Sendable (String) throws(UsageError) -> Value

    /// - Parameter convert: may throw ``UsageError/invalidValue(_:_:hint:)``; an empty text reaches it too.
    package init(
        _ name: String, short: Character? = nil, metavar: Metavar, help: String, isRequired: Bool = false,
        isSecret: Bool = false, allowed: [String] = [], default defaultValue: OptionSpec.Default? = nil,
        convert: @escaping @Sendable (String) throws(UsageError) -> Value
    ) {
        self.init(
            spec: OptionSpec(
                name, short: short, arity: .value(metavar), help: help, isRequired: isRequired,
                isSecret: isSecret, allowedValues: allowed, defaultValue: defaultValue),
            convert: convert)
    }

    private init(spec: OptionSpec, convert: @escaping @Sendable (String) throws(UsageError) -> Value) {
        self.spec = spec
        self.convert = convert
    }

    /// The same option, which may be given any number of times.
    package var repeatable: RepeatableOption<Value> {
        RepeatableOption(spec: spec.repeatable(), convert: convert)
    }
}

/// An option that may be given several times; made by ``Option/repeatable``.
package struct RepeatableOption<Value: Sendable>: Sendable {
    package let spec: OptionSpec
    package let convert: @Sendable (String) throws(UsageError) -> Value

    fileprivate init(spec: OptionSpec, convert: @escaping @Sendable (String) throws(UsageError) -> Value) {
        self.spec = spec
        self.convert = convert
    }
}

/// An option whose value may be left out.
package struct OptionalValueOption<Value: Sendable>: Sendable {
    package let spec: OptionSpec
    package let convert: @Sendable (String) throws(UsageError) -> Value

    /// - Parameter convert: may throw ``UsageError/invalidValue(_:_:hint:)``; the empty text of `--name=` reaches it too.
    package init(
        _ name: String, metavar: Metavar, help: String,
        convert: @escaping @Sendable (String) throws(UsageError) -> Value
    ) {
        spec = OptionSpec(name, arity: .optionalValue(metavar), help: help)
        self.convert = convert
    }
}

/// How such an option stands on the line.
package enum OptionalValue<Value: Sendable>: Sendable {
    case absent
    /// Without a value.
    case alone
    case value(Value)
}

/// An option that is there or not.
package struct Flag: Sendable {
    package let spec: OptionSpec

    package init(_ name: String, short: Character? = nil, help: String) {
        spec = OptionSpec(name, short: short, arity: .flag, help: help)
    }
}
