internal import CommandOptions
internal import Deployment
internal import Encodings

/// `--issuer`, which is judged before anything is written.
enum EmitIssuerOptions {
    static func option(_ help: String, isRequired: Bool = false) -> Option<Issuer> {
        Option("issuer", metavar: "URL", help: help, isRequired: isRequired, convert: convert)
    }

    @Sendable static func convert(_ text: String) throws(UsageError) -> Issuer {
        do throws(AuthKeysError) { return try Issuer(text) } catch {
            throw UsageError(.invalidValue, "\(error.message)", hint: error.hint)
        }
    }

    static func warn(of issuer: Issuer?, _ console: Console) {
        for doubt in issuer?.doubts ?? [] { console.warn("--issuer: \(doubt)") }
    }
}
