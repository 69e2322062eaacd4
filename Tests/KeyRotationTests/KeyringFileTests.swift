import AuthKeysJOSE
import Consumers
import CryptoOpenSSL
import Encodings
import Foundation
import KeyRotation
import TestSupport
import Testing

struct KeyringFileTests {
    @Test func whatIsWrittenIsRead() throws {
        for keyring in [try SampleKeyrings.begun(), try SampleKeyrings.staged(), try SampleKeyrings.rotated()] {
            let text = try SampleKeyrings.text(keyring)
            let again = try SampleKeyrings.parse(text)
            #expect(again.schedule == keyring.schedule)
            #expect(again.history == keyring.history)
            #expect(again.pendingDelivery == keyring.pendingDelivery)
            #expect(try again.publishedSet() == keyring.publishedSet())
            #expect(again.signingKey?.key.publicKey == keyring.signingKey?.key.publicKey)
            #expect(try SampleKeyrings.text(again) == text)
        }
    }

    /// What the file says of a public half is never believed where the private one is there.
    @Test func publicHalvesAreWorkedOut() throws {
        let text = try SampleKeyrings.text(try SampleKeyrings.begun())
        #expect(!text.contains("\"n\":"))
        let forged = text.replacingOccurrences(
            of: "\"privateKey\"", with: "\"n\":\"AQAB\",\"e\":\"AQAB\",\"privateKey\"")
        #expect(Self.code(parsing: Array((forged).utf8)) == RotationCode.malformed.code)
    }

    @Test func everyTruncationIsRefused() throws {
        let bytes = Array(try SampleKeyrings.text(try SampleKeyrings.staged()).utf8)
        // The last byte is a line end.
        for count in 0..<bytes.count - 1 {
            #expect(Self.code(parsing: Array(bytes[..<count])) == RotationCode.malformed.code)
        }
    }

    @Test(arguments: [
        ("\"state\":\"staged\"", "\"state\":\"active\"", RotationCode.inconsistent),
        ("\"state\":\"staged\"", "\"state\":\"retired\"", .inconsistent),
        ("\"state\":\"active\"", "\"state\":\"staged\"", .inconsistent),
        ("\"state\":\"staged\"", "\"state\":\"sleeping\"", .malformed),
        ("keyring/1", "keyring/2", .newerVersion), ("keyring/1", "keyring/0", .malformed),
        ("keyring/1", "keyring/99999999999999999999", .malformed),
        ("authkeys.keyring/1", "authkeys.sign/1", .malformed),
        ("\"generation\":1", "\"generation\":-1", .malformed), ("\"generation\":1", "\"generation\":0", .inconsistent),
        ("\"generation\":1", "\"generation\":1,\"generation\":2", .malformed),
        ("\"generation\":1", "\"generation\":1,\"extra\":2", .malformed),
        ("\"test\":true", "\"test\":\"true\"", .malformed),
        ("\"profile\":\"generic\"", "\"profile\":\"other\"", .malformed),
        ("\"cacheAge\":600", "\"cacheAge\":\"600\"", .malformed), ("\"cacheAge\":600", "\"cacheAge\":-600", .malformed),
        ("\"cacheAge\":600", "\"cacheAge\":99999999999", .policy), ("\"period\":7776000", "\"period\":60", .policy),
        ("\"staleIfError\":3600,", "", .malformed),
        ("\"activated\":\"2023-11-14T22:13:20Z\"", "\"activated\":\"2022-11-14T22:13:20Z\"", .inconsistent),
        ("\"activated\":\"2023-11-14T22:13:20Z\"", "\"activated\":\"2033-11-14T22:13:20Z\"", .inconsistent),
        ("\"activated\":\"2023-11-14T22:13:20Z\"", "\"activated\":\"yesterday\"", .malformed),
        ("\"activated\":\"2023-11-14T22:13:20Z\",", "", .inconsistent),
        ("\"event\":\"created\"", "\"event\":\"burnt\"", .malformed), ("\"at\":", "\"when\":", .malformed),
        ("-----BEGIN PRIVATE KEY----- M", "-----BEGIN PRIVATE KEY----- N", .malformed),
        ("-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE\\u0020KEY-----", .malformed),
        ("\"pending\":null", "\"pending\":{}", .malformed),
        ("\"heldUntil\":null", "\"heldUntil\":7", .malformed),
        // What is counted up by one must not overflow.
        ("\"generation\":1", "\"generation\":9223372036854775807", .malformed),
        ("\"generation\":1", "\"generation\":9007199254740993", .malformed),
        (
            "\"pending\":null",
            "\"pending\":{\"event\":\"stage\",\"since\":\"2023-11-14T22:13:20Z\",\"attempts\":9223372036854775807}",
            .malformed
        ),
        ("\"profile\":\"generic\"", "\"profile\":\"convex-auth\"", .noOverlap),
        // What contradicts nothing: the digest tells.
        ("\"test\":true", "\"test\":false", .inconsistent), ("\"cacheAge\":600", "\"cacheAge\":601", .inconsistent),
        ("\"user\":\"ann\"", "\"user\":\"bob\"", .inconsistent),
        ("\"generation\":1,", "\"generation\":1, ", .inconsistent),
        ("\"digest\":\"", "\"digest\":\"A", .inconsistent), ("\"digest\":\"", "\"digest\": \"", .inconsistent),
        ("\n],\n\"digest\":\"", "\n],\n\"digest\":7,\"digest\":\"", .malformed),
    ])
    func whatNoCommandWritesIsRefused(found: String, edited: String, code: RotationCode) throws {
        let text = try SampleKeyrings.text(try SampleKeyrings.staged())
        #expect(text.contains(found))
        let hand = text.replacing(found, with: edited, maxReplacements: 1)
        #expect(Self.code(parsing: Array(hand.utf8)) == code.code)
    }

    @Test func aKeyringWithoutADigestAtItsEndIsRefused() throws {
        let text = try SampleKeyrings.text(try SampleKeyrings.begun())
        let digest = try #require(text.range(of: ",\n\"digest\""))
        #expect(Self.code(parsing: Array((text[..<digest.lowerBound] + "}\n").utf8)) == RotationCode.malformed.code)
        let moved = text.dropLast(2) + ",\"heldUntil\":null}\n"
        let without = String(moved).replacing(",\"heldUntil\":null", with: "", maxReplacements: 1)
        #expect(Self.code(parsing: Array(without.utf8)) == RotationCode.inconsistent.code)
        #expect(Self.code(parsing: Array("\(text)\n".utf8)) == nil)
    }

    @Test func twoKeysWithOneKidAreRefused() throws {
        let keyring = try SampleKeyrings.staged()
        let text = try SampleKeyrings.text(keyring)
        let active = try #require(keyring.schedule.active).keyID.description
        let staged = try #require(keyring.schedule.staged).keyID.description
        #expect(
            Self.code(parsing: Array((text.replacingOccurrences(of: staged, with: active)).utf8))
                == RotationCode.inconsistent.code)
        // The same key under two kids.
        let lines = text.split(separator: "\n")
        let key = try #require(lines.first { $0.contains("\"state\":\"active\"") })
        let pem = try #require(key.split(separator: "privateKey").last)
        let other = try #require(lines.first { $0.contains("\"state\":\"staged\"") })
        let otherPEM = try #require(other.split(separator: "privateKey").last)
        #expect(
            Self.code(
                parsing: Array((text.replacing(otherPEM.dropLast(), with: pem.dropLast(2))).utf8))
                == RotationCode.inconsistent.code)
    }

    private static func error(parsing bytes: [UInt8]) -> AuthKeysError? {
        do throws(AuthKeysError) {
            _ = try bytes.withBytes { bytes throws(AuthKeysError) in try Keyring(parsing: bytes) }
            return nil
        } catch { return error }
    }

    private static func code(parsing bytes: [UInt8]) -> AuthKeysError.Code? { error(parsing: bytes)?.code }

    @Test func noErrorShowsAKey() throws {
        let text = try SampleKeyrings.text(try SampleKeyrings.begun())
        let start = try #require(text.range(of: "-----BEGIN PRIVATE KEY----- "))
        let secret = String(text[start.upperBound...].prefix(60))
        var random = SeededGenerator.printingSeed("keyring damage")
        for _ in 0..<300 {
            var bytes = Array(text.utf8)
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
            if let error = Self.error(parsing: bytes) {
                #expect(!"\(error) \(error.hint ?? "") \(error.underlying)".contains(secret.dropFirst(4).prefix(24)))
            }
        }
    }

    // MARK: - Sealed

    /// As cheap as is read.
    static let cost = Scrypt(cost: 1 << 14, blockSize: 1, parallelization: 1)
    static let passphrase = SecretBytes(copying: Array("correct horse".utf8).span)

    private static func code(
        opening bytes: [UInt8], with passphrase: SecretBytes = passphrase
    ) -> AuthKeysError.Code? {
        do throws(AuthKeysError) {
            _ = try bytes.withBytes { bytes throws(AuthKeysError) in
                try SealedKeyring.open(bytes, passphrase: passphrase)
            }
            return nil
        } catch { return error.code }
    }

    private static func json(_ bytes: [UInt8]) throws -> JSONValue {
        try JSON.parse(String(decoding: bytes, as: UTF8.self), limits: JSONLimits(bytes: 1 << 20, depth: 2))
    }

    /// The same file with another member.
    private static func replacing(_ name: String, with bytes: [UInt8], in json: JSONValue) throws -> [UInt8] {
        let text = Base64URL.encode(bytes.span)
        var members = try #require(json.members)
        let index = try #require(members.firstIndex { $0.name == name })
        members[index] = JSONMember(name: name, value: .string(text))
        return Array(JSONValue.object(members).compactJSON.utf8)
    }

    private func sealed() throws -> [UInt8] {
        try SealedKeyring.seal(
            try SampleKeyrings.begun().fileContents(), passphrase: Self.passphrase, cost: Self.cost)
    }

    @Test func aSealedKeyringIsOpenedByItsPassphraseAlone() throws {
        let bytes = try sealed()
        let isSealed = bytes.withBytes { SealedKeyring.isSealed($0) }
        #expect(isSealed)
        let opened = try bytes.withBytes { bytes throws(AuthKeysError) in
            try SealedKeyring.open(bytes, passphrase: Self.passphrase)
        }
        #expect(opened.isEqual(to: try SampleKeyrings.begun().fileContents()))
        #expect(try sealed() != bytes)
        let other = SecretBytes(copying: Array("correct horsf".utf8).span)
        #expect(Self.code(opening: bytes, with: other) == EncryptedKeyCode.wrongPassphrase.code)
        let plain = Array(try SampleKeyrings.text(try SampleKeyrings.begun()).utf8)
        let plainIsSealed = plain.withBytes { SealedKeyring.isSealed($0) }
        #expect(!plainIsSealed)
    }

    /// Each member is authenticated: the header by what is associated, the rest by the cipher.
    @Test(arguments: ["protected", "iv", "ciphertext", "tag"]) func aChangedMemberIsRefused(name: String) throws {
        let json = try Self.json(try sealed())
        let text = try #require(json[name]?.string)
        var bytes = try Base64URL.decode(text)
        // In the header, a letter of the salt.
        let place = name == "protected" ? bytes.count - 10 : bytes.count / 2
        bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        let changed = try Self.replacing(name, with: bytes, in: json)
        #expect(Self.code(opening: changed) == EncryptedKeyCode.wrongPassphrase.code)
    }

    /// What is hidden is authenticated together with the header that it was sealed under: another one with the same key
    /// does not open it.
    @Test func theHeaderIsAuthenticatedAsItIsWritten() throws {
        let json = try Self.json(try sealed())
        let header = String(decoding: try Base64URL.decode(try #require(json["protected"]?.string)), as: UTF8.self)
        let spaced = header.replacingOccurrences(of: "{\"enc\"", with: "{ \"enc\"")
        let changed = try Self.replacing("protected", with: Array(spaced.utf8), in: json)
        #expect(Self.code(opening: changed) == EncryptedKeyCode.wrongPassphrase.code)
    }

    @Test(arguments: [
        ("\"N\":16384", "\"N\":16383"), ("\"N\":16384", "\"N\":8192"), ("\"N\":16384", "\"N\":2097152"),
        ("\"N\":16384", "\"N\":1152921504606846976"), ("\"r\":1", "\"r\":0"), ("\"r\":1", "\"r\":33"),
        ("\"p\":1", "\"p\":5"), ("\"p\":1", "\"p\":9223372036854775807"), ("\"salt\":\"", "\"salt\":\"\",\"x\":\""),
        ("A256GCM", "A128GCM"), ("scrypt", "pbkdf2"),
    ]) func costsOutOfBoundsAreRefusedUnread(found: String, edited: String) throws {
        let json = try Self.json(try sealed())
        let header = String(decoding: try Base64URL.decode(try #require(json["protected"]?.string)), as: UTF8.self)
        #expect(header.contains(found))
        let edit = Array(header.replacingOccurrences(of: found, with: edited).utf8)
        let changed = try Self.replacing("protected", with: edit, in: json)
        let code = Self.code(opening: changed)
        #expect(code == RotationCode.sealingCost.code || code == RotationCode.malformed.code)
    }

    @Test func everyTruncationOfASealedKeyringIsRefused() throws {
        let bytes = try sealed()
        for count in stride(from: 0, to: bytes.count - 1, by: 7) {
            #expect(Self.code(opening: Array(bytes[..<count])) == RotationCode.malformed.code)
        }
    }
}
