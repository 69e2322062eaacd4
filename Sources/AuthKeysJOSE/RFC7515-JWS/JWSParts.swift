/// The three parts of a JWS in compact serialisation (RFC 7515 §7.1), decoded and not yet believed.
///
/// Not copied: copying its arrays for each step of a verification would be a noticeable part of it.
struct JWSParts: ~Copyable {
    /// Where the header stands in the token.
    let header: Range<Int>
    /// Empty when the header is known.
    let decodedHeader: [UInt8]
    /// What a known header selects.
    let knownSelection: KnownHeaders.Selection?
    /// The payload, and behind it the signature: one piece of memory for both.
    let decoded: [UInt8]
    let payloadCount: Int
    /// How much of the token is signed: the first two parts as they were written, and the dot between them (§5.1).
    let signingInputCount: Int

    /// - Throws: `jws.malformed`, or a `base64.…` code.
    init(_ token: Span<UInt8>, knownHeaders: KnownHeaders? = nil) throws(AuthKeysError) {
        guard token.count <= CompactJWS.maximumLength else {
            throw Self.tooLong("\(token.count) bytes")
        }
        let dot = UInt8(ascii: ".")
        guard let first = token.firstIndex(of: dot), let second = token.firstIndex(of: dot, from: first + 1)
        else { throw Self.wrongNumberOfParts(token) }
        let known = knownHeaders?.selection(of: token.extracting(0..<first))
        var header: [UInt8] = []
        var decoded: [UInt8] = []
        let payloadCount: Int
        do throws(AuthKeysError) {
            if known == nil { try Self.decode(token, 0..<first, "header", to: &header) }
            decoded.reserveCapacity(
                Base64URL.maximumDecodedCount(second - first) + Base64URL.maximumDecodedCount(token.count - second))
            try Self.decode(token, first + 1..<second, "payload", to: &decoded)
            payloadCount = decoded.count
            try Self.decode(token, second + 1..<token.count, "signature", to: &decoded)
        } catch {
            // Searched for only now: a third dot is no base64url, so it does not get past the decoder.
            if token.firstIndex(of: dot, from: second + 1) != nil { throw Self.wrongNumberOfParts(token) }
            throw error
        }
        self.header = 0..<first
        signingInputCount = second
        knownSelection = known
        decodedHeader = header
        self.decoded = decoded
        self.payloadCount = payloadCount
    }

    var payload: [UInt8] { [UInt8](copying: decoded.span.extracting(0..<payloadCount)) }

    func isSigned(by key: RSAPublicKey, _ algorithm: JWSAlgorithm, in token: Span<UInt8>) -> Bool {
        key.isValidSignature(
            decoded.span.extracting(payloadCount...), for: token.extracting(0..<signingInputCount),
            hash: algorithm.hash)
    }

    static func tooLong(_ length: String) -> AuthKeysError {
        AuthKeysError(
            JOSECode.malformedToken,
            "a token of \(length) where at most \(CompactJWS.maximumLength) are read")
    }

    static func badSignature(keyID: KeyID?) -> AuthKeysError {
        let named = keyID.map { " with the kid \($0.quoted)" } ?? ""
        return AuthKeysError(
            JOSECode.signature, "the signature was not made over these bytes by the key\(named)",
            hint: "the token was changed, or signed by another key that goes by the same name")
    }

    private static func decode(
        _ token: Span<UInt8>, _ range: Range<Int>, _ name: StaticString, to bytes: inout [UInt8]
    ) throws(AuthKeysError) {
        do throws(AuthKeysError) {
            try Base64URL.decode(token.extracting(range), to: &bytes)
        } catch {
            let code = Base64Code(rawValue: error.code.rawValue) ?? .invalidCharacter
            throw AuthKeysError(
                code, "in the \(name): \(error.message)", hint: error.hint,
                at: error.location.map { SourceLocation(byteOffset: range.lowerBound + $0.byteOffset) })
        }
    }

    private static func wrongNumberOfParts(_ token: Span<UInt8>) -> AuthKeysError {
        let count = token.indices.count { token[$0] == UInt8(ascii: ".") } + 1
        let parts = count == 1 ? "1 part" : "\(count) parts"
        let hint: String? =
            switch count {
            case 1 where token.isEmpty: "nothing was given"
            case 1: "a token is three parts of base64url joined by dots; this has no dot"
            case 5: "five parts are an encrypted token, a JWE (RFC 7516); only its recipient can read it"
            default: "the token was cut, or something was pasted along with it"
            }
        return AuthKeysError(
            JOSECode.malformedToken, "\(parts) joined by dots where a token has 3", hint: hint)
    }
}
