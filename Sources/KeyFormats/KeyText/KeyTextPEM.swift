internal import CryptoOpenSSL
internal import Encodings

/// Reads a text in which a BEGIN line was found.
struct KeyTextPEM {
    private(set) var content = KeyText.Content.otherPEM
    private(set) var canonical: SecretBytes?
    private(set) var anomalies: [KeyText.Anomaly] = []

    init(_ source: Span<UInt8>, _ layer: KeyTextLayer) {
        let blocks = KeyTextBlock.all(source, layer.range)
        guard let index = choose(source, blocks) else { return }
        let block = blocks[index]
        content = block.content
        do throws(AuthKeysError) {
            if let fault = block.fault { throw fault.withLine(source) }
            try checkKind(source, block)
            let headers = try KeyTextHeaders.read(source, block.body)
            let text = try KeyTextBody(source, headers?.body ?? block.body)
            guard text.characters.count > 0 else {
                throw AuthKeysError(
                    PEMCode.empty, "a block with nothing between its BEGIN and its END line",
                    hint: "copy the whole key, with the lines between them", at: source.location(block.body.lowerBound))
            }
            let decoding = KeyTextDecoding(text: text)
            let key = try Self.key(source, block, headers, decoding)
            content = key.content
            canonical = key.canonical
            let isLast = index == blocks.count - 1
            let lines = KeyTextLines(
                text: text, block: block.range, layer: layer.range, isLast: isLast,
                isAtEnd: layer.rewrites == 0 && layer.range.upperBound == source.count)
            anomalies += lines.anomalies(source)
            if block.label.isCompact {
                anomalies.append(
                    KeyText.Anomaly(
                        .repairable, KeyTextCode.lostSpaces, "a BEGIN or END line without its spaces",
                        hint: "write -----BEGIN \(content.label ?? "PRIVATE KEY")-----",
                        at: source.location(block.range.lowerBound)))
            }
            anomalies += key.anomalies.map { anomaly in
                let byte = anomaly.location?.byteOffset
                let place = byte.map { decoding.place(ofByte: $0, source) } ?? source.location(block.range.lowerBound)
                return KeyText.Anomaly(anomaly.severity, anomaly.error.moved(to: place))
            }
        } catch {
            anomalies.append(KeyText.Anomaly(.irreparable, error))
        }
    }

    private static func key(
        _ source: Span<UInt8>, _ block: KeyTextBlock, _ headers: KeyTextHeaders?, _ decoding: KeyTextDecoding
    ) throws(AuthKeysError) -> KeyTextKey {
        guard let headers else { return KeyTextKey(try decoding.der(source), label: block.label) }
        let ciphertext = try decoding.ciphertext(source, blockLength: headers.blockLength)
        guard block.content == .pkcs1 else {
            throw AuthKeysError(
                KeyTextCode.headers, "headers of the old PEM encryption in a block labelled \(block.label.shown)",
                hint: "only blocks labelled 'RSA PRIVATE KEY' are read under that encryption",
                at: source.location(block.body.lowerBound))
        }
        return KeyTextKey(encryptedPKCS1: ciphertext, headers: headers.canonical)
    }

    /// The one block that is meant: the private key, else the public one, else the first certificate.
    private mutating func choose(_ source: Span<UInt8>, _ blocks: [KeyTextBlock]) -> Int? {
        let privates = blocks.indices.filter { blocks[$0].content.isPrivate }
        let publics = blocks.indices.filter { [.spki, .pkcs1Public].contains(blocks[$0].content) }
        let chosen = privates.isEmpty ? publics.isEmpty ? Array(blocks.indices) : publics : privates
        guard let first = chosen.first else { return nil }
        if chosen.count > 1, blocks[first].content != .certificate {
            anomalies.append(
                KeyText.Anomaly(
                    .irreparable, KeyTextCode.severalKeys, "\(chosen.count) blocks that could each be the key",
                    hint: "keep one of them", at: source.location(blocks[chosen[1]].range.lowerBound)))
        } else if let other = blocks.indices.first(where: { $0 != first }) {
            let count = blocks.count - 1
            anomalies.append(
                KeyText.Anomaly(
                    .harmless, KeyTextCode.severalBlocks,
                    "\(count.counted("more PEM block")), the first labelled \(blocks[other].label.shown)",
                    hint: "keep the key alone: readers take the first block or refuse the text",
                    at: source.location(blocks[other].range.lowerBound)))
        }
        return first
    }

    private func checkKind(_ source: Span<UInt8>, _ block: KeyTextBlock) throws(AuthKeysError) {
        let hint: String
        switch block.content {
        case .openSSHPrivate: hint = "ssh-keygen -p -m PKCS8 -f FILE rewrites the file as PKCS#8; keep a copy"
        case .otherPEM: hint = "a private key is labelled PRIVATE KEY or RSA PRIVATE KEY"
        default: return
        }
        throw AuthKeysError(
            KeyTextCode.otherFormat, "a block labelled \(block.label.shown), whose contents are not read here",
            hint: hint, at: source.location(block.range.lowerBound))
    }
}
