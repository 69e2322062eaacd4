internal import Encodings

/// The values that were looked at as boxes, and a line between each two that were compared, with the sign of its state.
struct MatchDiagram {
    private let picture: MatchPicture
    private let layout: Layout
    private let number: Int?

    /// - Parameter number: which of several it is on its page; `nil` for the only one.
    init(_ picture: MatchPicture, _ layout: Layout, number: Int? = nil) {
        self.picture = picture
        self.layout = layout
        self.number = number
    }

    var markup: Markup {
        let links = links
        let frame = layout.frame(of: picture.values.map(\.subject), links.map(\.place))
        let kind = layout.isWide ? "wide" : "narrow"
        let id = kind + (number.map { "-\($0)" } ?? "")
        return .element(
            "svg",
            [
                "class": "diagram \(kind)", "viewBox": frame, "role": "img",
                "aria-labelledby": "\(id)-title \(id)-desc",
                "width": "\(layout.width)",
            ],
            [
                .element("title", ["id": "\(id)-title"], title),
                .element("desc", ["id": "\(id)-desc"], description),
            ] + links.map { line($0.link, $0.place) } + picture.values.compactMap(box)
                + links.map { sign($0.link, $0.place) })
    }

    private var title: String { "What matches what" + (number == nil ? "" : ": " + picture.environment) }

    /// Those of two values that are there; the first of each two.
    private var links: [(link: MatchPicture.Link, place: Layout.LinkPlace)] {
        let shown = Set(picture.values.map(\.subject))
        var drawn: Set<Set<MatchPicture.Subject>> = []
        return picture.links.compactMap { link in
            guard shown.contains(link.from), shown.contains(link.to), drawn.insert([link.from, link.to]).inserted,
                let place = layout.links[[link.from, link.to]]
            else { return nil }
            return (link, place)
        }
    }

    private var description: String {
        let values = picture.values.map { "\($0.subject.rawValue): \($0.state.word)" }
        let links = picture.links.map { "\($0.from.rawValue) and \($0.to.rawValue): \($0.state.word), \($0.label)" }
        return (values + links).joined(separator: "; ")
    }

    private func line(_ link: MatchPicture.Link, _ place: Layout.LinkPlace) -> Markup {
        .element("path", ["class": "link \(link.state.rawValue)", "d": place.path])
    }

    private func box(_ value: MatchPicture.Value) -> Markup? {
        guard let origin = layout.boxes[value.subject] else { return nil }
        let (width, height) = layout.boxSize
        // A drawing of its own cuts off what is too long, whatever its font makes of it.
        var texts: [Markup] = [
            .element("g", ["transform": "translate(\(layout.isWide ? 22 : 19) 24)"], StateMark(value.state).shapes),
            .element("text", ["class": "name", "x": "\(layout.isWide ? 42 : 36)", "y": "24"], value.subject.rawValue),
            .element("text", ["class": "word", "x": "\(layout.isWide ? 42 : 36)", "y": "42"], value.state.word),
        ]
        for (index, detail) in value.details.prefix(layout.detailCount).enumerated() {
            texts.append(
                .element(
                    "text", ["class": "detail", "x": "12", "y": "\(66 + 17 * index)"],
                    Self.shortened(detail, layout.detailLength)))
        }
        return .element(
            "g", ["class": "box \(value.state.rawValue)", "transform": "translate(\(origin.x) \(origin.y))"],
            [
                .element("rect", ["class": "frame", "width": "\(width)", "height": "\(height)", "rx": "10"]),
                .element("svg", ["width": "\(width - 8)", "height": "\(height)"], texts),
            ])
    }

    private func sign(_ link: MatchPicture.Link, _ place: Layout.LinkPlace) -> Markup {
        var parts: [Markup] = []
        if layout.isWide {
            let rows = Self.rows(link.label).enumerated().map { index, row in
                Markup.element(
                    "text", ["class": "label", "x": "75", "y": "\(16 + 16 * index)", "text-anchor": "middle"], row)
            }
            // As wide as the room between two boxes; what is wider is cut off.
            parts.append(.element("svg", ["x": "-75", "y": "13", "width": "150", "height": "40"], rows))
        }
        parts.append(.element("circle", ["class": "gap", "r": "15"]))
        return .element(
            "g",
            ["class": "sign-of \(link.state.rawValue)", "transform": "translate(\(place.sign.x) \(place.sign.y))"],
            parts + StateMark(link.state).shapes)
    }

    /// Two rows of words, the rest left out: the list below the drawing has it all.
    private static func rows(_ label: String) -> [String] {
        let lines = WrappedText(width: 18).lines(Escaper.terminal(label), first: "", rest: "")
        let rows = lines.prefix(2).map { shortened($0, 18) }
        guard lines.count > 2, let last = rows.last else { return rows }
        return rows.dropLast() + [shortened(last + " …", 18)]
    }

    private static func shortened(_ text: String, _ length: Int) -> String {
        let visible = Escaper.terminal(text)
        let shown = visible.unicodeScalars.prefix(length)
        guard shown.endIndex < visible.unicodeScalars.endIndex else { return visible }
        return String(String.UnicodeScalarView(visible.unicodeScalars.prefix(length - 1))) + "…"
    }
}
