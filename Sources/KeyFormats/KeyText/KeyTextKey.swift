internal import CryptoOpenSSL
internal import Encodings

/// A key as its bytes have it: what it is, its canonical text, and what the bytes needed.
struct KeyTextKey {
    var content: KeyText.Content
    /// `nil` when the bytes are no key.
    var canonical: SecretBytes?
    /// Places are those of the DER.
    var anomalies: [KeyText.Anomaly] = []

    /// - Parameter label: the label of the block that held the bytes, if one did.
    init(_ der: SecretBytes, label: KeyTextBoundary.Label?) {
        let promised = label.flatMap(\.name).map { KeyText.Content(label: $0) }
        content = promised ?? .unknown
        do throws(AuthKeysError) {
            let structure = try der.withBytes { der throws(AuthKeysError) in try KeyTextStructure(der) }
            if let promised, promised.label != structure.content.label {
                anomalies.append(Self.wrongLabel(promised, structure.content))
            }
            guard anomalies.allSatisfy(\.isRepairable), let name = structure.content.label else { return }
            content = structure.content
            let canonicalDER = try Self.canonicalDER(der, structure)
            anomalies += Self.changes(structure)
            canonical = canonicalDER.withBytes { PEM.encode($0, label: name) }
        } catch {
            let foreign = der.withBytes { DERKeyKind(of: $0) }.flatMap(ForeignKey.ofKind)
            anomalies.append(KeyText.Anomaly(.irreparable, foreign ?? error))
        }
    }

    /// A key in the old encryption of PEM: nothing but its shape can be checked.
    init(encryptedPKCS1 ciphertext: SecretBytes, headers: SecretBytes) {
        content = .encryptedPKCS1
        let block = ciphertext.withBytes { PEM.encode($0, label: "RSA PRIVATE KEY") }
        canonical = block.withBytes { block in
            let firstLine = "-----BEGIN RSA PRIVATE KEY-----\n".utf8.count
            var text = SecretBuilder(reservingCapacity: block.count + headers.count)
            text.append(block.extracting(first: firstLine))
            headers.withBytes { text.append($0) }
            text.append(block.extracting(droppingFirst: firstLine))
            return text.finish()
        }
    }

    /// The same numbers in the one encoding that strict readers take.
    private static func canonicalDER(
        _ der: SecretBytes, _ structure: KeyTextStructure
    ) throws(AuthKeysError) -> SecretBytes {
        guard let range = structure.rsaPrivateKey else {
            try der.withBytes { der throws(AuthKeysError) in try KeyTextProof.checkPublic(der, structure.content) }
            return der
        }
        let info = try der.withBytes { der throws(AuthKeysError) in
            try KeyTextProof.privateKeyInfo(around: der.extracting(range))
        }
        return structure.content == .pkcs8 ? info : der
    }

    private static func changes(_ structure: KeyTextStructure) -> [KeyText.Anomaly] {
        var changes: [KeyText.Anomaly] = []
        if structure.lacksParameters {
            changes.append(
                KeyText.Anomaly(
                    .repairable, KeyTextCode.missingParameters,
                    "the algorithm identifier has no NULL after rsaEncryption (RFC 8017 A.1 requires it)",
                    hint: "openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem writes it as it should be"))
        }
        if let attributes = structure.attributes {
            changes.append(
                KeyText.Anomaly(
                    attributes.isEmpty ? .repairable : .harmless,
                    attributes.isEmpty ? KeyTextCode.emptyAttributes : KeyTextCode.attributes,
                    attributes.isEmpty
                        ? "an empty set of attributes after the key"
                        : "attributes of \(attributes.count.counted("byte")) after the key (RFC 5208 §5), which are left out",
                    at: SourceLocation(byteOffset: attributes.lowerBound)))
        }
        return changes
    }

    private static func wrongLabel(_ promised: KeyText.Content, _ found: KeyText.Content) -> KeyText.Anomaly {
        // One RSA key in another structure: the DER leaves no doubt about the label that belongs there.
        let isRelabelled: Bool =
            switch (promised, found) {
            case (.pkcs8, .pkcs1), (.pkcs1, .pkcs8), (.spki, .pkcs1Public), (.pkcs1Public, .spki): true
            default: false
            }
        return KeyText.Anomaly(
            isRelabelled ? .repairable : .irreparable, KeyTextCode.wrongLabel,
            "a block labelled as \(promised) that holds \(found)",
            hint: "the label belongs to what is inside: "
                + (found.label.map { "-----BEGIN \($0)-----" } ?? "see what wrote it"))
    }
}
