public import Encodings

/// What is known of the errors in a text, the most telling first, and which secrets stand in it.
///
/// It holds nothing of the text but numbers of lines: all its words are those of the catalogue.
public struct Explanation: Sendable {
    /// Where one message was seen.
    public struct Sighting: Sendable {
        private static let mostLines = 8

        public let message: KnownMessage
        /// The first lines with it, counted from 1.
        public private(set) var lines: [Int] = []
        /// How many lines have it.
        public private(set) var count = 0

        init(message: KnownMessage) {
            self.message = message
        }

        mutating func add(line: Int) {
            count += 1
            if lines.count < Self.mostLines { lines.append(line) }
        }
    }

    /// One trouble, and all the messages of it.
    public struct Diagnosis: Sendable {
        public let trouble: Trouble
        public let sightings: [Sighting]
        /// What was found too and probably brought it about.
        public let explainedBy: AuthKeysError.Code?
        /// Whether that stands in the same part of the list, and before it.
        private let isExplainedByItsLike: Bool

        fileprivate init(_ trouble: Trouble, _ sightings: [Sighting], explainedBy cause: Trouble?) {
            self.trouble = trouble
            self.sightings = sightings
            explainedBy = cause?.code
            isExplainedByItsLike = cause?.role == trouble.role
        }

        /// In the order in which a list is read: by role, of those what nothing explains, of those the first.
        fileprivate var rank: (Int, Int, Int) {
            (trouble.role.rawValue, isExplainedByItsLike ? 1 : 0, sightings.compactMap(\.lines.first).min() ?? 0)
        }
    }

    /// A kind of secret and where it was found.
    public struct Leak: Sendable {
        public let advice: LeakAdvice
        public let places: [LeakedSecret]
        /// All of them, also those that are in no list.
        public let count: Int
    }

    public let diagnoses: [Diagnosis]
    public let leaks: [Leak]

    init(diagnoses: [Diagnosis], leaks: [Leak]) {
        self.diagnoses = diagnoses
        self.leaks = leaks
    }

    init(
        sightings: [Sighting], catalogue: Catalogue, secrets: [LeakedSecret], secretCounts: [AuthKeysError.Code: Int]
    ) {
        let seen = Set(sightings.map(\.message.code))
        let troubles = catalogue.troubles.filter { seen.contains($0.code) }
        diagnoses = troubles.map { trouble in
            Diagnosis(
                trouble, sightings.filter { $0.message.code == trouble.code },
                explainedBy: troubles.filter { $0.explains.contains(trouble.code) }.min { $0.role < $1.role })
        }.sorted { left, right in
            left.rank < right.rank
        }
        leaks = LeakAdvice.all.compactMap { advice in
            guard let count = secretCounts[advice.code.code] else { return nil }
            return Leak(advice: advice, places: secrets.filter { $0.code == advice.code.code }, count: count)
        }
    }

    public var isEmpty: Bool { diagnoses.isEmpty && leaks.isEmpty }

    /// Whether somebody who reads the text can do something with what is in it.
    public var holdsLiveSecret: Bool { leaks.contains { $0.advice.isLive } }
}
