package import Encodings

/// What is wrong with an issuer, or may be.
package struct IssuerComplaint: Sendable, Hashable {
    package let error: AuthKeysError
    /// Whether no token with this issuer can be verified; else it depends on who looks.
    package let isRefusal: Bool
}
