package import Consumers
internal import Encodings
internal import HTTPExchange

/// A token that was shown to the backend, as far as it may be told: never the token itself.
package struct LiveProbe: Sendable {
    /// What the backend answered.
    package let answer: LiveExchange
    /// What this consumer would answer, with the set that is published and the time of the server; `nil` where none was
    /// seen.
    package let expected: Profile.Verdict?
    /// The token's signature, so that no report repeats an answer that quotes it.
    private let signature: String

    package init(answer: LiveExchange, token: LiveProbeToken) {
        self.answer = answer
        expected = token.expected
        signature = token.text.split(separator: ".").last.map(String.init) ?? token.text
    }

    package enum Verdict: Sendable, Hashable {
        case accepted
        /// In the backend's own words.
        case refused(code: String?, message: String)
        /// Neither: with what came instead.
        case unclear(String)
    }

    package var verdict: Verdict {
        guard let response = answer.response else { return .unclear(answer.failure?.message ?? "no answer") }
        let json = try? JSON.parse(response.body.span, limits: JSONLimits(bytes: 65_536, depth: 16))
        // It looks for the function only for a token that it accepts. What it says of the function can be redacted.
        if response.status == 200, json?["status"]?.string == "error" { return .accepted }
        let isDiscovery = json?["code"]?.string == "AuthProviderDiscoveryFailed"
        guard (400..<500).contains(response.status) || isDiscovery, let json, let message = json["message"]?.string
        else {
            return .unclear("status \(response.status)")
        }
        let code = json["code"]?.string
        guard !message.contains(signature), code?.contains(signature) != true else {
            return .refused(code: nil, message: "status \(response.status), with an answer that repeats the token")
        }
        return .refused(
            code: code.map { String($0.unicodeScalars.prefix(64)) }, message: String(message.unicodeScalars.prefix(400))
        )
    }
}
