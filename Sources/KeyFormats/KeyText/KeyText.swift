public import CryptoOpenSSL
public import Encodings

/// What a text that should hold a key really holds, and what happened to it on its way.
///
/// Reading never fails: it says what the text is (``content``), each thing that is unusual about it (``anomalies``), and
/// keeps what can be restored for ``repaired()``. This is the lenient reader; ``PEM/parse(_:grammar:)`` is the strict
/// one and repairs nothing. Nothing that either says holds any of the text.
///
/// ```swift
/// let text = KeyText(reading: bytes.span)
/// for anomaly in text.anomalies { print(anomaly) }
/// let key = try text.repaired().text.withBytes { try RSAPrivateKey(pemRepresentation: $0) }
/// ```
public struct KeyText: Sendable {
    /// The longest text that is read, in bytes: 1 MiB.
    public static let maximumByteCount = 1 << 20
    /// How many wrappings (quotes, base64, escapes and the like) may stand inside each other.
    public static let maximumWrappingCount = 16

    /// How the text of a key is laid out.
    public enum Layout: Sendable, Hashable {
        /// Byte for byte what ``PEM/encode(_:label:)`` writes, and `openssl`.
        case canonical
        /// Byte for byte what ``PEM/encodeOnOneLine(_:label:)`` writes, with or without a final newline: spaces for
        /// newlines, which is how Convex Auth stores a key and what `importPKCS8` of jose reads.
        case oneLine
        case other
    }

    /// What it is, as far as that can be told, however damaged it is.
    public let content: Content
    public let layout: Layout
    /// In the order in which they were found: outer wrappings first.
    public let anomalies: [Anomaly]
    private let canonical: SecretBytes?

    /// Takes time and memory in proportion to the text. Nothing of a text above ``maximumByteCount`` is looked at.
    public init(reading text: Span<UInt8>) {
        let reading = KeyTextReading(text)
        content = reading.content
        layout = reading.layout
        anomalies = reading.anomalies
        canonical = reading.canonical
    }

    /// The canonical text of the key, with every change that it took.
    ///
    /// Only what needs no guess is repaired: no character of the key is ever added, replaced or left out, and the DER
    /// inside has to be exactly one key of the kind it is labelled as. Whether the numbers of a private key agree is
    /// not judged here; what is encrypted is only judged as far as it can be without its passphrase.
    /// - Throws: the first irreparable anomaly: a `keytext.…` code, or the `pem.…`, `base64.…`, `der.…` or `key.…` code
    ///   with which a strict reader refuses the same trouble.
    public func repaired() throws(AuthKeysError) -> Repair {
        if let fault = anomalies.first(where: { !$0.isRepairable }) { throw fault.error }
        guard let canonical else { throw AuthKeysError(KeyTextCode.notAKey, "no key was found in the text") }
        return Repair(content: content, text: canonical, repairs: anomalies)
    }

    /// A key text after its repair.
    public struct Repair: Sendable {
        public let content: Content
        /// Canonical PEM; for a JWK or a set of them, the JSON without what was wrapped around it. Unencrypted private
        /// keys stay unencrypted.
        public let text: SecretBytes
        /// Everything that differs between the text that was read and ``text``; empty when nothing does.
        public let repairs: [Anomaly]
    }
}
