import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct EscaperEnvValueTests {
    @Test(arguments: [
        "", "plain", "{\"keys\":[]}", "a\nb", " a ", "#a", "$A", "`a`", "a\\nb", "\"", "$", "{", "\u{1B}", "é", "!",
    ])
    func singleQuotesHold(text: String) throws {
        #expect(try Escaper.singleQuotedEnvValue(text) == "'\(text)'")
    }

    @Test(arguments: [
        ("a'b", 1, SingleQuotingObstacle.Reason.singleQuote), ("\0", 0, .nul), ("ab\r\n", 2, .carriageReturn),
        ("a\\", 1, .backslashAtEnd), ("a\\\\b", 1, .backslashBeforeBackslash), ("\\'", 1, .singleQuote),
        ("é${A}", 2, .interpolation),
    ])
    func refusesWhatReadersReadDifferently(text: String, offset: Int, reason: SingleQuotingObstacle.Reason) {
        let error = #expect(throws: AuthKeysError.self) { try Escaper.singleQuotedEnvValue(text) }
        #expect(error?.code == TextCode.notRepresentable.code)
        #expect(error?.location == SourceLocation(byteOffset: offset))
        #expect(error?.message == "the value has \(reason.explanation)")
    }

    @Test func refusesBytesThatAreNoUTF8() {
        let bytes: [UInt8] = [0x61, 0xFF]
        let obstacle = SingleQuotingObstacle(in: bytes.span)
        #expect(obstacle?.reason == .illFormedUTF8)
        #expect(obstacle?.byteOffset == 1)
    }

    @Test(arguments: [
        ("{\"keys\":[{\"n\":\"A-_\",\"e\":\"AQAB\"}]}", "{\"keys\":[{\"n\":\"A-_\",\"e\":\"AQAB\"}]}"),
        ("\"it's $5 `x`\"", "\"it\\u0027s \\u00245 \\u0060x\\u0060\""),
        ("\"\\\\ \\\" \\n \\/\"", "\"\\u005C \\u0022 \\n \\/\""),
        ("\"é😀\u{7F}\"", "\"\\u00E9\\uD83D\\uDE00\\u007F\""),
        ("[1,\r\n\t2, -3.5e+7, 1E2, null]", "[1,2, -3.5e+7, 1E2, null]"),
        ("\"\\u0027\"", "\"\\u0027\""), ("\"${A}\"", "\"\\u0024{A}\""),
    ])
    func jsonLosesWhatQuotesCannotHold(json: String, expected: String) throws {
        #expect(try Escaper.jsonInSingleQuotedEnvValue(json) == expected)
    }

    @Test(arguments: ["\"a", "\"a\\", "\"a\\x\"", "\"a\nb\"", "'a'", "$", "[1,\u{A0}2]", "\\"])
    func refusesWhatIsNoJSON(json: String) {
        let error = #expect(throws: AuthKeysError.self) { try Escaper.jsonInSingleQuotedEnvValue(json) }
        #expect(error?.code == JSONCode.syntax.code)
        #expect(error?.location != nil)
    }

    @Test func jsonStaysEqualAndFitsSingleQuotes() throws {
        for text in HostileCorpus.all {
            let object = ["k'\(text)": [text, "x"]]
            let json = try JSONSerialization.data(
                withJSONObject: object, options: [.withoutEscapingSlashes, .prettyPrinted])
            let rewritten = try Escaper.jsonInSingleQuotedEnvValue(String(decoding: json, as: UTF8.self))
            #expect(try Escaper.singleQuotedEnvValue(rewritten) == "'\(rewritten)'")
            #expect(rewritten.utf8.allSatisfy { (0x20...0x7E).contains($0) && !"'$`".utf8.contains($0) })
            #expect(!rewritten.contains("\\\\") && !rewritten.contains("\\\""))
            let back = try JSONSerialization.jsonObject(with: Data(rewritten.utf8)) as? [String: [String]]
            let value = try #require(back?.first)
            #expect(value.key.utf8.elementsEqual("k'\(text)".utf8))
            #expect(value.value.first?.utf8.elementsEqual(text.utf8) == true)
        }
    }
}
