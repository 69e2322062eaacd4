internal import AuthKeysJOSE
internal import Encodings

/// A timeline as a picture that explains itself: SVG 1.1 without script, light and dark, text as text.
public struct RotationTimelineSVG: Sendable {
    private let timeline: RotationTimeline

    public init(_ timeline: RotationTimeline) {
        self.timeline = timeline
    }

    // Narrow, so that the text can be read where it is scaled to the width of a phone.
    private static let width = 520
    private static let margin = 16
    private static let firstRow = 138
    private static let rowHeight = 58
    private static let barHeight = 22
    private static let column = 252
    /// What can still be seen and told from a line.
    private static let leastBar = 5.0

    private var bottom: Int { Self.firstRow + timeline.rows.count * Self.rowHeight }
    private var height: Int { bottom + 122 + 18 * notes.count }

    /// The document, with a line feed at its end.
    public var document: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" width="\(Self.width)" \
        height="\(height)" role="img" aria-labelledby="title" class="diagram">
        <title id="title">\(Escaper.xml(summary))</title>
        <style>
        \(Self.style)
        </style>
        <rect class="page" width="\(Self.width)" height="\(height)"/>
        <text class="label headline" x="\(Self.margin)" y="34">\(Escaper.xml(headline))</text>
        <text class="label quiet" x="\(Self.margin)" y="56">\(Escaper.xml(subtitle))</text>
        \((axis + now + rows + legend).joined(separator: "\n"))
        </svg>

        """
    }

    private static let style = """
        svg { color-scheme: light dark; font: 15px system-ui, "Segoe UI", "Helvetica Neue", sans-serif; }
        .page { fill: #ffffff; } text { fill: #1b1f24; } .quiet { fill: #57606a; font-size: 13px; }
        .headline { font-size: 20px; font-weight: 600; }
        .kid { font-weight: 600; paint-order: stroke; stroke: #ffffff; stroke-width: 5px; stroke-linejoin: round; }
        .on { font-size: 13px; fill: #ffffff; } .on.planned { fill: #1b1f24; }
        .grid { stroke: #d8dee4; } .now { stroke: #b3261e; stroke-width: 2; }
        .next { stroke-dasharray: 4 4; }
        .nowLabel { fill: #b3261e; font-size: 13px; font-weight: 600; }
        .published { fill: #8250a8; } .signing { fill: #1a6f37; } .retiring { fill: #8a5a00; }
        .published.planned { fill: #dcccec; } .signing.planned { fill: #b9dec5; } .retiring.planned { fill: #ead7ae; }
        @media (prefers-color-scheme: dark) {
        .page { fill: #14181d; } text { fill: #e6edf3; } .quiet { fill: #9aa7b4; } .kid { stroke: #14181d; }
        .on { fill: #10141a; } .on.planned { fill: #e6edf3; }
        .grid { stroke: #343b44; } .now { stroke: #ff8f85; } .nowLabel { fill: #ff8f85; }
        .published { fill: #c9a3ea; } .signing { fill: #6fd08c; } .retiring { fill: #e3b341; }
        .published.planned { fill: #4d3b61; } .signing.planned { fill: #264c32; } .retiring.planned { fill: #57451b; }
        }
        """

    // MARK: - Words

    private var headline: String {
        timeline.next.map { "Next: \(Self.phrase($0))" } ?? "No next step: no key signs"
    }

    private var subtitle: String {
        guard let next = timeline.next else { return "As of \(timeline.now)" }
        return next.date <= timeline.now
            ? "Now, \(timeline.now)"
            : "On \(next.date.day), in \((next.date - timeline.now).phrase) (\(next.date))"
    }

    private var summary: String { "Rotation of signing keys. \(headline)." }

    private static func phrase(_ step: RotationForecast.Step) -> String {
        let key = step.keyID.map { shortened($0.description, 13) }
        return switch step.transition {
        case .stage: "publish a new key"
        case .activate: "sign with \(key ?? "the new key")"
        case .forget: "drop the old private half"
        case .retire: "remove \(key ?? "the old key")"
        }
    }

    private var notes: [String] {
        timeline.awaited.map { awaited in
            let key = Self.shortened(awaited.keyID.description, 10.5)
            let what =
                switch awaited.kind {
                case .publication: "that \(key) is in the live set"
                case .acceptance: "that a verifier accepts \(key)"
                case .demotion: "that nothing signs with \(key) any more"
                case .removal: "that \(key) is gone from the live set"
                }
            return "Unconfirmed: \(what)"
        }
    }

    /// Cut to a width in ems, by the widths that letters have in most fonts.
    private static func shortened(_ text: String, _ width: Double) -> String {
        var shown = String.UnicodeScalarView()
        var used = 0.0
        let visible = Escaper.terminal(text).unicodeScalars
        for scalar in visible {
            used += advance(scalar)
            if used > width { return String(shown) + "…" }
            shown.append(scalar)
        }
        return String(shown)
    }

    private static func advance(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "W", "M", "m", "w", "@", "%": 1.05
        case "A"..."Z", "_", "~", "+", "<", ">", "=", "#", "&": 0.8
        case "\u{20}"..."\u{7e}": 0.68
        default: 1.1
        }
    }

    // MARK: - Parts

    private func x(_ date: NumericDate) -> Double {
        let whole = Double(max(1, (timeline.end - timeline.start).components.seconds))
        let part = Double((date - timeline.start).components.seconds)
        return Double(Self.margin) + part / whole * Double(Self.width - 2 * Self.margin)
    }

    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private var axis: [String] {
        TimelineAxis(from: timeline.start, until: timeline.end, atMost: 5).ticks.flatMap { tick in
            let place = x(tick.date)
            let anchor =
                place > Double(Self.width) * 0.85 ? "end" : place < Double(Self.width) * 0.1 ? "start" : "middle"
            return [
                "<line class=\"grid\" x1=\"\(number(place))\" x2=\"\(number(place))\" y1=\"\(Self.firstRow - 12)\" "
                    + "y2=\"\(bottom + 6)\"/>",
                "<text class=\"label quiet\" text-anchor=\"\(anchor)\" x=\"\(number(place))\" y=\"\(bottom + 24)\">"
                    + "\(Escaper.xml(tick.label))</text>",
            ]
        }
    }

    private var rows: [String] {
        timeline.rows.enumerated().flatMap { index, row in
            let top = Self.firstRow + index * Self.rowHeight
            return [
                "<text class=\"label kid\" x=\"\(Self.margin)\" y=\"\(top + 8)\">\(Escaper.xml(title(row)))</text>"
            ] + row.segments.flatMap { bars($0, top: top + 16) }
        }
    }

    private func title(_ row: RotationTimeline.Row) -> String {
        guard let keyID = row.keyID, let state = row.state else { return "the next key, not made yet" }
        let words =
            switch state {
            case .staged: "published, does not sign yet"
            case .active: "signs now"
            case .retiring: "no longer signs; its tokens run out"
            case .retired: "removed"
            case .revoked: "revoked"
            }
        return "\(Self.shortened(keyID.description, 11)): \(words)"
    }

    /// What is past and what is planned, beside each other.
    private func bars(_ segment: RotationTimeline.Segment, top: Int) -> [String] {
        let cut = min(max(timeline.now, segment.from), segment.until)
        let parts = [(segment.from, cut, false), (cut, segment.until, true)].filter { $0.0 < $0.1 }
        var bars = parts.map { from, until, isPlanned in
            let width = max(Self.leastBar, x(until) - x(from))
            let left = min(x(from), Double(Self.width - Self.margin) - width)
            return
                "<rect class=\"\(segment.phase.rawValue)\(isPlanned ? " planned" : "")\" x=\"\(number(left))\" y=\"\(top)\" "
                + "width=\"\(number(width))\" height=\"\(Self.barHeight)\"/>"
        }
        // Where the word fits beside the line of now, on the longer of the two parts.
        if let widest = parts.max(by: { x($0.1) - x($0.0) < x($1.1) - x($1.0) }) {
            let word = segment.phase.rawValue
            let room = x(widest.1) - x(widest.0)
            if room > Double(word.utf8.count) * 8 + 12 {
                bars.append(
                    "<text class=\"on\(widest.2 ? " planned" : "")\" x=\"\(number(x(widest.0) + 6))\" y=\"\(top + 16)\">\(word)</text>"
                )
            }
        }
        return bars
    }

    private var now: [String] {
        let place = x(timeline.now)
        var lines = [
            "<line class=\"now\" x1=\"\(number(place))\" x2=\"\(number(place))\" y1=\"\(Self.firstRow - 36)\" "
                + "y2=\"\(bottom + 6)\"/>",
            "<text class=\"label nowLabel\" text-anchor=\"\(place < 80 ? "start" : "middle")\" x=\"\(number(place))\" y=\"\(Self.firstRow - 42)\">"
                + "now, \(Escaper.xml(timeline.now.day))</text>",
        ]
        if let next = timeline.next, next.date > timeline.now, next.date <= timeline.end {
            let place = x(next.date)
            lines += [
                "<line class=\"now next\" x1=\"\(number(place))\" x2=\"\(number(place))\" "
                    + "y1=\"\(Self.firstRow - 30)\" y2=\"\(bottom + 6)\"/>",
                "<text class=\"label nowLabel\" x=\"\(number(place + 5))\" y=\"\(Self.firstRow - 20)\">next</text>",
            ]
        }
        return lines
    }

    private var legend: [String] {
        let entries: [(RotationTimeline.Phase, String)] = [
            (.published, "published: verifiers learn it"), (.signing, "signing: new tokens carry it"),
            (.retiring, "retiring: its last tokens run out"),
        ]
        var lines: [String] = []
        for (index, entry) in entries.enumerated() {
            let (left, top) = (Self.margin + index % 2 * Self.column, bottom + 44 + index / 2 * 22)
            lines.append(
                "<rect class=\"\(entry.0.rawValue)\" x=\"\(left)\" y=\"\(top)\" width=\"14\" height=\"14\"/>"
                    + "<text class=\"label quiet\" x=\"\(left + 20)\" y=\"\(top + 12)\">\(entry.1)</text>")
        }
        lines.append(
            "<rect class=\"signing planned\" x=\"\(Self.margin + Self.column)\" y=\"\(bottom + 66)\" width=\"14\" height=\"14\"/>"
                + "<text class=\"label quiet\" x=\"\(Self.margin + Self.column + 20)\" y=\"\(bottom + 78)\">paler: planned"
                + "</text>")
        for (index, note) in notes.enumerated() {
            lines.append(
                "<text class=\"label nowLabel\" x=\"\(Self.margin)\" y=\"\(bottom + 108 + index * 18)\">\(Escaper.xml(note))</text>"
            )
        }
        return lines
    }
}
