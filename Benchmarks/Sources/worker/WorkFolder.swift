import AuthKeysJOSE
import Glibc

/// Makes the keys and tokens, and tokens that every contestant has to refuse.
enum WorkFolder {
    static func make(_ folder: String, count: Int) throws {
        var keys: [RSAPrivateKey] = []
        for _ in 0..<Work.keyCount { keys.append(try RSAPrivateKey(keySize: .bits2048)) }
        let jwks = try keys.map { JWK($0.publicKey, keyID: try $0.publicKey.thumbprint()) }
        let signers = try zip(keys, jwks).map { key, jwk in try JWSSigner(key: key, keyID: jwk.keyID) }
        let now = Int(time(nil))
        let payloads = (0..<count).map { payload($0, now: now) }
        let tokens = try payloads.enumerated().map { index, payload in
            try signers[index % Work.keyCount].sign(payload.utf8.span)
        }
        let bad = try badTokens(tokens, keys: keys, jwks: jwks, now: now)

        func write(_ name: String, _ text: String) throws { try Files.write("\(folder)/\(name)", Array(text.utf8)) }
        func write(_ name: String, lines: [String]) throws { try write(name, lines.map { "\($0)\n" }.joined()) }
        try write("tokens", lines: tokens)
        try write("payloads", lines: payloads)
        try write("bad", lines: bad.map { "\($0.reason) \($0.token)" })
        try write("kids", lines: jwks.map { $0.keyID?.description ?? "" })
        try write("expected", lines: [Work.issuer, Work.audience])
        try write("jwks.json", try JWKSet(jwks).json.compactJSON)
        for (index, key) in keys.enumerated() {
            try write("jwk-\(index).json", jwks[index].json.compactJSON)
            try write("public-\(index).pem", key.publicKey.pemRepresentation)
            let pem = try key.pkcs8PEMRepresentation().withBytes { span in
                unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
            }
            try Files.write("\(folder)/private-\(index).pem", pem)
        }
    }

    /// Seven claims, as an access token has them. Good for a day.
    private static func payload(
        _ index: Int, now: Int, issuer: String = Work.issuer, audience: String = Work.audience, from: Int = -60,
        until: Int = 86_400
    ) -> String {
        """
        {"iss":"\(issuer)","sub":"user-\(index)|session-\(index * 7919)","aud":"\(audience)",\
        "iat":\(now + min(from, -60)),"nbf":\(now + from),"exp":\(now + until),"jti":"token-\(index)"}
        """
    }

    /// Times are an hour off, beyond everyone's leeway.
    private static func badTokens(
        _ tokens: [String], keys: [RSAPrivateKey], jwks: [JWK], now: Int
    ) throws -> [(reason: String, token: String)] {
        let good = payload(0, now: now)
        func signed(_ payload: String, _ algorithm: JWSAlgorithm = .rs256, keyID: KeyID? = jwks[0].keyID) throws
            -> String
        {
            try JWSSigner(key: keys[0], algorithm: algorithm, keyID: keyID).sign(payload.utf8.span)
        }
        let parts = tokens[0].split(separator: ".")
        let others = tokens[Work.keyCount].split(separator: ".")
        let kid = jwks[0].keyID?.description ?? ""
        let unsigned = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"\(kid)\"}".utf8.span)
        return [
            ("the-payload-of-another-token", "\(parts[0]).\(others[1]).\(parts[2])"),
            ("the-signature-of-another-token", "\(parts[0]).\(parts[1]).\(others[2])"),
            ("alg-none", "\(unsigned).\(parts[1])."),
            ("alg-RS512", try signed(good, .rs512)),
            ("an-unknown-kid", try signed(good, keyID: "unknown")),
            ("the-kid-of-another-key", try signed(good, keyID: jwks[1].keyID)),
            ("another-issuer", try signed(payload(0, now: now, issuer: "https://auth.example.org"))),
            ("another-audience", try signed(payload(0, now: now, audience: "web"))),
            ("expired", try signed(payload(0, now: now, from: -7200, until: -3600))),
            ("not-yet-valid", try signed(payload(0, now: now, from: 3600))),
        ]
    }
}
