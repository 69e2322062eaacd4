internal import Encodings

/// How long the phases of an exchange took, as measured.
struct ExchangeWindow: Sendable {
    /// From the request with the new JWKS until the backend accepted the new key; `nil` where another run had sent it.
    let untilAccepted: Duration?
    /// From then until the new key signed, the reading back included.
    let untilSwitched: Duration
    /// From the last refused probe until the new key signed: at most so long a token that the old key had just signed was
    /// refused.
    let refusedAtMost: Duration
    let probes: Int

    var text: String {
        let accepted =
            untilAccepted.map { "the new JWKS was accepted after \(Self.seconds($0)), and" } ?? "it was accepted;"
        return "\(accepted) \(Self.seconds(untilSwitched)) later the new key signed; fresh tokens of the old key were "
            + "refused for \(Self.seconds(refusedAtMost)) at most"
    }

    var json: JSONValue {
        .object([
            "acceptedAfterMilliseconds": untilAccepted.map { .integer(Self.milliseconds($0)) } ?? .null,
            "signingAfterMilliseconds": .integer(Self.milliseconds(untilSwitched)),
            "refusedAtMostMilliseconds": .integer(Self.milliseconds(refusedAtMost)), "probes": .integer(Int64(probes)),
        ])
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    }

    /// To the tenth: `0.3 s`.
    private static func seconds(_ duration: Duration) -> String {
        let tenths = (milliseconds(duration) + 50) / 100
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
