/// Why a token was refused: every check that failed, in the order of ``JWTCheck/Name``.
public struct JWTRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// At least one.
    public let failures: [JWTCheck]

    /// The code of the first failure.
    public var code: AuthKeysError.Code { failures.first?.code ?? JOSECode.malformedToken.code }

    /// The reasons and codes, for a log of the server that refused; no part of the signature is in it.
    public var description: String {
        failures.map { "\($0.reason) [\($0.code?.rawValue ?? $0.name.rawValue)]" }.joined(separator: "; ")
    }
}

extension JWTRefusal {
    /// Of a token whose end was not looked at, because what comes before it is too long already.
    package static func tooLong(atLeast byteCount: Int) -> Self {
        Self(failures: [.failed(.format, JWSParts.tooLong("\(byteCount) bytes or more"))])
    }
}
