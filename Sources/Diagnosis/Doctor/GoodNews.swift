internal import AuthKeysJOSE
internal import Consumers
internal import KeyFormats

/// What was looked at and is good.
enum GoodNews {
    /// - Parameter findings: what was found in the same evidence.
    static func lines(_ evidence: Evidence, _ findings: [Finding]) -> [String] {
        let name = evidence.profile.name
        var lines: [String] = []
        if let key = evidence.privateKey, key.refusal == nil, isRead(key.place, evidence),
            let bits = (try? key.key.get())?.keySizeInBits
        {
            lines.append("\(name) reads the private key, which has \(bits) bits")
        }
        if let set = evidence.keySet, let contents = try? set.contents.get() {
            let count = evidence.profile.eligibleKeys(in: contents.document).count
            if count == 1 || (count > 1 && evidence.profile.tokensCarryKeyID) {
                lines.append("\(name) finds \(count) usable key\(count == 1 ? "" : "s") in the key set")
            }
            if let key = evidence.privateKey?.publicKey, contents.keys.contains(where: { $0.rsaKey == key }) {
                lines.append("the key set publishes the private key's public half")
            }
        }
        if let issuer = evidence.issuer, !findings.contains(where: { $0.code.rawValue.hasPrefix("issuer.") }) {
            lines.append("the issuer has the form of one: \(issuer.text)")
        }
        let adminKeys = [WatchedVariable.adminKey, WatchedVariable.pinnedAdminKey].compactMap { evidence.variable($0) }
        if adminKeys.contains(where: { !$0.isEmpty && (try? AdminKey($0.text)) != nil }),
            !findings.contains(where: { $0.code.rawValue.hasPrefix("convex.") })
        {
            lines.append("the admin key has the form of one")
        }
        if let secret = evidence.variable(WatchedVariable.instanceSecret), !secret.isEmpty,
            !findings.contains(where: { $0.code == ConvexCode.publishedSecret.code })
        {
            lines.append("the instance secret is none that was published")
        }
        if let trial = TokenTrialEvidence(evidence), trial.isAccepted {
            lines.append("\(name) accepts the token")
        }
        return lines
    }

    /// Not where the reader that a file is written for takes nothing of it.
    private static func isRead(_ place: ValuePlace, _ evidence: Evidence) -> Bool {
        guard let file = evidence.environmentFile, file.refusal != nil else { return true }
        return place.path != file.path
    }
}
