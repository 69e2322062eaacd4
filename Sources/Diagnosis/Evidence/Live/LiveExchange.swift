package import Encodings
package import HTTPExchange

/// A question and what came of it.
package struct LiveExchange: Sendable {
    package let question: LiveQuestion
    package let url: HTTPURL
    package let outcome: Result<HTTPResponse, AuthKeysError>
    /// By the clock of this machine.
    package let sentAt: NumericDate
    package let receivedAt: NumericDate

    package init(
        _ question: LiveQuestion, _ url: HTTPURL, _ outcome: Result<HTTPResponse, AuthKeysError>, sentAt: NumericDate,
        receivedAt: NumericDate
    ) {
        self.question = question
        self.url = url
        self.outcome = outcome
        self.sentAt = sentAt
        self.receivedAt = receivedAt
    }

    /// What a proxy answers that has nobody behind it.
    static let gatewayStatuses = 502...504

    var response: HTTPResponse? { try? outcome.get() }

    var failure: AuthKeysError? {
        if case .failure(let error) = outcome { error } else { nil }
    }

    /// For evidence: a query can be secret, and is left out.
    var place: String { String(url.text.prefix { $0 != "?" }) }

    /// How far the clock of the server is from this one, as far as a date to the second and the time that the answer took
    /// can tell: positive when it is ahead, and zero while it may be right.
    var clockDifference: Duration? {
        guard let date = response?.date else { return nil }
        if date > receivedAt { return date - receivedAt }
        let latest = date + .seconds(1)
        return latest < sentAt ? latest - sentAt : .zero
    }

    /// `2.4.1` or a commit: what `/version` of the API answers. A web page is no version.
    var isVersion: Bool {
        guard let response, response.status == 200, !response.isMarkup else { return false }
        return (1...100).contains(response.body.count)
            && response.body.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A }
            && response.body.first != UInt8(ascii: "{")
    }

    /// The `code` of a refusal of Convex's, `{"code":…,"message":…}`, where it looks like one.
    var errorCode: String? {
        guard let response,
            let json = try? JSON.parse(response.body.span, limits: JSONLimits(bytes: 65_536, depth: 16)),
            let code = json["code"]?.string, (1...64).contains(code.utf8.count),
            code.utf8.allSatisfy({ byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            })
        else { return nil }
        return code
    }

    /// The start of the body, when it is text, for evidence.
    var words: String {
        let body = response?.body ?? []
        return Escaper.terminal(bytes: Array(body.prefix(160)).span) + (body.count > 160 ? "…" : "")
    }
}
