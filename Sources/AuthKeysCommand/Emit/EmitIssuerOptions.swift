internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings

/// Options that take an address, which is judged before anything is written.
enum EmitIssuerOptions {
    /// `--issuer`.
    static func option(_ help: String, as role: IssuerRole = .service, isRequired: Bool = false) -> Option<Issuer> {
        Option("issuer", metavar: "URL", help: help, isRequired: isRequired, convert: conversion(to: role))
    }

    /// Of a self-hosted deployment.
    static let siteOrigin = option(
        "The site origin: where the world reaches port 3211. It is the issuer of the tokens.", as: .deployment,
        isRequired: true)

    static func conversion(to role: IssuerRole) -> @Sendable (String) throws(UsageError) -> Issuer {
        { text throws(UsageError) in
            do throws(AuthKeysError) { return try Issuer(text, as: role) } catch {
                throw UsageError(.invalidValue, error.message, hint: error.hint)
            }
        }
    }

    /// - Throws: `UsageError` when both are one address: discovery would be looked for at the API.
    static func requireTwo(_ siteOrigin: Issuer, _ cloudOrigin: Issuer) throws(UsageError) {
        guard siteOrigin.text.utf8.elementsEqual(cloudOrigin.text.utf8) else { return }
        throw UsageError(
            .conflictingOptions, "the issuer and the cloud origin are the same: discovery would answer 404",
            hint: "the issuer is where port 3211 is reached, the cloud origin where port 3210 is")
    }

    static func warn(of issuer: Issuer?, _ console: Console) {
        for doubt in issuer?.doubts ?? [] {
            console.warn(doubt.error.description)
            if let hint = doubt.error.hint { console.hint(hint) }
        }
    }
}
