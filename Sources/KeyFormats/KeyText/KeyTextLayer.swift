internal import CryptoOpenSSL
internal import Encodings

/// What is left of a text after some of its wrappings were taken off.
struct KeyTextLayer {
    let bytes: SecretBytes
    /// The part of ``bytes`` that counts: wrappings that only surround are taken off without a copy, so that places
    /// stay those of the text that was given.
    let range: Range<Int>
    /// How many times the text was rewritten.
    var rewrites = 0
    /// How many of those were base64.
    var base64Count = 0

    /// The next layer, after a wrapping was taken off.
    func without(_ peel: KeyTextPeel) -> KeyTextLayer {
        switch peel.rest {
        case .part(let range):
            KeyTextLayer(bytes: bytes, range: range, rewrites: rewrites, base64Count: base64Count)
        case .text(let bytes, let isBase64):
            KeyTextLayer(
                bytes: bytes, range: 0..<bytes.count, rewrites: rewrites + 1,
                base64Count: base64Count + (isBase64 ? 1 : 0))
        }
    }
}

/// A wrapping that was found, and what is inside it.
struct KeyTextPeel {
    enum Rest {
        case part(Range<Int>)
        case text(SecretBytes, isBase64: Bool)
    }

    let anomalies: [KeyText.Anomaly]
    let rest: Rest

    init(_ anomalies: KeyText.Anomaly..., rest: Rest) {
        self.anomalies = anomalies
        self.rest = rest
    }

    init(anomalies: [KeyText.Anomaly], rest: Rest) {
        self.anomalies = anomalies
        self.rest = rest
    }
}

/// Recognises one way in which a text is wrapped.
protocol KeyTextWrapping: Sendable {
    /// `nil` when the text is not wrapped in this way.
    static func peel(_ text: Span<UInt8>, _ layer: KeyTextLayer) -> KeyTextPeel?
}
