extension MatchDiagram {
    /// Where everything stands, in units of the drawing. A picture has two: one as wide as a desk, one as wide as a
    /// telephone, and the style sheet shows one of them.
    struct Layout {
        struct LinkPlace {
            let path: String
            /// Where the sign stands.
            let sign: (x: Int, y: Int)
            /// How far it reaches above and below, with its words.
            let reach: (top: Int, bottom: Int)

            init(_ path: String, sign: (x: Int, y: Int), reach: (top: Int, bottom: Int)? = nil) {
                self.path = path
                self.sign = sign
                self.reach = reach ?? (sign.y, sign.y)
            }
        }

        let isWide: Bool
        let width: Int
        let boxSize: (width: Int, height: Int)
        let detailCount: Int
        /// In characters.
        let detailLength: Int
        /// The upper left corners.
        let boxes: [MatchPicture.Subject: (x: Int, y: Int)]
        let links: [Set<MatchPicture.Subject>: LinkPlace]

        /// For a desk and for a telephone.
        static func all(for picture: MatchPicture) -> [Layout] {
            let hasMiddleRow = picture.values.contains { $0.subject == .token || $0.subject == .issuer }
            return [wide, hasMiddleRow ? narrow : short]
        }

        /// The `viewBox`: always as wide, so that letters keep their size, with the boxes that are there in the middle,
        /// and as high as they and the arcs between them.
        func frame(of subjects: [MatchPicture.Subject], _ places: [LinkPlace]) -> String {
            let corners = subjects.compactMap { boxes[$0] }
            let left = corners.map(\.x).min() ?? 0
            let right = (corners.map(\.x).max() ?? 0) + boxSize.width
            let top = (corners.map(\.y) + places.map(\.reach.top)).min() ?? 0
            let bottom = (corners.map { $0.y + boxSize.height } + places.map(\.reach.bottom)).max() ?? 0
            return "\((left + right - width) / 2 - 2) \(top - 2) \(width + 4) \(bottom - top + 4)"
        }

        /// Three above, two below between them.
        static let wide = Layout(
            isWide: true, width: 960, boxSize: (220, 104), detailCount: 2, detailLength: 28,
            boxes: [
                .privateKey: (0, 0), .keySet: (370, 0), .deployment: (740, 0), .token: (185, 216), .issuer: (555, 216),
            ],
            links: [
                [.privateKey, .keySet]: LinkPlace("M220 40 H370", sign: (295, 40)),
                [.keySet, .deployment]: LinkPlace("M590 40 H740", sign: (665, 40)),
                [.token, .issuer]: LinkPlace("M405 262 H555", sign: (480, 262)),
                [.privateKey, .token]: LinkPlace("M140 104 L255 216", sign: (187, 150)),
                [.keySet, .token]: LinkPlace("M440 104 L335 216", sign: (394, 152)),
                [.keySet, .issuer]: LinkPlace("M520 104 L625 216", sign: (566, 152)),
                [.deployment, .issuer]: LinkPlace("M820 104 L705 216", sign: (773, 150)),
                [.privateKey, .deployment]: LinkPlace(
                    "M110 0 C110 -64 180 -64 480 -64 S850 -64 850 0", sign: (480, -64), reach: (-82, -18)),
                [.token, .deployment]: LinkPlace(
                    "M295 320 C295 372 400 372 600 372 C860 372 880 300 880 104", sign: (665, 372), reach: (320, 422)),
                [.privateKey, .issuer]: LinkPlace(
                    "M80 104 C80 300 100 352 300 352 C560 352 665 352 665 320", sign: (180, 345), reach: (320, 394)),
            ])

        /// Two columns, and the deployment below.
        static let narrow = Layout(
            isWide: false, width: 360, boxSize: (148, 58), detailCount: 0, detailLength: 0,
            boxes: [
                .privateKey: (16, 0), .keySet: (196, 0), .token: (16, 120), .issuer: (196, 120),
                .deployment: (106, 240),
            ],
            links: [
                [.privateKey, .keySet]: LinkPlace("M164 29 H196", sign: (180, 29)),
                [.token, .issuer]: LinkPlace("M164 149 H196", sign: (180, 149)),
                [.privateKey, .token]: LinkPlace("M70 58 V120", sign: (70, 89)),
                [.keySet, .issuer]: LinkPlace("M290 58 V120", sign: (290, 89)),
                [.keySet, .token]: LinkPlace("M225 58 L135 120", sign: (198, 77)),
                [.privateKey, .issuer]: LinkPlace("M135 58 L225 120", sign: (162, 77)),
                [.deployment, .issuer]: LinkPlace("M265 178 L215 240", sign: (240, 209)),
                [.token, .deployment]: LinkPlace("M95 178 L145 240", sign: (120, 209)),
                [.keySet, .deployment]: LinkPlace(
                    "M336 58 C350 80 354 100 354 130 V185 C354 235 320 269 254 269", sign: (318, 254)),
                [.privateKey, .deployment]: LinkPlace(
                    "M24 58 C10 80 6 100 6 130 V185 C6 235 40 269 106 269", sign: (42, 254)),
            ])

        /// The same where there is nothing between the two rows.
        static let short = Layout(
            isWide: false, width: narrow.width, boxSize: narrow.boxSize, detailCount: 0, detailLength: 0,
            boxes: [.privateKey: (16, 0), .keySet: (196, 0), .deployment: (106, 120)],
            links: [
                [.privateKey, .keySet]: LinkPlace("M164 29 H196", sign: (180, 29)),
                [.keySet, .deployment]: LinkPlace("M265 58 L215 120", sign: (240, 89)),
                [.privateKey, .deployment]: LinkPlace("M95 58 L145 120", sign: (120, 89)),
            ])
    }
}
