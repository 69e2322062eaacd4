/// The outcome of every check of one token, those that passed too.
public struct JWTReport: Sendable, Hashable {
    /// In the order of ``JWTCheck/Name``, each once.
    public let checks: [JWTCheck]

    public var failures: [JWTCheck] { checks.filter { $0.result == .failed } }

    public var isAccepted: Bool { failures.isEmpty }
}
