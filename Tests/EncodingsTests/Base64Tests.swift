import Encodings
import TestSupport
import Testing

struct RFC4648Base64Tests {
    /// RFC 4648 §10, and what distinguishes the two alphabets.
    @Test(arguments: [
        ("", "", ""), ("f", "Zg==", "Zg"), ("fo", "Zm8=", "Zm8"), ("foo", "Zm9v", "Zm9v"),
        ("foob", "Zm9vYg==", "Zm9vYg"), ("fooba", "Zm9vYmE=", "Zm9vYmE"), ("foobar", "Zm9vYmFy", "Zm9vYmFy"),
        ("\u{3FF}\u{7FF}>", "z7/fvz4=", "z7_fvz4"),
    ])
    func encodesAndDecodes(text: String, base64: String, base64url: String) throws {
        #expect(Base64.encode(text.utf8.span) == base64)
        #expect(Base64URL.encode(text.utf8.span) == base64url)
        #expect(try Base64.decode(base64.utf8.span) == Array(text.utf8))
        #expect(try Base64URL.decode(base64url) == Array(text.utf8))
    }

    @Test(arguments: [
        ("Zg=", "base64.invalid-padding", 2), ("Zg", "base64.invalid-padding", 2),
        ("Zg===", "base64.invalid-padding", 2), ("Zm9v====", "base64.invalid-padding", 4),
        ("====", "base64.invalid-padding", 0), ("Z", "base64.invalid-length", 1),
        ("Zm9vY", "base64.invalid-length", 5), ("Zm8!", "base64.invalid-character", 3),
        ("Zm 9", "base64.invalid-character", 2), ("Z=g=", "base64.invalid-character", 1),
        ("Zm9v\n", "base64.invalid-length", 5), ("Zm9vZm9\n", "base64.invalid-character", 7),
        ("Zh==", "base64.nonzero-trailing-bits", 1), ("Zm9=", "base64.nonzero-trailing-bits", 2),
        ("z7_fvz4=", "base64.invalid-character", 2),
    ])
    func refusesBase64ThatIsNotCanonical(text: String, code: AuthKeysError.Code, offset: Int) throws {
        let error = #expect(throws: AuthKeysError.self) { try Base64.decode(text.utf8.span) }
        #expect(error?.code == code)
        #expect(error?.location?.byteOffset == offset)
    }

    @Test(arguments: [
        ("Zg==", "base64.invalid-character"), ("z7/fvz4", "base64.invalid-character"),
        ("Zm9vY", "base64.invalid-length"), ("Zh", "base64.nonzero-trailing-bits"),
        ("Zm9", "base64.nonzero-trailing-bits"), ("Zm\u{F6}v", "base64.invalid-length"),
        ("Z\u{F6}v", "base64.invalid-character"),
    ])
    func refusesBase64URLThatIsNotCanonical(text: String, code: AuthKeysError.Code) throws {
        #expect(throws: AuthKeysError.self) { try Base64URL.decode(text) }
        #expect(codeThrown { try Base64URL.decode(text) } == code)
    }

    /// No two texts decode to the same bytes: whatever is accepted is what the encoder writes.
    @Test func whatDecodesEncodesToTheSameText() {
        var random = SeededGenerator.printingSeed("base64")
        var accepted = 0
        let alphabet = Array("ABCDwxyz0189+/-_=".utf8)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            if let bytes = try? Base64.decode(text.span) {
                accepted += 1
                #expect(Array(Base64.encode(bytes.span).utf8) == text, "seed \(random.seed)")
            }
            if let bytes = try? Base64URL.decode(text.span) {
                accepted += 1
                #expect(Array(Base64URL.encode(bytes.span).utf8) == text, "seed \(random.seed)")
            }
        }
        #expect(accepted > 1_000)
    }

    @Test func roundTripsEveryLength() throws {
        var random = SeededGenerator.printingSeed("base64 lengths")
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(try Base64.decode(Base64.encode(bytes.span).utf8.span) == bytes)
            #expect(try Base64URL.decode(Base64URL.encode(bytes.span)) == bytes)
        }
    }
}
