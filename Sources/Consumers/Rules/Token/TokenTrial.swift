internal import AuthKeysJOSE
internal import Encodings

/// A token on its way through the steps of a verifier.
struct TokenTrial {
    let keys: JWKSetDocument
    let selection: any KeySelection
    let settings: VerifierSettings
    let time: NumericDate
    let token: String
    /// What the dots divide it into.
    let parts: [[UInt8]]
    /// Set by ``ReadHeader``.
    var header: JSONValue?
    /// Set by ``ReadClaims``.
    var claims: JSONValue?
    /// Set by ``SelectKey``.
    var key: PublishedKey?
    /// Set by ``ReadSignature``.
    var signature: [UInt8] = []

    init(
        token: String, keys: JWKSetDocument, selection: any KeySelection, settings: VerifierSettings, time: NumericDate
    ) {
        self.token = token
        self.keys = keys
        self.selection = selection
        self.settings = settings
        self.time = time
        parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { Array($0) }
    }

    /// The header's `alg`, when it is one that is verified here.
    var algorithm: JWSAlgorithm? { header?.last("alg")?.string.flatMap { JWSAlgorithm.named($0) } }

    func part(_ index: Int) -> [UInt8] { index < parts.count ? parts[index] : [] }

    /// What the signature is over (RFC 7515 §5.1).
    var signingInput: [UInt8] { part(0) + [UInt8(ascii: ".")] + part(1) }

    /// A date of the claims; `nil` where there is none.
    func date(_ name: String) -> NumericDate? { claims?.last(name)?.number.map { NumericDate($0) } }

    /// A consumer's text with what it says of this token and its own settings put in.
    func text(_ template: String) -> String {
        settings.filled(template)
            .replacing("{alg}", with: Self.shown(header?.last("alg")))
            .replacing("{kid}", with: Self.shown(header?.last("kid")))
            .replacing("{iss}", with: Self.shown(claims?.last("iss")))
    }

    /// Safe to show: as it stands in JSON, without the quotes.
    static func shown(_ value: JSONValue?) -> String {
        guard let text = value?.string else { return value?.compactJSON ?? "none" }
        return String(Escaper.json(text).dropFirst().dropLast())
    }
}

extension JSONValue {
    /// Of two members of one name the last, as JavaScript's `JSON.parse` has it.
    func last(_ name: String) -> JSONValue? {
        members?.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    func isText(_ text: String) -> Bool { string?.utf8.elementsEqual(text.utf8) ?? false }
}

extension Duration {
    /// Of any length: what `components` gives is of 64 bits, and the end of time is further away than that.
    var wholeSeconds: Int128 { attoseconds / 1_000_000_000_000_000_000 }
}
