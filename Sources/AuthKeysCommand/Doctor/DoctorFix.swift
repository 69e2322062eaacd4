internal import AuthKeysJOSE
internal import Consumers
internal import CryptoOpenSSL
internal import Diagnosis
internal import Encodings
internal import EnvironmentText
internal import HostSystem
internal import KeyFormats

/// The corrected values of one environment: what `doctor --fix` writes.
struct DoctorFix {
    /// The lines of the file.
    let values: SecretBytes
    /// What is different from what was found, a line each.
    let changes: [String]
    /// What is wrong and stays as it is, a line each.
    let remarks: [String]

    /// - Throws: `internal.proof-failed`; what keeps the values from being mended.
    init(_ evidence: Evidence, _ report: DiagnosisReport, at time: NumericDate) throws(AuthKeysError) {
        if let cause = report.findings.first(where: \.replacesKey) {
            throw Self.unfixable("\(cause.verdict), so the key has to be replaced [\(cause.code.rawValue)]")
        }
        let issuer = IssuerCorrection(evidence)
        guard let given = evidence.privateKeyInAnyForm else {
            guard !issuer.values.isEmpty || !issuer.remarks.isEmpty else {
                throw AuthKeysError(
                    ConvexCode.missingValue, "there is no private key, and both values are made of it",
                    hint: "--key SOURCE names it")
            }
            values = try issuer.appended(to: SecretBytes(copying: "".utf8.span), after: 0)
            changes = issuer.changes
            remarks =
                issuer.remarks
                + (evidence.keySet == nil
                    ? []
                    : ["\(KeyPair.jwksName) is not written: --key SOURCE names the private key that it is made of"])
            return
        }
        let key: RSAPrivateKey
        do throws(AuthKeysError) { key = try given.key.get() } catch {
            throw Self.unfixable(
                "the private key cannot be read out of its text: \(error.description)", hint: Self.hint(report))
        }
        let set = try? evidence.keySetInAnyForm?.contents.get()
        let isForeign = report.findings.contains { $0.code == JOSECode.foreignThumbprint.code }
        let pair = try KeyPair(
            key, keyID: isForeign ? nil : Self.keyID(of: key.publicKey, in: set), profile: evidence.profile,
            others: evidence.profile.tokensCarryKeyID ? Self.others(than: key.publicKey, in: set) : [])
        let values = try pair.values(.dotenv)
        try KeyPairProof(pair, at: time).check(values, .dotenv)
        self.values = try issuer.appended(to: values, after: 2)
        changes =
            Self.keyChange(given) + Self.formChange(given) + Self.setChange(evidence, report, pair)
            + Self.fileChange(evidence) + issuer.changes
        remarks = issuer.remarks
    }

    private static func unfixable(_ what: String, hint: String? = nil) -> AuthKeysError {
        AuthKeysError(
            ConsumerCode.keyTextRefused, "no fix is written: \(what)",
            hint: hint ?? "make a new pair and set both values: authkeys generate")
    }

    /// What leaves a key whole somewhere else: a new one would be made for nothing.
    private static let misplacements: Set<AuthKeysError.Code> = [
        KeyTextCode.base64FirstLine.code, KeyTextCode.dashOnly.code, KeyTextCode.fileName.code,
        KeyTextCode.firstLineOnly.code, KeyTextCode.literalCommand.code, KeyTextCode.literalExpression.code,
    ]

    private static func hint(_ report: DiagnosisReport) -> String? {
        report.findings.contains { misplacements.contains($0.code) }
            ? report.findings.first { misplacements.contains($0.code) || $0.code == KeyTextCode.unbalancedQuote.code }?
                .fix?.text : nil
    }

    /// The name that it is published under, where that can stay.
    private static func keyID(of key: RSAPublicKey, in set: KeySetContents?) -> KeyID? {
        let own = set?.keys.filter { $0.rsaKey == key }.compactMap(\.keyID) ?? []
        return own.first { keyID in
            let isShared = set?.keys.contains { $0.keyID == keyID && $0.rsaKey != key } ?? false
            return !isShared && keyID != "convex-auth-key" && (try? KeyID(assigning: keyID.description)) != nil
        }
    }

    /// The sound keys that are published besides, each under a kid of its own.
    private static func others(than key: RSAPublicKey, in set: KeySetContents?) -> [JWK] {
        var seen: Set<KeyID> = []
        return (set?.keys ?? []).compactMap { other in
            guard let jwk = other.jwk, jwk.key != key, let keyID = jwk.keyID, seen.insert(keyID).inserted else {
                return nil
            }
            return JWK(jwk.key, keyID: keyID)
        }
    }

    private static func keyChange(_ given: PrivateKeyEvidence) -> [String] {
        let encoded = KeyPair.privateKeyName + WatchedVariable.base64Suffix
        if given.place.name.utf8.elementsEqual(encoded.utf8) {
            return ["\(KeyPair.privateKeyName) is the key of \(encoded), PKCS#8 on one line"]
        }
        return given.text.layout == .oneLine && given.refusal == nil
            ? [] : ["\(KeyPair.privateKeyName) is PKCS#8 on one line, with spaces for the line ends"]
    }

    /// A value that is as it should be may stand under a name that nobody reads.
    private static func formChange(_ given: PrivateKeyEvidence) -> [String] {
        let forms = [WatchedVariable.base64Suffix, WatchedVariable.fileSuffix].map { KeyPair.privateKeyName + $0 }
        guard keyChange(given).isEmpty, let form = forms.first(where: { $0.utf8.elementsEqual(given.place.name.utf8) })
        else { return [] }
        return ["\(KeyPair.privateKeyName) is the key of \(form)"]
    }

    /// The values may be as they should be, and the lines that they stand on not.
    private static func fileChange(_ evidence: Evidence) -> [String] {
        guard let file = evidence.environmentFile, evidence.privateKey?.place.path == file.path else { return [] }
        let isRefused = file.readings.contains { if case .failure = $0.file { true } else { false } }
        let names = [KeyPair.privateKeyName, KeyPair.jwksName]
        return isRefused || names.contains { file.isReadDifferently($0) }
            ? ["dotenv, python-dotenv and sh read the lines alike"] : []
    }

    /// The areas of codes that are about the text of the set.
    private static let areasOfSets: Set<Substring> = ["consumer", "jwk", "jwks", "json"]

    private static func setChange(_ evidence: Evidence, _ report: DiagnosisReport, _ pair: KeyPair) -> [String] {
        let set = try? evidence.keySet?.contents.get()
        let kept = set?.keys.compactMap { $0.jwk } ?? []
        let isBlamed = report.findings.contains { finding in
            areasOfSets.contains(finding.code.rawValue.prefix { $0 != "." })
        }
        if !isBlamed, kept == pair.published, kept.count == set?.keys.count { return [] }
        let others = pair.published.count - 1
        return [
            "\(KeyPair.jwksName) is made of the private key, under the kid \(pair.keyID.quoted)"
                + (others == 0 ? "" : ", with \(others) other key\(others == 1 ? "" : "s") behind it")
        ]
    }
}
