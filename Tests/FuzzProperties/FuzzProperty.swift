/// What holds for any bytes whatever: one property for each parser. `make fuzz` looks for bytes that break one, and
/// `FuzzReplayTests` tries it on the inputs that are kept in `Fixtures/fuzz/NAME`.
package struct FuzzProperty: Sendable {
    package let name: String
    /// - Throws: ``FuzzViolation``, or an error that the product should not have thrown.
    package let check: @Sendable ([UInt8]) throws -> Void

    package static let all = [
        FuzzProperty(name: "base64", check: Base64Property.check),
        FuzzProperty(name: "command-line", check: CommandLineProperty.check),
        FuzzProperty(name: "der", check: DERProperty.check),
        FuzzProperty(name: "environment-file", check: EnvironmentFileProperty.check),
        FuzzProperty(name: "environment-value", check: EnvironmentValueProperty.check),
        FuzzProperty(name: "escaping", check: EscapingProperty.check),
        FuzzProperty(name: "json", check: JSONProperty.check),
        FuzzProperty(name: "jwks", check: KeySetProperty.check),
        FuzzProperty(name: "jws", check: TokenProperty.check),
        FuzzProperty(name: "key-pair", check: KeyPairProperty.check),
        FuzzProperty(name: "pem", check: PEMProperty.check),
        FuzzProperty(name: "private-key", check: PrivateKeyProperty.check),
        FuzzProperty(name: "public-key", check: PublicKeyProperty.check),
    ]

    package static func named(_ name: String) -> Self? {
        all.first { $0.name == name }
    }
}
