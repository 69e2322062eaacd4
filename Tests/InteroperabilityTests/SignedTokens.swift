import AuthKeysJOSE
import Consumers
import Testing

/// Tokens that our library signs with a key that the tool made, good ones and ones that were tampered with.
struct SignedTokens: Sendable {
    /// The members of one of Convex Auth's tokens, and text that every encoder could escape in its own way.
    static let payload =
        #"{"sub":"u|s","iat":1700000000,"iss":"https://example.invalid/é","aud":"convex","exp":4102444800}"#

    /// As stock Convex Auth signs.
    let withoutKeyID: String
    let withKeyID: String
    let tampered: [String]

    var all: [String] { [withoutKeyID, withKeyID] + tampered }

    init(_ sample: KeyPairSample) throws {
        let made = try sample.made
        let key = try RSAPrivateKey(pemRepresentation: made.privateKey.utf8.span, grammar: .lax)
        let keyID = KeyID(try made.keyID)
        let payload = Array(Self.payload.utf8)
        withoutKeyID = try Profile.convexAuth.signer(key: key, keyID: keyID).sign(payload.span)
        withKeyID = try Profile.generic.signer(key: key, keyID: keyID).sign(payload.span)
        let good = [withoutKeyID, withKeyID]
        tampered = try Tampering.allCases.flatMap { tampering in
            try good.map { try tampering.apply(to: $0, keyID: keyID) }
        }
    }
}

extension KeyPairSample {
    var tokens: SignedTokens {
        get throws { try #require(Self.signed[self]).get() }
    }

    private static let signed = Dictionary(
        uniqueKeysWithValues: all.map { sample in (sample, Result { try SignedTokens(sample) }) })
}
