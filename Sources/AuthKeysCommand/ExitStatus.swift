package import Encodings

/// What a run of the tool answers to its caller. Scripts rely on the numbers.
package enum ExitStatus: Int32, Sendable {
    /// Done, or the answer is yes.
    case success = 0
    /// The answer is no.
    case negative = 1
    /// The input could not be read or processed, or a file or the network failed.
    case failure = 2
    /// The command line cannot be run as it was written (EX_USAGE of sysexits.h).
    case usage = 64
    /// A fault of this program (EX_SOFTWARE of sysexits.h).
    case fault = 70

    package init(_ error: AuthKeysError) {
        self =
            switch error.code.rawValue.prefix(while: { $0 != "." }) {
            case "usage": .usage
            case "internal": .fault
            case "rotation" where RotationCode.refusals.contains(error.code): .negative
            default: .failure
            }
    }
}
