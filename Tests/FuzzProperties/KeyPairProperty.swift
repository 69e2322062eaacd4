import AuthKeysJOSE
import Consumers

/// A private key and a set, joined by a NUL, are tried out by every consumer; a key that passes is in the set.
enum KeyPairProperty {
    static func check(_ input: [UInt8]) throws {
        let end = input.firstIndex(of: 0) ?? input.count
        let key = Array(input[..<end])
        let jwks = Array(input[min(end + 1, input.count)...])
        for profile in Profile.all {
            let read = try accepted(max(key.count, jwks.count), secret: key) { () throws(AuthKeysError) in
                try profile.tryOut(
                    privateKeyText: key.span, jwks: jwks.span, at: NumericDate(secondsSince1970: 1_700_000_000))
            }
            guard let publicKey = read else { continue }
            let document = try JWKSetDocument(reading: jwks.span)
            let published = document.entries.compactMap { try? $0.key.get().key }
            try require(published.contains(publicKey), "a key that passes is published")
        }
    }
}
