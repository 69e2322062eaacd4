internal import AuthKeysJOSE
internal import Encodings

/// How many tokens were accepted, and the others by the first thing that was wrong with them.
struct LinesSummary: Sendable {
    private struct Cause: Sendable {
        var count: Int
        let firstLine: Int
        let reason: String
    }

    private(set) var accepted = 0
    private var causes: [AuthKeysError.Code: Cause] = [:]

    var refused: Int { causes.values.reduce(0) { $0 + $1.count } }

    var total: Int { accepted + refused }

    mutating func accept() {
        accepted += 1
    }

    mutating func refuse(_ refusal: JWTRefusal, line: Int) {
        if causes[refusal.code] == nil {
            let reason = refusal.failures.first?.reason ?? ""
            causes[refusal.code] = Cause(count: 1, firstLine: line, reason: reason)
        } else {
            causes[refusal.code]?.count += 1
        }
    }

    /// - Parameter other: of later lines.
    mutating func add(_ other: Self) {
        accepted += other.accepted
        for (code, cause) in other.causes {
            if causes[code] == nil { causes[code] = cause } else { causes[code]?.count += cause.count }
        }
    }

    /// The answer first, then the causes, the most frequent first.
    func report(to console: Console) {
        let tokens = total == 1 ? "1 token" : "\(total) tokens"
        console.note("\(tokens): \(accepted) accepted, \(refused) refused")
        let ordered = causes.sorted { ($1.value.count, $0.key.rawValue) < ($0.value.count, $1.key.rawValue) }
        for (code, cause) in ordered {
            let place = cause.count == 1 ? "line \(cause.firstLine)" : "first in line \(cause.firstLine)"
            console.note("\(cause.count) refused with \(code.rawValue), \(place): \(cause.reason)")
        }
    }
}
