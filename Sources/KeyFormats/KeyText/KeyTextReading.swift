internal import CryptoOpenSSL
internal import Encodings

/// One reading of a text: takes off wrapping after wrapping, then says what is left.
struct KeyTextReading {
    private(set) var content = KeyText.Content.unknown
    private(set) var layout = KeyText.Layout.other
    private(set) var anomalies: [KeyText.Anomaly] = []
    private(set) var canonical: SecretBytes?

    /// In the order in which they are tried on each layer.
    private static let wrappings: [any KeyTextWrapping.Type] = [
        KeyTextUnicode.self, KeyTextAssignment.self, KeyTextQuotation.self, KeyTextExplanation.self,
        KeyTextSpaces.self, KeyTextEscapes.self, KeyTextBase64.self,
    ]

    init(_ text: Span<UInt8>) {
        guard text.count <= KeyText.maximumByteCount else {
            let limit = KeyText.maximumByteCount
            note(
                .irreparable, KeyTextCode.tooLarge, "a text of \(text.count) bytes where at most \(limit) are read",
                hint: "give the key alone: it has a few thousand bytes")
            return
        }
        var layer = KeyTextLayer(bytes: SecretBytes(copying: text), range: 0..<text.count)
        for _ in 0..<KeyText.maximumWrappingCount {
            guard let peel = Self.peel(layer) else {
                finish(layer)
                return
            }
            add(peel.anomalies, layer)
            layer = layer.without(peel)
        }
        guard Self.peel(layer) != nil else {
            finish(layer)
            return
        }
        note(
            .irreparable, KeyTextCode.tooManyWrappings,
            "more than \(KeyText.maximumWrappingCount) wrappings inside each other", hint: "decode the text first")
    }

    private static func peel(_ layer: KeyTextLayer) -> KeyTextPeel? {
        layer.bytes.withBytes { text in
            let part = text.extracting(layer.range)
            guard !KeyTextDER.isLikely(part), !text.isBlank(layer.range), !KeyTextPlaceholder.stands(text, layer.range),
                KeyTextJSON.content(text, layer.range) == nil
            else { return nil }
            for wrapping in wrappings {
                if let peel = wrapping.peel(text, layer) { return peel }
            }
            return nil
        }
    }

    private mutating func finish(_ layer: KeyTextLayer) {
        layer.bytes.withBytes { text in
            let range = layer.range
            if text.isBlank(range) {
                content = .empty
                note(
                    .irreparable, KeyTextCode.empty, "an empty text where a key is expected",
                    hint: "a secret that a pull request from a fork cannot read arrives empty, and so does an unset "
                        + "variable")
            } else if KeyTextDER.isLikely(text.extracting(range)) {
                readDER(text.extracting(range), layer)
            } else if let found = KeyTextJSON.content(text, range) {
                content = found
                canonical = SecretBytes(copying: text.extracting(text.trimmed(range)))
            } else if text.firstIndex(of: KeyTextBoundary.begin, in: range) != nil {
                let pem = KeyTextPEM(text, layer)
                (content, canonical) = (pem.content, pem.canonical)
                add(pem.anomalies, layer)
                layout = judgeLayout(text, layer)
            } else {
                let rest = KeyTextRemainder(text, range)
                (content, canonical) = (rest.content, rest.canonical)
                add(rest.anomalies, layer)
            }
        }
    }

    private mutating func readDER(_ der: Span<UInt8>, _ layer: KeyTextLayer) {
        let key: KeyTextKey
        if let announced = KeyTextDER.announcedCount(der), announced > der.count {
            content = .unknown
            return note(
                .irreparable, KeyTextCode.lostCharacters,
                "DER that says it has \(announced) bytes, of which \(der.count) are there: the end is missing",
                hint: "copy the file again, as binary")
        }
        key = KeyTextKey(SecretBytes(copying: der), label: nil)
        note(
            .repairable, KeyTextCode.binaryDER, "binary DER and no text",
            hint: "openssl pkey -inform DER -in KEY.der -out KEY.pem writes it as PEM")
        (content, canonical) = (key.content, key.canonical)
        add(key.anomalies, layer)
    }

    /// Compares the whole text with the two forms that are written here.
    private func judgeLayout(_ text: Span<UInt8>, _ layer: KeyTextLayer) -> KeyText.Layout {
        guard layer.rewrites == 0, layer.range == 0..<text.count, let canonical, let label = content.label else {
            return .other
        }
        if canonical.isEqual(to: SecretBytes(copying: text)) { return .canonical }
        guard let block = try? canonical.withBytes({ text throws(AuthKeysError) in try PEM.parse(text) }) else {
            return .other
        }
        let end = text.count - (text.count > 0 && text[text.count - 1] == 0x0A ? 1 : 0)
        let oneLine = block.contents.withBytes { PEM.encodeOnOneLine($0, label: label) }
        return oneLine.isEqual(to: SecretBytes(copying: text.extracting(first: end))) ? .oneLine : .other
    }

    private mutating func add(_ found: [KeyText.Anomaly], _ layer: KeyTextLayer) {
        for var anomaly in found {
            anomaly.wrappings = layer.rewrites
            anomalies.append(anomaly)
        }
    }

    private mutating func note(
        _ severity: KeyText.Anomaly.Severity, _ code: KeyTextCode, _ message: String, hint: String
    ) {
        anomalies.append(
            KeyText.Anomaly(severity, code, message, hint: hint, at: SourceLocation(byteOffset: 0, line: 1)))
    }
}
