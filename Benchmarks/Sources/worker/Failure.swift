import Glibc

struct Failure: Error, CustomStringConvertible {
    let description: String
}

/// Ends the program with 1, and says why, when something is thrown.
func orFail<Value>(_ body: () throws -> Value) -> Value {
    do {
        return try body()
    } catch {
        let message = Array("worker: error: \(error)\n".utf8)
        _ = unsafe write(STDERR_FILENO, message, message.count)
        exit(1)
    }
}
