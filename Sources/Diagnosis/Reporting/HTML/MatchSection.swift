/// The drawing of an environment, and what it shows in words.
struct MatchSection {
    private let picture: MatchPicture
    /// Of several environments, counted from 1; `nil` for the only one.
    private let number: Int?

    init(_ picture: MatchPicture, number: Int? = nil) {
        self.picture = picture
        self.number = number
    }

    var id: String { "picture" + (number.map { "-\($0)" } ?? "") }

    /// Beginning with its name, where there are others.
    var parts: [Markup] {
        let drawings = MatchDiagram.Layout.all(for: picture).map { MatchDiagram(picture, $0, number: number).markup }
        return (number == nil ? [] : [.element("h3", ["id": id], picture.environment)]) + [
            .element("figure", [:], drawings),
            .element("ul", ["class": "links"], picture.links.map(row)),
            .element("div", ["class": "values"], picture.values.map(panel)),
        ]
    }

    private func row(_ link: MatchPicture.Link) -> Markup {
        .element(
            "li", ["class": link.state.rawValue],
            [
                StateMark(link.state).icon,
                .element(
                    "span", [:],
                    [
                        .element("b", [:], "\(link.from.rawValue) – \(link.to.rawValue)"),
                        .text(": \(link.label)"),
                        .element("span", ["class": "word"], " (\(link.state.word))"),
                    ]),
            ])
    }

    private func panel(_ value: MatchPicture.Value) -> Markup {
        let heading: [Markup] = [
            StateMark(value.state).icon, .text(value.subject.rawValue),
            .element("span", ["class": "word"], " (\(value.state.word))"),
        ]
        return .element(
            "div", ["class": "value \(value.state.rawValue)"],
            [
                number == nil ? .element("h3", [:], heading) : .element("h4", [:], heading),
                .element("ul", [:], value.details.map { .element("li", [:], $0) }),
            ])
    }
}
