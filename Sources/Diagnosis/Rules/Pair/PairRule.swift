internal import Consumers
internal import KeyFormats

/// A rule about a private key and a set that were both read.
protocol PairRule: Rule {
    func finding(_ pair: Pair, for profile: Profile) -> Finding?
}

/// A private key that can be used, and the set that should publish it.
struct Pair {
    let key: PrivateKeyEvidence
    let publicKey: RSAPublicKey
    let set: KeySetContents
    let setPlace: ValuePlace?
    let fixes: KeySetFixes

    init?(_ evidence: Evidence) {
        guard let key = evidence.privateKey, let publicKey = key.publicKey, let keySet = evidence.keySet,
            let set = try? keySet.contents.get()
        else { return nil }
        self.key = key
        self.publicKey = publicKey
        self.set = set
        setPlace = keySet.place
        fixes = KeySetFixes(evidence)
    }

    /// The keys of the set that are the private key's public half.
    var published: [KeySetContents.Key] { self.set.keys.filter { $0.rsaKey == publicKey } }
}

extension PairRule {
    package func findings(in evidence: Evidence) -> [Finding] {
        guard let pair = Pair(evidence) else { return [] }
        return finding(pair, for: evidence.profile).map { [$0.at(pair.setPlace?.finding)] } ?? []
    }
}
