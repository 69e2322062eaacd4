internal import Consumers

/// What could not be judged, with what would be needed. Silence would pass for "good".
enum Unchecked {
    /// - Parameter isLive: whether a deployment was asked, with these values or beside them.
    static func list(_ evidence: Evidence, isLive: Bool) -> [DiagnosisReport.NotChecked] {
        let unexpanded = evidence.environmentFile?.unexpanded ?? []
        var list: [DiagnosisReport.NotChecked] = unexpanded.map { place in
            .init(
                place.description, reason: "a shell makes its value, and nothing is run here",
                remedy: evidence.environmentFile?.commandInShell)
        }
        func isUnexpanded(_ name: String) -> Bool { unexpanded.contains { $0.name.utf8.elementsEqual(name.utf8) } }
        if evidence.privateKey == nil, !isUnexpanded(WatchedVariable.privateKey), evidence.live == nil {
            list.append(
                .init("whether the private key can be read and used", reason: "none was given", remedy: "--key SOURCE"))
        }
        if evidence.keySet == nil, !isUnexpanded(WatchedVariable.keySet), evidence.live == nil {
            list.append(.init("whether the key set is sound", reason: "none was given", remedy: "--jwks SOURCE"))
        }
        if let key = evidence.privateKey, evidence.keySet != nil, key.publicKey == nil {
            list.append(
                .init(
                    "whether key and key set belong together", reason: "the private key cannot be read",
                    remedy: "--key SOURCE"))
        }
        if let set = evidence.keySet, evidence.privateKey != nil, case .failure = set.contents {
            list.append(
                .init(
                    "whether key and key set belong together", reason: "the key set cannot be read",
                    remedy: "--jwks SOURCE"))
        }
        if evidence.issuer == nil, evidence.live == nil {
            list.append(.init("the issuer", reason: "none was given", remedy: "--issuer ISSUER"))
        }
        if evidence.issuer != nil, evidence.profile.isOnConvex, !isLive {
            list.append(
                .init(
                    "whether the issuer answers, and what it publishes", reason: "nobody was asked",
                    remedy: "--live"))
        }
        if evidence.token == nil {
            list.append(.init("whether a token verifies", reason: "none was given", remedy: "--token TOKEN"))
        }
        for file in evidence.files where file.isInGit != nil {
            list.append(
                .init(
                    "whether an earlier commit holds '\(file.path)'", reason: "the history is not read",
                    remedy: "git log --all -- \(file.shellWord)"))
        }
        return list
    }
}
