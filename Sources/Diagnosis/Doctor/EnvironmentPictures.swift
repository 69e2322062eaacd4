internal import Encodings
internal import HTTPExchange

extension MatchPicture {
    /// One for each environment, in their order. The deployment is in its own picture, and in that of the values that
    /// the rules compare with it: the first that were given.
    static func each(of environments: [Evidence]) -> [Self] {
        let deployment = environments.first { $0.live != nil }
        let compared = environments.firstIndex { $0.live == nil && ($0.privateKey != nil || $0.keySet != nil) }
        return environments.enumerated().compactMap { index, evidence in
            let isCompared = evidence.live != nil || index == compared
            let picture = Self(of: evidence, beside: isCompared ? deployment : nil)
            return picture.values.isEmpty ? nil : picture
        }
    }

    /// - Parameter deployment: what the deployment has, where it is drawn: the same evidence, or another one.
    private init(of evidence: Evidence, beside deployment: Evidence?) {
        let own = EvidencePicture(evidence: evidence)
        let beside = deployment.flatMap { DeploymentPicture(evidence, deployment: $0) }
        self.init(
            environment: evidence.name, values: own.values + (beside.map { [$0.value] } ?? []),
            links: own.links + (beside?.links ?? []))
    }
}

extension Evidence {
    /// `prod.env`, `the deployment at https://convex.example.com`.
    fileprivate var name: String {
        if let live {
            let origin = live.api?.origin ?? live.issuer?.url.origin
            return "the deployment" + (origin.map { " at \($0.shortened())" } ?? "")
        }
        return environmentFile?.path.shortened() ?? "the given values"
    }
}
