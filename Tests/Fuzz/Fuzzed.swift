import FuzzProperties
import Glibc

/// The property that is fuzzed: `AUTHKEYS_FUZZ_PROPERTY` names it, because libFuzzer hands its own arguments on to the
/// processes that it starts.
enum Fuzzed {
    static let property: FuzzProperty = {
        let name = unsafe getenv("AUTHKEYS_FUZZ_PROPERTY").map { unsafe String(cString: $0) } ?? ""
        if let property = FuzzProperty.named(name) { return property }
        let names = FuzzProperty.all.map(\.name).joined(separator: ", ")
        end("AUTHKEYS_FUZZ_PROPERTY is '\(name)'; one of these is expected: \(names)")
    }()

    static func check(_ input: [UInt8]) {
        do {
            try property.check(input)
        } catch {
            end("\(property.name): \(error)")
        }
    }

    /// libFuzzer keeps the input of a process that aborts.
    private static func end(_ message: String) -> Never {
        let line = Array("\nerror: \(message)\n".utf8)
        _ = unsafe write(STDERR_FILENO, line, line.count)
        abort()
    }
}
