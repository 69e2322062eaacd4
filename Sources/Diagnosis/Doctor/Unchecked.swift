internal import Consumers

/// What could not be judged, with what would be needed. Silence would pass for "good".
enum Unchecked {
    static func list(_ evidence: Evidence) -> [DiagnosisReport.NotChecked] {
        var list: [DiagnosisReport.NotChecked] = []
        if evidence.privateKey == nil {
            list.append(
                .init("whether the private key can be read and used", reason: "none was given", remedy: "--key SOURCE"))
        }
        if evidence.keySet == nil {
            list.append(.init("whether the key set is sound", reason: "none was given", remedy: "--jwks SOURCE"))
        }
        if let key = evidence.privateKey, evidence.keySet != nil, key.publicKey == nil {
            list.append(
                .init("whether key and key set belong together", reason: "the private key cannot be read"))
        }
        if let set = evidence.keySet, evidence.privateKey != nil, case .failure = set.contents {
            list.append(.init("whether key and key set belong together", reason: "the key set cannot be read"))
        }
        if evidence.issuer == nil {
            list.append(.init("the issuer", reason: "none was given", remedy: "--issuer ISSUER"))
        }
        if evidence.token == nil {
            list.append(.init("whether a token verifies", reason: "none was given", remedy: "--token TOKEN"))
        }
        return list
    }
}
