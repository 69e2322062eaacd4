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
    /// Of a key whose beginning is not there: the log was shown from a line in its middle on.
    private static let fewestTailLines = 3
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
    private var tail = Tail()
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
        /// The END line of a body that no BEGIN line was seen of.
        case endLabel(Place, words: [[UInt8]])
        /// The rest of a key that was reported, up to this offset if no END line comes.
        case reported(until: Int)
    }

    /// Lines that may be the last ones of a PEM block.
    private struct Tail: Sendable {
        var first = Place()
        var count = 0
        var end = 0
        /// Up to this offset they belong to a key that was reported.
        var reportedEnd = 0
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
            tail = Tail(reportedEnd: offset + Self.longestArmor)
        } else if SecretText.isPEMLine(word), offset > tail.reportedEnd {
            keep(word)
            if wordStart.offset - tail.end > Self.widestHead { tail.count = 0 }
            if tail.count == 0 { tail.first = wordStart }
            tail.count += 1
            tail.end = offset
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
        if SecretText.isAdminKey(word) {
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
        case .none: return beginEndLabel()
        case .endLabel(let place, var words):
            if word.starts(with: "KEY-----".utf8) {
                armor = .none
                if words.contains(where: { $0.elementsEqual("PRIVATE".utf8) }) {
                    let isEncrypted = words.contains { $0.elementsEqual("ENCRYPTED".utf8) }
                    found(isEncrypted ? .encryptedKey : .privateKey, at: place)
                }
                return true
            }
            words.append(word)
            armor = isLabel(words) ? .endLabel(place, words: words) : .none
            return isLabel(words)
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
            armor = isLabel(words) ? .label(place, words: words) : .none
            return isLabel(words)
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

    /// Of a BEGIN or an END line, before `KEY-----`.
    private func isLabel(_ words: [[UInt8]]) -> Bool {
        words.count <= 3
            && words.allSatisfy { $0.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } }
    }

    /// An END line behind lines of a body whose BEGIN line is not there.
    private mutating func beginEndLabel() -> Bool {
        guard word.elementsEqual("-----END".utf8) else { return false }
        if tail.count >= Self.fewestTailLines, wordStart.offset - tail.end <= Self.widestHead {
            armor = .endLabel(tail.first, words: [])
        }
        tail.count = 0
        return true
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
