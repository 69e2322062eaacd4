package enum TimeCode: String, CodeFamily {
    case duration = "time.duration"
    case malformed = "time.malformed"
    case noSuchTime = "time.no-such-time"

    package var meaning: String {
        switch self {
        case .duration: "The text is not a duration such as 90s, 15m, 1h, 90d, PT1H or P90D."
        case .malformed: "The text is not a time such as 2026-11-20T09:00:00Z (RFC 3339)."
        case .noSuchTime: "A time names a day, an hour or an offset that there is not."
        }
    }
}
