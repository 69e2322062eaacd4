internal import AuthKeysJOSE
internal import Encodings

/// What a single word of a text is, when it is a secret.
enum SecretText {
    /// Of base64, base64url and compact tokens. Whatever else stands between two words.
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"),
            UInt8(ascii: "/"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// RFC 7518 §6.3.2 and §6.2.2. A symmetric key, `k`, is one too.
    static let privateMembers: Set<[UInt8]> = Set(["d", "p", "q", "dp", "dq", "qi", "k"].map { Array($0.utf8) })

    static func isBase64(_ word: [UInt8]) -> Bool {
        word.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    }

    static func isHexadecimal(_ word: [UInt8]) -> Bool {
        word.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
    }

    /// What stands behind `|` in an admin key of Convex: its version, 1, and what is encrypted, in hexadecimal. A digest
    /// that a log has behind `|` is none.
    static func isAdminKey(_ word: [UInt8]) -> Bool {
        word.count >= 42 && word.count % 2 == 0 && word.starts(with: "01".utf8) && isHexadecimal(word)
    }

    /// `INSTANCE_SECRET` or `--instance-secret`, something short, and 64 hexadecimal digits.
    static func isInstanceSecret(_ name: [UInt8], _ gap: [UInt8], _ word: [UInt8]) -> Bool {
        guard word.count >= 64, isHexadecimal(word) else { return false }
        let letters = name.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }.map { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
        }
        let marks = "=:\"' \\".utf8
        return letters.suffix(14).elementsEqual("instancesecret".utf8) && gap.allSatisfy(marks.contains)
    }

    /// A whole line of the body of a PEM block (RFC 7468 §2).
    static func isPEMLine(_ word: [UInt8]) -> Bool { word.count == 64 && isBase64(word) }

    /// The value of a deploy key: base64 of a JSON object.
    static func isBase64JSON(_ word: [UInt8]) -> Bool {
        word.count >= 40 && word.starts(with: "eyJ".utf8)
    }

    /// A signed token, with or without something in front of it.
    /// - Returns: where it starts in the word; `nil` when it is none, or has no signature and so is good for nothing.
    static func token(_ word: [UInt8], now: NumericDate) -> (start: Int, isExpired: Bool)? {
        let start = word.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "+") }.map { $0 + 1 } ?? 0
        let parts = word[start...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].starts(with: "eyJ".utf8), parts[2].count >= 16 else { return nil }
        let text = Array(parts[0..<3].joined(separator: CollectionOfOne(UInt8(ascii: "."))))
        let token = UnverifiedJWT(reading: text.span)
        guard let header = token.header, let algorithm = try? header.json.get()["alg"], algorithm.string != nil else {
            return nil
        }
        guard let claims = try? token.claims?.json.get(), let expiry = claims["exp"]?.number else {
            return (start, false)
        }
        return (start, NumericDate(expiry) < now)
    }

    /// A private key in base64: its DER, or the PEM text once more, and any of them in base64 another time.
    static func key(_ word: [UInt8]) -> (start: Int, isEncrypted: Bool)? {
        if let key = keyInBase64(word) { return key }
        // How "LS0tLS1CRUdJTi" and "MII" begin in base64.
        for mark in ["TFMwdExTMUNSVWRKVG", "TUlJ"] {
            guard let start = firstIndex(of: mark, in: word) else { continue }
            // A Kubernetes Secret holds base64 of what it was given.
            let inner = decodedHead(word[start...])
            if inner.count >= 60, let key = keyInBase64(inner) { return (start, key.isEncrypted) }
        }
        return nil
    }

    private static func keyInBase64(_ word: [UInt8]) -> (start: Int, isEncrypted: Bool)? {
        guard word.count >= 60 else { return nil }
        if let start = firstIndex(of: "LS0tLS1CRUdJTi", in: word) {
            let head = decodedHead(word[start...])
            guard let mark = firstIndex(of: "PRIVATE KEY-----", in: head), word.count - start >= 2 * mark else {
                return nil
            }
            return (start, firstIndex(of: "ENCRYPTED", in: head).map { $0 < mark } ?? false)
        }
        guard let start = firstIndex(of: "MII", in: word) else { return nil }
        let head = decodedHead(word[start...])
        // RFC 5208 §5 and RFC 8017 A.1.2: a sequence that begins with the version, 0.
        let isPlain =
            head.count > 40 && head[4...].starts(with: [0x02, 0x01, 0x00] as [UInt8])
            && (head[7...].starts(with: [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86] as [UInt8])
                || head[7...].starts(with: [0x02, 0x82] as [UInt8])
                || head[7...].starts(with: [0x02, 0x81] as [UInt8]))
        // RFC 8018 A.4: PBES2.
        let pbes2: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D]
        let isEncrypted = head.count > 40 && head[4..<24].contains(pbes2)
        return isPlain || isEncrypted ? (start, isEncrypted) : nil
    }

    /// At most 96 bytes.
    private static func decodedHead(_ word: ArraySlice<UInt8>) -> [UInt8] {
        let text = Array(word.prefix(128).prefix { $0 != UInt8(ascii: ".") })
        let whole = Array(text.prefix(text.count / 4 * 4))
        return (try? Base64.decode(whole.span)) ?? (try? Base64URL.decode(whole.span)) ?? []
    }

    private static func firstIndex(of mark: String, in word: [UInt8]) -> Int? {
        word.firstRange(of: Array(mark.utf8))?.lowerBound
    }
}
