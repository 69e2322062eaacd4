/// The sign of a state, told apart by its shape and not by its colour alone: a disc with a tick, a triangle, an octagon
/// with a cross, an open circle with a question mark, a square with an i. Drawn, so that no font has to have it.
enum StateMark: String {
    case good, warning, bad, unknown, note

    init(_ state: MatchPicture.State) {
        switch state {
        case .good: self = .good
        case .warning: self = .warning
        case .bad: self = .bad
        case .unknown: self = .unknown
        }
    }

    init(_ severity: Finding.Severity) {
        switch severity {
        case .error: self = .bad
        case .warning: self = .warning
        case .note: self = .note
        }
    }

    /// In a line of text. The words beside it say the same, so it is left out when read aloud.
    var icon: Markup {
        .element(
            "svg", ["class": "icon \(rawValue)", "viewBox": "-12 -12 24 24", "aria-hidden": "true"], shapes)
    }

    /// In a drawing, around its origin, 22 wide.
    var shapes: [Markup] {
        switch self {
        case .good:
            [.element("circle", ["class": "shape", "r": "11"]), sign("M-5.5 .5 L-1.5 4.5 L5.5 -4")]
        case .warning:
            [shape("M0 -10.5 L11.5 9.5 L-11.5 9.5 Z"), sign("M0 -4 L0 2.5 M0 6 L0 6.2")]
        case .bad:
            [
                shape("M-4.6 -11 H4.6 L11 -4.6 V4.6 L4.6 11 H-4.6 L-11 4.6 V-4.6 Z"),
                sign("M-4.5 -4.5 L4.5 4.5 M4.5 -4.5 L-4.5 4.5"),
            ]
        case .unknown:
            [
                .element("circle", ["class": "shape open", "r": "10"]),
                sign("M-3 -3 C-3 -7 3.5 -7 3 -2.5 C2.7 -.5 0 0 0 2.5 M0 6 L0 6.2"),
            ]
        case .note:
            [shape("M-10 -10 H10 V10 H-10 Z"), sign("M0 -5.6 L0 -5.4 M0 -.5 L0 5.5")]
        }
    }

    private func shape(_ path: String) -> Markup { .element("path", ["class": "shape", "d": path]) }

    private func sign(_ path: String) -> Markup { .element("path", ["class": "sign", "d": path]) }
}
