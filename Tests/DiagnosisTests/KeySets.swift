import AuthKeysJOSE
import Consumers
import Diagnosis

/// Sets of keys that are not real: odd, and different from each other. Weak they are too, so what is asked of them is not
/// asked about their strength; ``WeakKeyRuleTests`` does that.
enum KeySets {
    static func n(_ number: UInt8, bytes: Int = 256) -> String {
        Base64URL.encode(([0xC0, number] + [UInt8](repeating: 0, count: bytes - 3) + [1]).span)
    }

    /// The members of a good JWK, in JSON; a change replaces a value or, when it is `nil`, leaves the member out.
    static func jwk(_ number: UInt8, _ changes: KeyValuePairs<String, String?> = [:]) -> String {
        var members = [
            ("kty", "\"RSA\""), ("use", "\"sig\""), ("alg", "\"RS256\""), ("kid", "\"k\(number)\""),
            ("n", "\"\(n(number))\""), ("e", "\"AQAB\""),
        ]
        for (name, value) in changes {
            let index = members.firstIndex { $0.0 == name }
            if let index { members.remove(at: index) }
            if let value { members.insert((name, value), at: index ?? members.count) }
        }
        return "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    static func thumbprint(_ number: UInt8) -> String {
        let key = try? Base64URL.decode(n(number)).withBytes { n in
            try RSAPublicKey(n: n.indices.map { n[$0] }, e: [1, 0, 1])
        }
        return (try? key?.thumbprint())?.description ?? ""
    }

    static func set(_ keys: [String]) -> String {
        #"{"keys":["# + keys.joined(separator: ",") + "]}"
    }

    static func findings(_ text: String, for profile: Profile, path: String? = nil) -> [Finding] {
        RuleRegistry.findings(
            in: Evidence(profile: profile, keySet: KeySetEvidence(reading: text.utf8.span, path: path)),
            by: RuleRegistry.rules.filter { $0.code != "jwks.weak-key" })
    }
}
