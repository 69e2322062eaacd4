internal import Encodings

/// Finds secrets in a text of any length, byte by byte and in bounded memory: private keys in all the forms in which they
/// get into a log, private JWKs, tokens, admin keys, deploy keys and instance secrets.
struct SecretFinder: Sendable {
    /// The longest word that is judged. A longer one is no token, and what it is shows in its first bytes.
    private static let longestWord = 16 * 1024
    private static let longestGap = 16
    /// How far behind a BEGIN line the key may begin: a log puts times, escapes and headers in between.
    private static let widestHead = 512
    /// A key of 8192 bits is 6.5 kB long, and a log adds to each line.
    private static let longestArmor = 16 * 1024
    /// How far apart the members of one JWK are, at most.
    private static let widestKey = 16 * 1024

    /// How many are named, at most; all are counted.
    private static let mostPlaces = 1_000

    private let now: NumericDate
    private(set) var places: [LeakedSecret] = []
    private(set) var counts: [AuthKeysError.Code: Int] = [:]
    /// The words that are secret, for who has to leave them out; none unless they were asked for.
    private(set) var words: [[UInt8]] = []
    private let keepsWords: Bool

    private var offset = 0
    private var line = 1
    private var column = 1
    private var isEscaped = false

    private var word: [UInt8] = []
    private var wordStart = Place()
    /// The word before, and what stands between the two: short, because only short ones mean anything.
    private var previousWord: [UInt8] = []
    private var previousStart = Place()
    private var gap: [UInt8] = []

    private var armor = Armor.none
    /// Up to this offset, the smaller numbers belong to the JWK that was reported.
    private var keyEnd = 0

    private struct Place: Sendable {
        var line = 1
        var column = 1
        var offset = 0
    }

    /// How much of a PEM block was seen.
    private enum Armor: Sendable {
        case none
        case label(Place, words: [[UInt8]])
        case body(Place, isEncrypted: Bool)
        /// The rest of a key that was reported, up to this offset if no END line comes.
        case reported(until: Int)
    }

    /// - Parameters:
    ///   - now: tells a token that is good from one that has expired.
    ///   - keepsWords: whether what is found is kept, and not only where it stands.
    init(now: NumericDate, keepsWords: Bool = false) {
        self.now = now
        self.keepsWords = keepsWords
    }

    mutating func take(_ byte: UInt8) {
        if isEscaped {
            isEscaped = byte == UInt8(ascii: "\\")
            // A line end, written as two characters, is none of the alphabet that it stands between.
            if byte == UInt8(ascii: "n") || byte == UInt8(ascii: "r") || byte == UInt8(ascii: "t") {
                return passOver(byte)
            }
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        }
        guard SecretText.isWordByte(byte) else {
            endWord()
            return passOver(byte)
        }
        if word.isEmpty { wordStart = Place(line: line, column: column, offset: offset) }
        if word.count < Self.longestWord { word.append(byte) }
        offset += 1
        column += 1
    }

    private mutating func passOver(_ byte: UInt8) {
        endWord()
        offset += 1
        guard byte != 0 else { return }
        if gap.count < Self.longestGap { gap.append(byte) }
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }

    /// What stood last may be a secret too.
    mutating func finish() {
        endWord()
    }

    // MARK: - Words

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        judge()
        // The longest name that means something is that of an instance.
        previousWord = word.count <= 128 ? word : []
        previousStart = wordStart
        word.removeAll(keepingCapacity: true)
        gap.removeAll(keepingCapacity: true)
    }

    private mutating func judge() {
        if followArmor() { return }
        guard word.count >= 32 else { return }
        if let name = jwkMember, SecretText.privateMembers.contains(name) {
            judgeMember(name)
        } else if gap.elementsEqual("|".utf8) {
            judgeAdminKey()
        } else if SecretText.isInstanceSecret(previousWord, gap, word) {
            found(.instanceSecret, at: wordStart)
        } else if let token = SecretText.token(word, now: now) {
            found(token.isExpired ? .expiredToken : .token, at: place(skipping: token.start))
        } else if let key = SecretText.key(word) {
            found(key.isEncrypted ? .encryptedKey : .privateKey, at: place(skipping: key.start))
        }
    }

    /// `d` and `k` are there once in each key; the primes and their like are of the same key.
    private mutating func judgeMember(_ name: [UInt8]) {
        keep(word)
        guard name.elementsEqual("d".utf8) || name.elementsEqual("k".utf8) || offset > keyEnd else { return }
        keyEnd = offset + Self.widestKey
        found(.privateJWK, at: previousStart)
    }

    private mutating func judgeAdminKey() {
        guard !previousWord.isEmpty else { return }
        if SecretText.isHexadecimal(word), word.count >= 40 {
            found(.adminKey, at: previousStart)
        } else if SecretText.isBase64JSON(word) {
            found(.deployKey, at: previousStart)
        }
    }

    /// The name of the JSON member whose value the word is.
    private var jwkMember: [UInt8]? {
        let marks = gap.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\\") }
        return marks.elementsEqual("\":\"".utf8) ? previousWord : nil
    }

    private func place(skipping count: Int) -> Place {
        Place(line: wordStart.line, column: wordStart.column + count, offset: wordStart.offset + count)
    }

    private mutating func keep(_ word: [UInt8]) {
        guard keepsWords else { return }
        words.append(Array(word[..<(word.firstRange(of: Array("-----END".utf8))?.lowerBound ?? word.endIndex)]))
    }

    private mutating func found(_ code: LeakCode, at place: Place) {
        keep(word)
        counts[code.code, default: 0] += 1
        guard places.count < Self.mostPlaces else { return }
        places.append(LeakedSecret(code, line: place.line, column: place.column))
    }

    // MARK: - PEM

    /// Whether the word is a part of a PEM block.
    private mutating func followArmor() -> Bool {
        if word.ends(with: "-----BEGIN".utf8) {
            armor = .label(place(skipping: word.count - 10), words: [])
            return true
        }
        switch armor {
        case .none: return false
        case .label(let place, var words):
            if word.starts(with: "KEY-----".utf8) {
                guard words.contains(where: { $0.elementsEqual("PRIVATE".utf8) }) else {
                    armor = .none
                    return true
                }
                armor = .body(place, isEncrypted: words.contains { $0.elementsEqual("ENCRYPTED".utf8) })
                word.removeFirst(8)
                return followBody()
            }
            words.append(word)
            let isLabel = words.count <= 3 && word.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            armor = isLabel ? .label(place, words: words) : .none
            return isLabel
        case .body: return followBody()
        case .reported(let end):
            let isEnd = word.starts(with: "-----END".utf8)
            // Behind a key that is cut off its log goes on, in words that are shorter than lines of base64.
            if isEnd { keep(previousWord) } else if word.count >= 16, SecretText.isBase64(word) { keep(word) }
            guard isEnd || offset > end else { return true }
            armor = .none
            return isEnd
        }
    }

    private mutating func followBody() -> Bool {
        guard case .body(let place, var isEncrypted) = armor else { return false }
        // Headers of RFC 1421, in front of an encrypted PKCS#1 key.
        if word.elementsEqual("ENCRYPTED".utf8) { isEncrypted = true }
        // Without padding nothing parts the body from an END line that is glued to it.
        let end = word.firstRange(of: Array("-----END".utf8))?.lowerBound
        let body = Array(word[..<(end ?? word.endIndex)])
        if SecretText.isBase64(body), body.count >= 40 {
            found(isEncrypted ? .encryptedKey : .privateKey, at: place)
            armor = end == nil ? .reported(until: offset + Self.longestArmor) : .none
            return true
        }
        let isNear = wordStart.offset - place.offset <= Self.widestHead
        armor = isNear ? .body(place, isEncrypted: isEncrypted) : .none
        return isNear
    }
}

extension Array where Element == UInt8 {
    fileprivate func ends(with suffix: String.UTF8View) -> Bool {
        count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}
