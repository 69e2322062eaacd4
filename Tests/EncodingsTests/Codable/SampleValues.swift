import Encodings
import Foundation
import TestSupport

/// A type that uses what Codable offers, filled at random.
struct SampleValue: Codable, Equatable {
    enum Kind: String, Codable, CaseIterable { case first, second }
    enum Choice: Codable, Equatable {
        case nothing
        case text(String)
        case pair(left: Int, right: [Double])
    }
    struct Point: Codable, Equatable {
        var x: Double
        var y: Float?
    }

    var text: String
    var boolean: Bool?
    var small: Int8
    var unsigned: UInt16
    var wide: Int64
    var widest: UInt64
    var real: Double
    var kind: Kind
    var choice: Choice
    var points: [Point?]
    var named: [String: [Int]]
    var numbered: [Int: String]
    var anything: [[String?]]

    static func random(using generator: inout SeededGenerator) -> Self {
        func text(_ generator: inout SeededGenerator) -> String {
            let scalars: [Unicode.Scalar] = ["a", "\"", "\\", "/", "\n", "é", "\u{301}", "😀", "\u{7F}", "\u{2028}"]
            let count = Int.random(in: 0..<6, using: &generator)
            return (0..<count).reduce(into: "") { text, _ in
                text.unicodeScalars.append(scalars.randomElement(using: &generator) ?? "a")
            }
        }
        func real(_ generator: inout SeededGenerator) -> Double {
            let value = Double(bitPattern: generator.next())
            return value.isFinite && value.isNormal ? value : Double.random(in: -1...1, using: &generator)
        }
        func list<Element>(_ make: (inout SeededGenerator) -> Element, _ generator: inout SeededGenerator) -> [Element]
        {
            (0..<Int.random(in: 0..<4, using: &generator)).map { _ in make(&generator) }
        }
        func point(_ generator: inout SeededGenerator) -> Point? {
            guard Bool.random(using: &generator) else { return nil }
            return Point(x: real(&generator), y: Bool.random(using: &generator) ? 0.1 : nil)
        }
        let choices: [Choice] = [.nothing, .text(text(&generator)), .pair(left: 3, right: list(real, &generator))]
        return Self(
            text: text(&generator), boolean: [true, false, nil].randomElement(using: &generator) ?? nil,
            small: .random(in: .min ... .max, using: &generator),
            unsigned: .random(in: .min ... .max, using: &generator),
            wide: .random(in: .min ... .max, using: &generator), widest: .random(in: .min ... .max, using: &generator),
            real: real(&generator), kind: Kind.allCases.randomElement(using: &generator) ?? .first,
            choice: choices.randomElement(using: &generator) ?? .nothing, points: list(point, &generator),
            named: ["k": list({ Int($0.next() % 100) }, &generator)],
            numbered: [Int(generator.next() % 9): text(&generator)],
            anything: list({ list({ Bool.random(using: &$0) ? "x" : nil }, &$0) }, &generator))
    }
}

/// A class and its superclass, and containers nested by hand.
class SampleBase: Codable {
    var base = 1
}

final class SampleDerived: SampleBase {
    enum Keys: String, CodingKey { case own, nested, list, named }

    var own = "a"
    var nested = 2
    var list = [1, 2]

    override init() { super.init() }

    required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        own = try container.decode(String.self, forKey: .own)
        nested = try container.nestedContainer(keyedBy: Keys.self, forKey: .nested).decode(Int.self, forKey: .own)
        var elements = try container.nestedUnkeyedContainer(forKey: .list)
        list = []
        while !elements.isAtEnd {
            var inner = try elements.nestedUnkeyedContainer()
            list.append(try inner.decode(Int.self))
        }
        _ = try SampleBase(from: container.superDecoder(forKey: .named))
        try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(own, forKey: .own)
        var inner = container.nestedContainer(keyedBy: Keys.self, forKey: .nested)
        try inner.encode(nested, forKey: .own)
        var elements = container.nestedUnkeyedContainer(forKey: .list)
        for number in list {
            var single = elements.nestedUnkeyedContainer()
            try single.encode(number)
        }
        try super.encode(to: container.superEncoder(forKey: .named))
        try super.encode(to: container.superEncoder())
    }
}
