import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct EscaperShellWordTests {
    @Test(arguments: [
        ("", "''"), ("abc", "abc"), ("https://a.b:1/c_d-e,f@g+h%i", "https://a.b:1/c_d-e,f@g+h%i"), ("a b", "'a b'"),
        ("it's", "'it'\\''s'"), ("'", "''\\'''"), ("$(id)", "'$(id)'"), ("`id`", "'`id`'"), ("a\nb", "'a\nb'"),
        ("~", "'~'"), ("#a", "'#a'"), ("A=b", "'A=b'"), ("-n", "-n"), ("é", "'é'"), ("\\", "'\\'"), ("!!", "'!!'"),
    ])
    func quotesOnlyWhatAShellWouldRead(text: String, expected: String) throws {
        #expect(try Escaper.shellWord(text) == expected)
    }

    @Test func refusesNUL() {
        let error = #expect(throws: AuthKeysError.self) { try Escaper.shellWord("ab\0") }
        #expect(error?.code == TextCode.notRepresentable.code)
        #expect(error?.location?.byteOffset == 2)
        #expect(error?.hint != nil)
    }

    @Test(arguments: [RealClient.dash, .bash, .busybox])
    func shellsReadTheSameBytes(shell: RealClient) throws {
        let texts = HostileCorpus.all.filter { !$0.utf8.contains(0) }
        let allBytes = (UInt8(1)...255).map { [UInt8(ascii: "a"), $0, UInt8(ascii: "'")] }
        let values = texts.map { Array($0.utf8) } + allBytes
        var script: [UInt8] = []
        for value in values {
            script += Array("printf '%s\\0' ".utf8)
            try Escaper.appendShellWord(value.span, to: &script)
            script.append(UInt8(ascii: "\n"))
        }
        let output = try shell.output(input: Data(script))
        let read = output.split(separator: 0, omittingEmptySubsequences: false).dropLast().map { Array($0) }
        #expect(read.count == values.count)
        for (value, back) in zip(values, read) { #expect(value == back) }
    }
}
