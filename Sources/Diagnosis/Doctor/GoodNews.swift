internal import AuthKeysJOSE
internal import Consumers
internal import KeyFormats

/// What was looked at and is good.
enum GoodNews {
    static func lines(_ evidence: Evidence) -> [String] {
        var lines: [String] = []
        if let key = evidence.privateKey, key.refusal == nil, let bits = (try? key.key.get())?.keySizeInBits {
            lines.append("\(evidence.profile.name) reads the private key, which has \(bits) bits")
        }
        if let set = evidence.keySet, let contents = try? set.contents.get() {
            let count = evidence.profile.eligibleKeys(in: contents.document).count
            if count == 1 || (count > 1 && evidence.profile.tokensCarryKeyID) {
                lines.append(
                    "\(evidence.profile.name) finds \(count) usable key\(count == 1 ? "" : "s") in the key set")
            }
            if let key = evidence.privateKey?.publicKey, contents.keys.contains(where: { $0.rsaKey == key }) {
                lines.append("the key set publishes the private key's public half")
            }
        }
        return lines
    }
}
