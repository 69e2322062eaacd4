internal import CryptoOpenSSL
internal import Encodings

/// Turns the characters of a body into bytes, and says what is missing when that cannot be done: DER begins with its own
/// length, so that a lost part shows.
struct KeyTextDecoding {
    let text: KeyTextBody

    /// The DER of a key.
    func der(_ source: Span<UInt8>) throws(AuthKeysError) -> SecretBytes {
        let expected = text.characters.withBytes { Self.announcedCount($0) }
        try checkPaddingIsLast(source)
        if let expected { try checkCount(source, expected) }
        let der: SecretBytes
        do throws(AuthKeysError) {
            der = try text.characters.decodedBase64()
        } catch {
            throw placed(error, source)
        }
        if let expected, der.count > expected {
            throw AuthKeysError(
                DERCode.trailingContent, "\((der.count - expected).counted("byte")) after the end of the key",
                hint: "two texts were joined, or the end was damaged; copy the key again",
                at: text.location(ofCharacter: expected / 3 * 4, source))
        }
        return der
    }

    /// Bytes of a cipher, which say nothing about themselves.
    func ciphertext(_ source: Span<UInt8>, blockLength: Int) throws(AuthKeysError) -> SecretBytes {
        try checkPaddingIsLast(source)
        let bytes: SecretBytes
        do throws(AuthKeysError) {
            bytes = try text.characters.decodedBase64()
        } catch {
            throw placed(error, source)
        }
        guard bytes.count > 0, bytes.count % blockLength == 0 else {
            throw AuthKeysError(
                KeyTextCode.lostCharacters,
                "\(bytes.count) encrypted bytes, which are no whole number of blocks of \(blockLength): a part was lost",
                hint: "copy the key again, all of it", at: oddPlace(source))
        }
        return bytes
    }

    /// The characters that DER of `count` bytes takes without padding.
    private static func characterCount(_ count: Int) -> Int { (count * 4 + 2) / 3 }

    /// The length that the outer SEQUENCE announces, its own header included, in bytes.
    private static func announcedCount(_ characters: Span<UInt8>) -> Int? {
        guard characters.count >= 8,
            let head = try? SecretBytes(copying: characters.extracting(first: 8)).decodedBase64()
        else { return nil }
        return head.withBytes { KeyTextDER.announcedCount($0) }
    }

    private func checkPaddingIsLast(_ source: Span<UInt8>) throws(AuthKeysError) {
        let (first, count) = text.characters.withBytes { characters in
            (characters.indices.first { characters[$0].isPadding }, characters.count)
        }
        guard let first else { return }
        let isAtEnd = text.characters.withBytes { characters in (first..<count).allSatisfy { characters[$0].isPadding }
        }
        guard isAtEnd else {
            throw AuthKeysError(
                Base64Code.invalidPadding, "padding ('=') in the middle of the key",
                hint: "two pieces were joined, or a part was lost in between; copy the key again",
                at: text.location(ofCharacter: first, source))
        }
    }

    /// Compares the characters with the length that the key itself announces.
    private func checkCount(_ source: Span<UInt8>, _ expected: Int) throws(AuthKeysError) {
        let found = text.characters.withBytes { characters in
            var count = characters.count
            while count > 0, characters[count - 1].isPadding { count -= 1 }
            return count
        }
        let needed = Self.characterCount(expected)
        if found < needed { throw lost(source, expected: expected, found: found, needed: needed) }
        guard found % 4 != 1 else {
            throw AuthKeysError(
                Base64Code.invalidLength,
                "\((found - needed).counted("character")) too many: the key says it has \(expected.counted("byte")), "
                    + "which are \(needed)",
                hint: "the key was changed; copy it again", at: oddPlace(source))
        }
        let padding = text.characters.count - found
        let belong = (4 - found % 4) % 4
        guard padding == belong else {
            throw AuthKeysError(
                Base64Code.invalidPadding,
                "\(padding.counted("padding character")) ('=') at the end where \(belong) belong",
                hint: "copy the last line of the key again, with the '=' at its end",
                at: text.location(ofCharacter: found, source))
        }
    }

    private func lost(_ source: Span<UInt8>, expected: Int, found: Int, needed: Int) -> AuthKeysError {
        let message =
            "the key says it has \(expected.counted("byte")), which are \(needed.counted("character")) of base64; "
            + "\(found) are there, \(needed - found) missing"
        let hint = "copy the key again, all of it"
        if let odd = text.oddLine {
            return AuthKeysError(
                KeyTextCode.lostCharacters,
                message + "; a line has \(odd.count) where the others have \(text.commonLineLength)", hint: hint,
                at: source.location(odd.offset))
        }
        let complete = found / 4 * 4
        let head = text.characters.withBytes { SecretBytes(copying: $0.extracting(first: complete)) }
        guard let der = try? head.decodedBase64(),
            let gap = der.withBytes({ KeyTextLoss(in: $0, announced: expected) })
        else {
            return AuthKeysError(
                KeyTextCode.lostCharacters, message, hint: hint, at: text.location(ofCharacter: found, source))
        }
        let (first, last) = (place(ofByte: gap.lastGood, source), place(ofByte: gap.firstBad, source))
        guard gap.firstBad < der.count else {
            return AuthKeysError(KeyTextCode.lostCharacters, message + " at the end", hint: hint, at: last)
        }
        let range =
            first.line == last.line
            ? "; its numbers go wrong between bytes \(first.byteOffset) and \(last.byteOffset)"
            : "; its numbers go wrong between lines \(first.line ?? 0) and \(last.line ?? 0)"
        return AuthKeysError(KeyTextCode.lostCharacters, message + range, hint: hint, at: first)
    }

    /// Where the character stands that holds that byte of the DER.
    func place(ofByte byte: Int, _ source: Span<UInt8>) -> SourceLocation {
        text.location(ofCharacter: byte * 4 / 3, source)
    }

    private func oddPlace(_ source: Span<UInt8>) -> SourceLocation {
        text.oddLine.map { source.location($0.offset) }
            ?? text.location(ofCharacter: text.characters.count, source)
    }

    /// The codec counts characters; people count bytes and lines of the text.
    private func placed(_ error: AuthKeysError, _ source: Span<UInt8>) -> AuthKeysError {
        AuthKeysError(
            Base64Code(rawValue: error.code.rawValue) ?? .invalidCharacter, error.message,
            hint: error.hint ?? "the key was changed; copy it again",
            at: text.location(ofCharacter: error.location?.byteOffset ?? 0, source))
    }
}
