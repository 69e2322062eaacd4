import AuthKeysJOSE
import RawLibcrypto

/// What libcrypto can do: keys chosen, parts decoded and contexts set up before the clock starts, for as long as the
/// process lives.
@safe
struct RawContenders {
    private let keys: UnsafeMutableBufferPointer<OpaquePointer?>
    private let tokens: UnsafeMutableBufferPointer<raw_token>

    init(_ set: TokenSet) throws {
        unsafe keys = .allocate(capacity: set.keys.count)
        for (index, key) in set.keys.enumerated() {
            let made = unsafe try key.pkcs8DERRepresentation().withBytes { der in
                unsafe der.withUnsafeBufferPointer { unsafe raw_key_new($0.baseAddress, $0.count) }
            }
            guard unsafe made != nil else { throw Failure(description: "libcrypto does not read the key") }
            unsafe keys.initializeElement(at: index, to: made)
        }
        unsafe tokens = .allocate(capacity: set.tokens.count)
        for (index, token) in set.tokens.enumerated() {
            let text = Array(token.compact.utf8)
            guard let dot = text.lastIndex(of: UInt8(ascii: ".")) else { throw Failure(description: "no JWS") }
            let input = unsafe Self.copy(text[..<dot])
            let signature = unsafe Self.copy(try Base64URL.decode(text.span.extracting((dot + 1)...))[...])
            unsafe tokens.initializeElement(
                at: index,
                to: raw_token(
                    key: token.key, input: input.baseAddress, input_length: input.count,
                    signature: signature.baseAddress, signature_length: signature.count))
        }
    }

    private static func copy(_ bytes: ArraySlice<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = unsafe memory.initialize(from: bytes)
        return UnsafeBufferPointer(memory)
    }

    var verify: Contender {
        Contender(label: "verify/libcrypto") { unsafe raw_verify(keys.baseAddress, tokens.baseAddress, tokens.count) }
    }

    var sign: Contender {
        Contender(label: "sign/libcrypto") { unsafe raw_sign(keys.baseAddress, tokens.baseAddress, tokens.count) }
    }
}
