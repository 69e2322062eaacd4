import TestSupport
import Testing

@Suite struct TranscriptPatternTests {
    @Test(arguments: [
        (expected: ["a"], output: ["a"], matches: true),
        (["a"], ["b"], false),
        (["a"], [], false),
        ([], ["a"], false),
        ([], [], true),
        (["a…"], ["a"], true),
        (["a…c"], ["abc"], true),
        (["a…c"], ["abcd"], false),
        (["…b…b"], ["abab"], true),
        (["…ab"], ["aab"], true),
        (["a…"], ["a", "b"], false),
        (["⋮"], [], true),
        (["⋮", "c"], ["a", "b", "c"], true),
        (["a", "⋮"], ["a", "b", "c"], true),
        (["a", "⋮", "c"], ["a", "b"], false),
        (["⋮", "b…", "⋮", "c"], ["b", "a", "b1", "c", "c"], true),
        ([" ⋮"], ["x"], false),
        (["caf\u{e9}"], ["cafe\u{301}"], false),
    ])
    func covers_whole_lines_and_the_whole_output(expected: [String], output: [String], matches: Bool) {
        #expect(TranscriptPattern(lines: expected).matches(output) == matches)
    }
}
