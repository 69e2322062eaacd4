import AuthKeysJOSE
import TestSupport

/// Of all tokens only the one that was signed is verified (RFC 7515 A.2), and only as it was written.
enum TokenProperty {
    private struct Signed {
        let token: String
        let verifier: JWSVerifier

        init() throws {
            token = try Repository.text(of: "Fixtures/keys/rfc7515-a2.jwt").filter { !$0.isNewline }
            let key = try RSAPublicKey(pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.spki.pem"))
            let keys = [JWK(key, algorithm: nil), JWK(key, keyID: "a", algorithm: .rs512)]
            verifier = JWSVerifier(keys: try JWKSet(keys), algorithms: JWSAlgorithm.all)
        }
    }

    private static let signed = Result { try Signed() }

    static func check(_ input: [UInt8]) throws {
        let signed = try signed.get()
        let text = String(decoding: input, as: UTF8.self)
        let byteCount = text.utf8.count
        let read = try accepted(byteCount) { () throws(AuthKeysError) in try CompactJWS(text) }
        let payload = try accepted(byteCount) { () throws(AuthKeysError) in try signed.verifier.verify(text) }
        if payload != nil {
            try require(text.utf8.elementsEqual(signed.token.utf8), "only what was signed is verified")
        }
        if text.utf8.elementsEqual(signed.token.utf8) { try require(payload != nil, "what was signed is verified") }
        try look(at: text, isRead: read != nil)
        guard let jws = read else { return }
        try require(payload ?? jws.payload == jws.payload, "what is verified is what was read")
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        try require(Base64URL.encode(jws.payload.span).utf8.elementsEqual(parts[1]), "the payload is the second part")
        try require(jws.header.json.members != nil, "a header is an object")
    }

    /// Whatever it is, it can be looked at; what is read strictly is a token of three parts there too.
    private static func look(at text: String, isRead: Bool) throws {
        let token = UnverifiedJWT(reading: text)
        guard isRead else { return }
        try require([.signed, .unsecured].contains(token.form), "a JWS has three parts")
        try require((try? token.header?.json.get())??.members != nil, "its header can be looked at")
        try require(token.header?.duplicateMembers.isEmpty == true, "no member of its header stands twice")
    }
}
