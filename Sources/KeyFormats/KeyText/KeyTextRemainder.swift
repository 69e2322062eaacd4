internal import CryptoOpenSSL
internal import Encodings

/// Reads a text without a BEGIN line that nothing is wrapped around.
struct KeyTextRemainder {
    private(set) var content = KeyText.Content.unknown
    private(set) var canonical: SecretBytes?
    private(set) var anomalies: [KeyText.Anomaly] = []

    private static let shortestBase64 = 64

    init(_ source: Span<UInt8>, _ range: Range<Int>) {
        let range = source.trimmed(range)
        if let placeholder = KeyTextPlaceholder.anomaly(source, range) {
            anomalies = [placeholder]
        } else if let near = KeyTextNearBoundary(source, range) {
            content = near.content
            anomalies = [KeyText.Anomaly(.irreparable, near.error)]
        } else if Self.isToken(source, range) {
            content = .jwt
            refuse(
                .notAKey, "a token (JWT) where a key is expected", "give the key that signs it, not the token", source,
                range)
        } else if Self.isOpenSSHPublic(source, range) {
            content = .openSSHPublic
            refuse(
                .otherFormat, "a public key as OpenSSH writes it",
                "ssh-keygen -e -m PKCS8 -f FILE writes it as PEM", source, range)
        } else if Self.beginsAsKey(source, range) {
            readBody(source, range)
        } else if let error = Self.base64Error(source, range) {
            anomalies = [KeyText.Anomaly(.irreparable, error)]
        } else {
            refuse(
                .notAKey, "a text of \(range.count.counted("byte")) that holds no key in any form that is known here",
                "a private key in PEM begins with -----BEGIN PRIVATE KEY-----", source, range)
        }
    }

    private mutating func refuse(
        _ code: KeyTextCode, _ message: String, _ hint: String, _ source: Span<UInt8>, _ range: Range<Int>
    ) {
        let place = source.location(range.lowerBound)
        anomalies = [KeyText.Anomaly(.irreparable, code, message, hint: hint, at: place)]
    }

    /// The base64 of a key without its boundaries: the DER says which ones belong there.
    private mutating func readBody(_ source: Span<UInt8>, _ range: Range<Int>) {
        anomalies = [
            KeyText.Anomaly(
                .repairable, KeyTextCode.missingBoundaries, "the base64 of a key without its BEGIN and END lines",
                hint: "store the whole PEM text: the lines -----BEGIN …----- and -----END …----- belong to it",
                at: source.location(range.lowerBound))
        ]
        do throws(AuthKeysError) {
            let decoding = KeyTextDecoding(text: try KeyTextBody(source, range))
            let key = KeyTextKey(try decoding.der(source), label: nil)
            (content, canonical) = (key.content, key.canonical)
            anomalies += key.anomalies.map { anomaly in
                let place = decoding.place(ofByte: anomaly.location?.byteOffset ?? 0, source)
                return KeyText.Anomaly(anomaly.severity, anomaly.error.moved(to: place))
            }
        } catch {
            anomalies.append(KeyText.Anomaly(.irreparable, error))
        }
    }

    /// Whether the first characters are the base64 of a long SEQUENCE, or all of them that of one that ends with them.
    private static func beginsAsKey(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        if range.count >= 8,
            let head = try? SecretBytes(copying: source.extracting(range.lowerBound..<range.lowerBound + 8))
                .decodedBase64(),
            head.withBytes({ KeyTextDER.isLikely($0) })
        {
            return true
        }
        return KeyTextBase64.isBase64(source, range)
            && KeyTextBase64.decoded(source, range)?.withBytes { KeyTextDER.isLikely($0) } == true
    }

    /// What is wrong with a text that can only be base64 around something: long, of the characters of one of its two
    /// alphabets, without spaces.
    private static func base64Error(_ source: Span<UInt8>, _ range: Range<Int>) -> AuthKeysError? {
        let isBase64 = range.allSatisfy { index in
            let byte = source[index]
            return byte.isBase64 || byte.isPadding || byte.isLineEnd || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_")
        }
        guard range.count >= shortestBase64, isBase64, source[range.lowerBound].isBase64 else { return nil }
        do throws(AuthKeysError) {
            let body = try KeyTextBody(source, range)
            do throws(AuthKeysError) {
                _ = try body.characters.decodedBase64()
                return nil
            } catch {
                return error.moved(to: body.location(ofCharacter: error.location?.byteOffset ?? 0, source))
            }
        } catch {
            return error
        }
    }

    /// RFC 7515 §3.1: three parts of base64url; the first is a JSON object.
    private static func isToken(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard source.holds("eyJ", at: range.lowerBound, before: range.upperBound) else { return false }
        var dots = 0
        for index in range {
            let byte = source[index]
            if byte == UInt8(ascii: ".") {
                dots += 1
            } else if !byte.isASCIILetter, !byte.isASCIIDigit, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
                return false
            }
        }
        return dots == 2
    }

    private static func isOpenSSHPublic(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        ["ssh-rsa AAAA", "ssh-ed25519 AAAA", "ecdsa-sha2-nistp", "sk-ssh-ed25519"].contains {
            source.holds($0, at: range.lowerBound, before: range.upperBound)
        }
    }
}
