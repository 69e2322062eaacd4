internal import Encodings

/// How the lines of a block differ from the canonical ones. Each kind is reported once, at its first place.
struct KeyTextLines {
    let text: KeyTextBody
    /// From the BEGIN line's first hyphen to the END line's last.
    let block: Range<Int>
    /// The part of the text that counts.
    let layer: Range<Int>
    /// Whether the block is the last in the text, so that what follows belongs to no other.
    let isLast: Bool
    /// Whether the text ends where the layer ends.
    let isAtEnd: Bool

    func anomalies(_ source: Span<UInt8>) -> [KeyText.Anomaly] {
        var found = around(source)
        guard block.contains(where: { source[$0].isLineEnd }) else {
            found.append(oneLine(source))
            return found
        }
        found += lineEnds(source) + glued(source) + shape(source)
        return found
    }

    private func oneLine(_ source: Span<UInt8>) -> KeyText.Anomaly {
        let hasSpaces = text.lines.contains { $0.indentation + $0.trailingSpaces > 0 || $0.hasSpaceInside }
        let place = source.location(block.lowerBound)
        return hasSpaces
            ? KeyText.Anomaly(
                .repairable, KeyTextCode.spacesForNewlines,
                "spaces where line ends belong, the one-line form in which Convex Auth stores a key",
                hint: "jose and Convex Auth read a PKCS#8 key in this form; openssl needs the line ends", at: place)
            : KeyText.Anomaly(
                .repairable, KeyTextCode.noLineBreaks,
                "the whole block on one line, without anything between its lines",
                hint: "see what removed the line ends; authkeys pem wrap --style spaces writes one line that is read",
                at: place)
    }

    private func lineEnds(_ source: Span<UInt8>) -> [KeyText.Anomaly] {
        var found: [KeyText.Anomaly] = []
        let range = block.lowerBound..<min(block.upperBound + 2, layer.upperBound)
        let returns = range.filter { source[$0] == 0x0D }
        func isPair(_ index: Int) -> Bool { index + 1 < source.count && source[index + 1] == 0x0A }
        if let first = returns.first(where: isPair) {
            found.append(
                KeyText.Anomaly(
                    .harmless, KeyTextCode.crlf, "lines that end in CRLF, as Windows writes them",
                    hint: "dos2unix FILE, or tr -d '\\r' < OLD > NEW", at: source.location(first)))
        }
        if let first = returns.first(where: { !isPair($0) }) {
            found.append(
                KeyText.Anomaly(
                    .harmless, KeyTextCode.carriageReturns, "lines that end in CR alone",
                    hint: "tr '\\r' '\\n' < OLD > NEW", at: source.location(first)))
        }
        return found
    }

    private func glued(_ source: Span<UInt8>) -> [KeyText.Anomaly] {
        let hint = "give the BEGIN and the END line a line of their own"
        var found: [KeyText.Anomaly] = []
        if let first = text.lines.first, !first.isBlank {
            found.append(
                KeyText.Anomaly(
                    .repairable, KeyTextCode.gluedBoundary, "the key begins on the BEGIN line", hint: hint,
                    at: source.location(first.offset)))
        }
        if text.lines.count > 1, let last = text.lines.last, !last.isBlank {
            found.append(
                KeyText.Anomaly(
                    .repairable, KeyTextCode.gluedBoundary, "the END line begins behind the last characters of the key",
                    hint: hint, at: source.location(last.offset + last.count)))
        }
        return found
    }

    private func shape(_ source: Span<UInt8>) -> [KeyText.Anomaly] {
        var found: [KeyText.Anomaly] = []
        func note(
            _ severity: KeyText.Anomaly.Severity, _ code: KeyTextCode, _ message: String, _ offset: Int?, _ hint: String
        ) {
            guard let offset else { return }
            found.append(KeyText.Anomaly(severity, code, message, hint: hint, at: source.location(offset)))
        }
        // What is left of the BEGIN line, the key's own lines, and what stands before the END line's hyphens.
        let inner = text.lines.dropFirst().dropLast()
        let beginStart = source.lineStart(before: block.lowerBound, in: layer)
        let isBeginIndented = beginStart < block.lowerBound && source.isBlank(beginStart..<block.lowerBound)
        let indented = (inner + text.lines.suffix(text.lines.count > 1 ? 1 : 0)).first { $0.indentation > 0 }
        note(
            .repairable, .indented, "spaces or tabs in front of the lines",
            isBeginIndented ? beginStart : indented?.offset,
            "begin each line at its first column; in YAML, a block scalar (|) takes the indentation away")
        note(
            .harmless, .trailingSpaces, "spaces at the ends of lines", trailingSpaces(source),
            "sed -i 's/[[:space:]]*$//' FILE removes them")
        note(
            .repairable, .blankLines, "an empty line inside the key", inner.first(where: \.isBlank)?.offset,
            "remove the line")
        note(
            .repairable, .spacesInside, "a space inside a line of the key",
            text.lines.first(where: \.hasSpaceInside)?.offset, "remove the space")
        let width = text.commonLineLength
        let full = inner.filter { !$0.isBlank }
        let odd = full.dropLast().first { $0.count != PEM.lineLength } ?? full.last { $0.count > PEM.lineLength }
        note(
            .harmless, .lineLength,
            "\(full.count == 1 ? "one line" : "lines") of \(width.counted("character")) where PEM has \(PEM.lineLength) "
                + "(RFC 7468 §2)", odd?.offset,
            "readers take any length but the strictest; authkeys pem unwrap writes \(PEM.lineLength)")
        return found
    }

    /// The first, behind the BEGIN line, a line of the key or the END line.
    private func trailingSpaces(_ source: Span<UInt8>) -> Int? {
        if let begin = text.lines.first, begin.isBlank, begin.indentation > 0 { return begin.offset }
        if let line = text.lines.dropLast().first(where: { $0.trailingSpaces > 0 }) {
            return line.offset + line.indentation + line.count
        }
        let end = block.upperBound
        let spaces = source.end(of: { $0 == 0x20 || $0 == 0x09 }, from: end, before: layer.upperBound)
        let isLineEnd = spaces == layer.upperBound || source[spaces].isLineEnd
        return spaces > end && isLineEnd ? end : nil
    }

    /// What stands before and behind the block.
    private func around(_ source: Span<UInt8>) -> [KeyText.Anomaly] {
        var found: [KeyText.Anomaly] = []
        let lineStart = source.lineStart(before: block.lowerBound, in: layer)
        if !source.isBlank(lineStart..<block.lowerBound), source[block.lowerBound - 1] != UInt8(ascii: "-") {
            found.append(
                KeyText.Anomaly(
                    .repairable, KeyTextCode.textBefore, "other text in front of BEGIN on the same line",
                    hint: "begin the text with -----BEGIN", at: source.location(lineStart)))
        }
        let isOneLine = !block.contains { source[$0].isLineEnd }
        let before = layer.lowerBound..<(isOneLine ? block.lowerBound : lineStart)
        let hasSpaceBefore = !before.isEmpty && source.isBlank(before)
        var spaceOffset = hasSpaceBefore ? layer.lowerBound : nil
        guard isLast else { return found + space(source, spaceOffset) }
        let rest = block.upperBound..<layer.upperBound
        let lineEnd = rest.first { source[$0].isLineEnd } ?? rest.upperBound
        let isCRLF = source.holds("\r\n", at: lineEnd, before: rest.upperBound)
        let next = min(lineEnd + (isCRLF ? 2 : 1), rest.upperBound)
        if !source.isBlank(rest.lowerBound..<lineEnd) {
            found.append(
                KeyText.Anomaly(
                    .repairable, KeyTextCode.textAfter, "other text behind END on the same line",
                    hint: "end the text with the five hyphens of the END line", at: source.location(rest.lowerBound)))
        } else if !source.isBlank(next..<rest.upperBound) {
            found.append(KeyTextExplanation.after(source, source.trimmed(next..<rest.upperBound)))
        } else if next < rest.upperBound {
            spaceOffset = spaceOffset ?? next
        } else if lineEnd == rest.upperBound, isAtEnd, !isOneLine {
            found.append(
                KeyText.Anomaly(
                    .harmless, KeyTextCode.noFinalNewline, "no line end after the END line",
                    at: source.location(rest.upperBound)))
        }
        return found + space(source, spaceOffset)
    }

    private func space(_ source: Span<UInt8>, _ offset: Int?) -> [KeyText.Anomaly] {
        guard let offset else { return [] }
        return [
            KeyText.Anomaly(
                .harmless, KeyTextCode.spaceAround, "white space around the block",
                hint: "jose wants -----BEGIN at the very start of the text", at: source.location(offset))
        ]
    }
}
