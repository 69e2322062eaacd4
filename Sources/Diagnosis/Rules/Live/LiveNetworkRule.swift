internal import Consumers
internal import Encodings

/// A rule about an answer that did not come, or not whole: the API's or the issuer's.
protocol LiveNetworkRule: LiveRule {
    var network: NetworkCode { get }
    var reason: String { get }
}

extension LiveNetworkRule {
    var code: AuthKeysError.Code { network.code }
    var severity: Finding.Severity { .error }

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        let failed = live.exchanges.filter { $0.failure?.code == code && $0.question != .probe }
        guard let first = failed.first, let error = first.failure else { return [] }
        let isOfIssuer = !failed.contains {
            $0.question != .document && $0.question != .keySet && $0.question != .issuerVersion
        }
        return [
            finding(
                error.message, evidence: failed.map { "no answer of \($0.place)" }, reason: reason,
                fix: error.hint.map { .edit($0) },
                explainedBy: isOfIssuer && network == .unreachable ? live.faultOfTheWay : nil)
        ]
    }
}
