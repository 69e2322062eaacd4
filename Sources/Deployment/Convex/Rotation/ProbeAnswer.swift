internal import Encodings
package import HTTPExchange

/// What the backend said to a probe token, with its words where they hold no piece of the token.
package enum ProbeAnswer: Sendable, Hashable {
    case accepted
    /// It does not verify with what the backend holds.
    case refused(String)
    /// Issuer and audience belong to no provider of `convex/auth.config.ts`: no key would change that.
    case noProvider(String)
    /// An answer, or none, that says nothing about the token.
    case unclear(String)

    /// `POST /api/query` authenticates before it looks for the function, so that a complaint about the function is a
    /// yes to the token (convex-backend `public_api.rs`: an error of a function has status 200 and a `status` member,
    /// which a redacted one has too).
    package init(_ response: HTTPResponse, to token: String) {
        let json = try? JSON.parse(response.body.span, limits: JSONLimits(bytes: 65_536, depth: 8))
        let said = json?["errorMessage"]?.string ?? json?["message"]?.string ?? ""
        let isOfFunction = response.status == 200 && ["error", "success"].contains(json?["status"]?.string)
        if isOfFunction || said.firstRange(of: "Could not find public function") != nil {
            self = .accepted
            return
        }
        let signature = Array(token.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }.reversed())
        let code = json?["code"]?.string.flatMap { DeploymentRefusal.isCode($0) ? $0 : nil }
        let message = DeploymentRefusal.holds(anyOf: [signature], said) ? "" : DeploymentRefusal.shortened(said)
        let words = [code ?? "status \(response.status)", message].filter { !$0.isEmpty }.joined(separator: ": ")
        switch response.status {
        case _ where code == "NoAuthProvider": self = .noProvider(words)
        case 400..<500 where code != nil, 500... where code == "AuthProviderDiscoveryFailed": self = .refused(words)
        default: self = .unclear(response.isMarkup ? "a web page came" : words)
        }
    }

    /// What was said; nothing when it was a yes.
    package var words: String {
        switch self {
        case .accepted: ""
        case .refused(let words), .noProvider(let words), .unclear(let words): words
        }
    }
}
