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

    package init(answer: LiveExchange, token: LiveProbeToken) {
        self.answer = answer
        expected = token.expected
    }

    package enum Verdict: Sendable, Hashable {
        case accepted
        /// In the backend's own words.
        case refused(code: String, message: String)
        /// Neither: with what came instead.
        case unclear(String)
    }

    package var verdict: Verdict {
        guard let response = answer.response else { return .unclear(answer.failure?.message ?? "no answer") }
        let json = try? JSON.parse(response.body.span, limits: JSONLimits(bytes: 65_536, depth: 16))
        // It looks for the function only for a token that it accepts. What it says of the function can be redacted.
        if response.status == 200, json?["status"]?.string == "error" { return .accepted }
        let code = answer.errorCode
        // 429 and 5xx are about the server, whatever their code; a code is what a proxy's answer lacks.
        let isJudgement = [400, 401, 403].contains(response.status) || code == "AuthProviderDiscoveryFailed"
        guard isJudgement, let code, let message = json?["message"]?.string else {
            return .unclear("status \(response.status)" + (code.map { ", \($0)" } ?? ""))
        }
        let shown = message.unicodeScalars.prefix(400)
        return .refused(
            code: code, message: String(shown) + (shown.endIndex < message.unicodeScalars.endIndex ? "…" : ""))
    }
}
