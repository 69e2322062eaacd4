extension AuthKeysError {
    /// The same error, saying first which of several inputs it is about.
    package func about(_ subject: String) -> AuthKeysError {
        guard message.firstRange(of: subject) == nil else { return self }
        return AuthKeysError(self, message: "\(subject): \(message)", hint: hint)
    }

    /// The same error, with what mends it here.
    package func hinting(_ hint: String) -> AuthKeysError {
        AuthKeysError(self, message: message, hint: hint)
    }

    private init(_ error: AuthKeysError, message: String, hint: String?) {
        code = error.code
        self.message = message
        self.hint = hint
        location = error.location
        underlying = error.underlying
    }

    /// What the code begins with: `pem` of `pem.label-mismatch`.
    package var family: Substring { code.rawValue.prefix { $0 != "." } }
}
