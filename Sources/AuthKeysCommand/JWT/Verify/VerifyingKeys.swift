internal import AuthKeysJOSE
internal import Consumers
internal import CryptoOpenSSL
internal import Encodings
internal import HTTPExchange
internal import HostSystem
internal import KeyFormats

/// The keys that tokens are verified with, read.
enum VerifyingKeys: Sendable {
    case set(JWKSet, document: JWKSetDocument)
    case key(JWK)

    func verifier(_ options: VerifyOptions) throws(AuthKeysError) -> JWTVerifier {
        switch self {
        case .set(let set, _):
            JWTVerifier(
                keys: set, expecting: options.expectations, algorithms: options.algorithms, types: options.types)
        case .key(let key):
            try JWTVerifier(
                key: key, expecting: options.expectations, algorithms: options.algorithms, types: options.types)
        }
    }

    /// As it was written; `nil` for a key that was given by itself.
    var document: JWKSetDocument? {
        if case .set(_, let document) = self { document } else { nil }
    }
}

extension KeyOrigin {
    /// - Throws: whatever is wrong with the keys, or on the way to them. None of it says anything about a token.
    func keys(
        _ context: CommandContext, passphraseSource: InputSource?, isQuiet: Bool
    ) throws(AuthKeysError) -> VerifyingKeys {
        switch self {
        case .key(let source):
            let given = try KeyInputs(context, passphraseSource: passphraseSource).key(source)
            let bare = JWK(given.material.publicKey, keyID: given.keyID, algorithm: given.algorithm, use: nil)
            return .key(given.publicJWK ?? bare)
        case .set(let source):
            if case .url(let url) = source, !url.isProtected, !isQuiet {
                context.console.warn(
                    "the keys come over plain http: whoever is on the way can put others in their place")
            }
            return try Self.set(source, context)
        case .issuer(let discovery):
            // A redirect would take the keys from a host that nobody has named.
            let response = try context.inputs.fetcherWithoutRedirects.fetch(discovery.request)
            let url: HTTPURL
            do throws(AuthKeysError) {
                url = try HTTPURL(discovery.metadata(from: response).keySetURL)
            } catch {
                guard error.code == DiscoveryCode.foreignKeys.code else { throw error }
                throw AuthKeysError(
                    DiscoveryCode.foreignKeys, error.message,
                    hint: error.hint?.replacing("by name", with: "by name with --allow-jwks-host"))
            }
            do throws(AuthKeysError) { return try Self.set(.url(url), context, followsRedirects: false) } catch {
                throw Self.naming(url, error)
            }
        }
    }

    /// The document of the issuer was good: what failed is the set that it names.
    private static func naming(_ keySet: HTTPURL, _ error: AuthKeysError) -> AuthKeysError {
        let error = error.about("the issuer's key set, \(Escaper.json(keySet.text, shownLength: 256))")
        let ofTheWay: [NetworkCode] = [.status, .timeout, .unreachable, .tls, .interrupted]
        guard ofTheWay.contains(where: { $0.code == error.code }) else { return error }
        let look = error.code == NetworkCode.status.code ? "curl -si" : "curl -sv -o /dev/null"
        return error.hinting(
            "the issuer's document names it as jwks_uri; see it: \(look) \(keySet.wholeOperandOfCurl)")
    }

    private static func set(
        _ source: InputSource, _ context: CommandContext, followsRedirects: Bool = true
    ) throws(AuthKeysError) -> VerifyingKeys {
        let text = try JWKSInput.text(source, context, followsRedirects: followsRedirects)
        do throws(AuthKeysError) {
            guard !text.withBytes(isMarkup) else {
                throw AuthKeysError(
                    JOSECode.malformedSet, "a web page where a JWK set is expected",
                    hint: "a login or a proxy answers there; the set must be readable by everybody")
            }
            try JWKSInput.refuseKey(text, in: source, takesKey: true)
            return try text.withBytes { bytes throws(AuthKeysError) in
                if let json = try? JSON.parse(bytes, limits: .keySet), json["keys"] == nil, json["kty"] != nil {
                    throw AuthKeysError(
                        JOSECode.malformedSet, "one JWK, where a JWK set is expected", hint: "give a key with --key")
                }
                return .set(
                    try JWKSet(parsing: bytes, unusableKeys: .skip), document: try JWKSetDocument(reading: bytes))
            }
        } catch {
            throw error.about(source.displayName)
        }
    }

    private static func isMarkup(_ bytes: Span<UInt8>) -> Bool {
        let start = bytes.indices.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains(bytes[$0]) }
        return start.map { bytes[$0] == UInt8(ascii: "<") } ?? false
    }
}
