import Encodings
import HostSystem

// Asks on its terminal, and says what it was told: a program for the tests to run on a terminal of their own.
var answer: [UInt8] = []
var report: String
do throws(AuthKeysError) {
    try TerminalPrompt().readHidden("Secret: ", limit: 20, into: &answer)
    report = "answer \(String(decoding: answer, as: UTF8.self))"
} catch {
    report = "error \(error.code.rawValue)"
}
try StandardStream.output.write("\(report)\n".utf8.span)
