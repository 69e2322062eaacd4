internal import CommandOptions
internal import Encodings

/// A moment on the command line: RFC 3339, Unix seconds, or counted from now: `+1h`, `-5m`, `now`.
enum TimeArgument: Sendable, Hashable {
    case absolute(NumericDate)
    case relative(Duration)

    /// How the forms are described in help.
    static let forms = "RFC 3339, Unix seconds, or counted from now as +1h or -5m"

    init(_ text: String) throws(UsageError) {
        if text.utf8.elementsEqual("now".utf8) {
            self = .relative(.zero)
        } else if let seconds = text.utf8.first.flatMap({ Self.unixSeconds(text, first: $0) }) {
            guard seconds.secondsSince1970 <= RFC3339.lastSecond else {
                throw .invalidValue(
                    text, "is a time after the year 9999",
                    hint: "write seconds since 1970; this looks like milliseconds")
            }
            self = .absolute(seconds)
        } else if let duration = try DurationArgument.signed(text) {
            self = .relative(duration)
        } else {
            do throws(AuthKeysError) { self = .absolute(try RFC3339.date(text)) } catch {
                throw .invalidValue(
                    text, "is no time: \(error.message)",
                    hint: "write it like 2026-11-20T09:00:00Z, 1795165200, +1h or -5m")
            }
        }
    }

    func date(at now: NumericDate) -> NumericDate {
        switch self {
        case .absolute(let date): date
        case .relative(let duration): now + duration
        }
    }

    private static func unixSeconds(_ text: String, first: UInt8) -> NumericDate? {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return nil }
        return (try? JSON.parse(text, limits: .token))?.number.map { NumericDate($0) }
    }
}

/// A length of time on the command line.
enum DurationArgument {
    /// `90s`, `15m`, `1h`, `90d`, `PT1H`, `P90D`.
    static func duration(_ text: String) throws(UsageError) -> Duration {
        do throws(AuthKeysError) { return try DurationText.duration(text) } catch {
            throw .invalidValue(text, "is \(error.message)", hint: error.hint)
        }
    }

    private static func afterSign(_ text: String) throws(UsageError) -> Duration {
        do throws(AuthKeysError) { return try DurationText.duration(String(text.dropFirst())) } catch {
            throw .invalidValue(text, "is \(error.message)", hint: error.hint)
        }
    }

    /// The same with a sign before it; `nil` without one.
    static func signed(_ text: String) throws(UsageError) -> Duration? {
        switch text.utf8.first {
        case UInt8(ascii: "+"): try afterSign(text)
        case UInt8(ascii: "-"): Duration.zero - (try afterSign(text))
        default: nil
        }
    }
}
