/// Options that exclude each other.
package struct OptionGroup: Sendable, Hashable {
    package enum Rule: Sendable, Hashable {
        case atMostOne, exactlyOne
    }

    package let rule: Rule
    /// Names without dashes, in the order in which they are offered.
    package let names: [String]

    package static func atMostOne(_ options: OptionSpec...) -> Self {
        OptionGroup(rule: .atMostOne, names: options.map(\.name))
    }

    package static func exactlyOne(_ options: OptionSpec...) -> Self {
        OptionGroup(rule: .exactlyOne, names: options.map(\.name))
    }

    var spellings: [String] { names.map { "'--\($0)'" } }
}
