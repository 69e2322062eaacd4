package import Encodings

/// The code of the `AuthKeysError` that `body` throws; `nil` when it throws none.
package func codeThrown<Result>(_ body: () throws -> Result) -> AuthKeysError.Code? {
    do {
        _ = try body()
        return nil
    } catch {
        return (error as? AuthKeysError)?.code
    }
}
