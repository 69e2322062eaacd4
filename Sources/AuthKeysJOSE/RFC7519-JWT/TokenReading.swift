/// Takes a token apart and judges its parts, each for itself.
struct TokenReading {
    private(set) var form = UnverifiedJWT.Form.incomplete(parts: 0)
    private(set) var header: UnverifiedJWT.Part?
    private(set) var claims: UnverifiedJWT.Part?
    private(set) var signatureLength: Result<Int, AuthKeysError>?
    private(set) var signatureCharacterCount = 0
    private(set) var anomalies: [UnverifiedJWT.Anomaly]

    init(anomalies: [UnverifiedJWT.Anomaly]) {
        self.anomalies = anomalies
    }

    mutating func read(_ text: TokenUnwrapping) {
        if let serialization = text.serialization { return readSerialization(serialization) }
        guard !text.token.isEmpty else {
            return add(
                .malformed, TokenTextCode.empty, "there is no token", "nothing was given, or a variable is unset")
        }
        guard !text.token.starts(with: "-----BEGIN".utf8) else {
            return add(
                .malformed, JOSECode.malformedToken, "PEM, perhaps a key, where a token is expected",
                "authkeys key inspect says what it is")
        }
        let parts = text.token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        readHeader(parts[0])
        switch parts.count {
        case 3:
            readClaims(parts[1])
            readSignature(parts[2])
            form = isUnsecured ? .unsecured : .signed
        case 5 where headerJSON?["enc"] != nil:
            form = .encrypted
            add(
                .refused, TokenTextCode.encrypted, "five parts: a JWE, whose claims are encrypted (RFC 7516)",
                "whoever has its key can decrypt it; a verifier of signed tokens cannot read it")
        default:
            form = .incomplete(parts: parts.count)
            if parts.count > 1 { readClaims(parts[1]) }
            noteCount(of: parts)
        }
        judgeHeader()
        judgeClaims()
        judgeSignature()
    }

    private mutating func readSerialization(_ json: JSONValue) {
        form = .jsonSerialization
        let signature = json["signatures"]?.elements?.first ?? json
        if let text = signature["protected"]?.string { readHeader(Array(text.utf8)[...]) }
        if let text = json["payload"]?.string { readClaims(Array(text.utf8)[...]) }
        if let text = signature["signature"]?.string { readSignature(Array(text.utf8)[...]) }
        judgeHeader()
        judgeClaims()
    }

    // MARK: - Parts

    private mutating func readHeader(_ text: ArraySlice<UInt8>) {
        header = part(text, named: "header")
    }

    private mutating func readClaims(_ text: ArraySlice<UInt8>) {
        claims = part(text, named: "payload")
    }

    private mutating func readSignature(_ text: ArraySlice<UInt8>) {
        let decoded = Self.decode(text, named: "signature")
        // A length that cannot be is that of a token whose end is missing: `judgeSignature` says so.
        if case .failure(let error) = decoded, error.code != Base64Code.invalidLength.code { add(.malformed, error) }
        signatureCharacterCount = text.count
        signatureLength = decoded.map(\.count)
    }

    private mutating func part(_ text: ArraySlice<UInt8>, named name: String) -> UnverifiedJWT.Part {
        let octets = Self.decode(text, named: name)
        var duplicates: [JSONMember] = []
        let json: Result<JSONValue, AuthKeysError> = octets.flatMap { octets in
            do throws(AuthKeysError) {
                let limits = JSONLimits(bytes: UnverifiedJWT.maximumLength, depth: 64)
                let value = try JSON.parse(octets.span, limits: limits, reportingDuplicatesIn: &duplicates)
                guard value.members == nil else { return .success(value) }
                throw AuthKeysError(JSONCode.unexpectedType, "\(value.typeName) where an object is expected")
            } catch {
                return .failure(error.about("the JSON of the \(name)"))
            }
        }
        if case .failure(let error) = json { add(.malformed, error) }
        for member in duplicates {
            let error = AuthKeysError(
                JSONCode.duplicateName,
                "the \(name) has the member \(Escaper.json(member.name, shownLength: 64)) twice",
                hint: "readers disagree about which one counts, and careful ones refuse both",
                at: SourceLocation(byteOffset: member.nameOffset))
            add(.malformed, error)
        }
        return UnverifiedJWT.Part(octets: octets, json: json, duplicateMembers: duplicates)
    }

    private static func decode(_ text: ArraySlice<UInt8>, named name: String) -> Result<[UInt8], AuthKeysError> {
        do throws(AuthKeysError) {
            let text = Array(text)
            return .success(try Base64URL.decode(text.span))
        } catch {
            return .failure(error.about("the \(name)"))
        }
    }

    // MARK: - Anomalies

    mutating func add(_ severity: UnverifiedJWT.Anomaly.Severity, _ error: AuthKeysError) {
        anomalies.append(.init(severity: severity, error: error))
    }

    mutating func add(
        _ severity: UnverifiedJWT.Anomaly.Severity, _ code: some CodeFamily, _ message: String, _ hint: String?
    ) {
        add(severity, AuthKeysError(code, message, hint: hint))
    }

    private var isUnsecured: Bool {
        let algorithm = headerJSON?["alg"]?.string ?? ""
        let isEmpty = if case .success(0)? = signatureLength { true } else { false }
        return isEmpty || algorithm.lowercased() == "none"
    }

    var headerJSON: JSONValue? { try? header?.json.get() }
    var claimsJSON: JSONValue? { try? claims?.json.get() }

    private mutating func noteCount(of parts: [ArraySlice<UInt8>]) {
        guard headerJSON != nil, parts.count <= 2 else {
            // What is no token at all has no header that could be wrong.
            if headerJSON == nil { anomalies.removeAll { $0.severity == .malformed } }
            return add(
                .malformed, JOSECode.malformedToken,
                "\(parts.count) \(parts.count == 1 ? "part" : "parts joined by dots") where a JWT has 3",
                headerJSON == nil ? "a JWT begins with eyJ; this is something else, or its beginning is lost" : nil)
        }
        add(
            .malformed, TokenTextCode.truncated,
            parts.count == 1 ? "the token ends after its header" : "the token ends before its signature",
            "copy it again, to the end; a double click often stops at a dot or a dash")
    }
}
