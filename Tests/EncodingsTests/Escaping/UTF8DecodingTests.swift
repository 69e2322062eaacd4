import Encodings
import TestSupport
import Testing

@Suite struct UTF8DecodingTests {
    @Test func decodesEveryScalar() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(UTF8.encode(scalar) ?? .init())
            let decoded = UTF8Decoding.decode(bytes.span, at: 0)
            if decoded.scalar != scalar || decoded.width != bytes.count { Issue.record("U+\(value)") }
        }
    }

    @Test func agreesWithTheStandardLibraryOnRandomBytes() {
        var generator = SeededGenerator.printingSeed("UTF8DecodingTests")
        let interesting: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF3,
            0xF4,
            0xF5, 0xFF,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<6).map { _ in interesting.randomElement(using: &generator) ?? 0 }
            var repaired = ""
            var offset = 0
            while offset < bytes.count {
                let (scalar, width) = UTF8Decoding.decode(bytes.span, at: offset)
                repaired.unicodeScalars.append(scalar ?? "\u{FFFD}")
                offset += width
            }
            let agrees = repaired.utf8.elementsEqual(String(decoding: bytes, as: UTF8.self).utf8)
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let agreesOnValidity = (UTF8Decoding.firstIllFormedOffset(in: bytes.span) == nil) == isValid
            if !agrees || !agreesOnValidity { Issue.record("\(bytes)") }
        }
    }
}
