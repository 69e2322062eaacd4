import AuthKeysJOSE

/// One thing that is measured: says of so many of the work, counted from a number and begun anew after the last, how
/// many succeeded.
struct Operation: Sendable {
    let name: String
    let run: @Sendable (Range<Int>) -> Int

    static func all(_ work: Work) throws -> [Operation] {
        let verification = JWTVerification(keys: work.publicKeys)
        let tokens = work.tokens
        let payloads = work.payloads
        let signers = work.signers
        let prepared = try tokens.map(PreparedToken.init)
        return [
            Operation(name: "verify") { $0.count { verification.accepts(tokens[$0 % tokens.count]) } },
            Operation(name: "verify-rsa") { [keys = work.publicKeys.keys] indices in
                indices.count { index in
                    let token = prepared[index % prepared.count]
                    return keys[index % prepared.count % keys.count].key
                        .isValidSignature(token.signature.span, for: token.input.span)
                }
            },
            Operation(name: "verify-split") { $0.count { (try? CompactJWS(tokens[$0 % tokens.count])) != nil } },
            Operation(name: "verify-json") {
                $0.count { index in
                    let payload = prepared[index % prepared.count].payload
                    return (try? JSON.parse(payload.span, limits: .token)) != nil
                }
            },
            Operation(name: "sign") {
                $0.count { index in
                    (try? signers[index % payloads.count % signers.count].sign(payloads[index % payloads.count])) != nil
                }
            },
            Operation(name: "load-jwk") { [texts = work.jwkTexts] in
                $0.count { index in
                    let text = texts[index % texts.count]
                    return (try? JWK(JSON.parse(text.span, limits: .keySet))) != nil
                }
            },
            Operation(name: "load-public-pem") { [texts = work.publicPEMs] in
                $0.count { (try? RSAPublicKey(pemRepresentation: texts[$0 % texts.count])) != nil }
            },
            Operation(name: "load-private-pem") { [texts = work.privatePEMs] in
                $0.count { index in
                    let text = texts[index % texts.count]
                    return (try? RSAPrivateKey(pemRepresentation: text.span)) != nil
                }
            },
        ]
    }
}

/// A token with nothing left to be split or decoded.
struct PreparedToken: Sendable {
    let input: [UInt8]
    let payload: [UInt8]
    let signature: [UInt8]

    init(_ token: String) throws {
        let parts = token.split(separator: ".")
        guard parts.count == 3 else { throw Failure(description: "no token") }
        input = Array("\(parts[0]).\(parts[1])".utf8)
        payload = try Base64URL.decode(String(parts[1]))
        signature = try Base64URL.decode(String(parts[2]))
    }
}
