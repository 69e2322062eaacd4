import KeyFormats
import TestSupport
import Testing

/// Every text of `Fixtures/keytext`, with what is found in it.
struct KeyTextCaseTests {
    /// What is found, in order; the area `keytext.` is left out.
    static let codes: KeyValuePairs<String, String> = [
        "canonical": "", "crlf": "crlf", "no_final_newline": "no-final-newline", "blank_lines_around": "space-around",
        "trailing_spaces": "trailing-spaces", "indented": "indented", "indented_body_only": "indented",
        "one_line_spaces": "spaces-for-newlines", "one_line_spaces_nl": "spaces-for-newlines",
        "one_line_no_sep": "no-line-breaks", "literal_backslash_n": "escaped-newlines",
        "double_quoted_multiline": "quoted", "double_quoted_escaped": "quoted escaped-newlines",
        "single_quoted_spaces": "quoted spaces-for-newlines", "unwrapped_body": "line-length",
        "width_76": "line-length", "width_65": "line-length", "width_1": "line-length", "width_63": "line-length",
        "blank_line_in_body": "blank-lines", "space_in_body": "spaces-inside", "leading_text": "text-before",
        "trailing_text": "text-after", "bom": "byte-order-mark", "utf16le_bom": "utf16",
        "utf16le_nobom": "utf16-without-mark", "en_dashes": "typographic-dashes", "em_dash": "typographic-dashes",
        "comment_line_in_body": "comment", "label_lower": "lower-case", "begin_lower": "lower-case",
        "label_mismatch": "pem.label-mismatch", "four_dashes_begin": "boundary-hyphens",
        "missing_end": "pem.missing-end", "missing_begin": "pem.missing-begin", "body_only": "missing-boundaries",
        "begin_glued_to_body": "glued-boundary", "end_glued_to_body": "glued-boundary", "empty_file": "empty",
        "empty_body": "pem.empty", "boundary_only": "first-line-only", "attributes_padded": "attributes",
        "pad_missing": "base64.invalid-padding", "pad_one_short": "base64.invalid-padding",
        "pad_extra": "base64.invalid-padding", "pad_in_middle": "base64.invalid-padding",
        "urlsafe_alphabet": "url-safe-alphabet", "bang_in_body": "base64.invalid-character", "nul_in_body": "nul",
        "char_deleted": "lost-characters", "line_lost": "lost-characters", "headers_proc_type": "headers",
        "key_then_public": "several-blocks", "public_then_key": "several-blocks", "pkcs1": "",
        "pkcs1_one_line": "spaces-for-newlines", "pkcs8_encrypted_pbes2": "", "pkcs1_encrypted_dek": "",
        "spki_public": "", "pkcs1_public": "", "ec_pkcs8": "", "ec_sec1": "", "ed25519_pkcs8": "",
        "openssh_rsa": "other-format", "der_pkcs8": "binary-der", "der_pkcs1": "binary-der", "jwk_json": "",
        "certificate_only": "wrong-label", "der_trailing_byte": "der.trailing-content",
        "der_trailing_16": "der.trailing-content", "der_seq_extra_field": "der.trailing-content",
        "der_alg_no_params": "missing-parameters", "der_alg_oid_ec": "", "der_alg_oid_sha256rsa": "",
        "der_v_minus1": "key.malformed", "der_attributes": "attributes", "der_attributes_empty": "empty-attributes",
        "der_set_outer": "der.unexpected-type", "der_truncated_0": "lost-characters",
        "der_truncated_1": "lost-characters", "der_truncated_2": "lost-characters",
        "der_truncated_3": "lost-characters", "num_d_lambda": "", "num_d_wrong": "", "num_d_zero": "key.malformed",
        "num_d_too_big": "", "num_n_wrong": "", "num_n_even": "key.modulus", "num_e_one": "key.exponent",
        "num_e_even": "key.exponent", "num_e_zero": "key.malformed", "num_e_negative": "key.malformed",
        "size_1024": "", "size_1536": "", "size_3072": "", "size_4096": "", "size_8192": "", "e_3": "",
        "multi_prime_openssl": "multi-prime",
    ]

    /// Texts without a fault whose numbers are what is wrong: that is judged where numbers are.
    private static let judgedByTheirNumbers: Set = [
        "num_d_wrong", "num_n_wrong", "num_d_too_big", "size_1024", "size_1536", "e_3",
    ]

    @Test func everyCaseStandsInTheTable() {
        #expect(KeyTextCase.all.map(\.name) == Self.codes.map(\.key))
        #expect(Self.codes.count == 99)
    }

    @Test(arguments: codes.map { ($0.key, $0.value) })
    func findsWhatIsUnusual(name: String, codes: String) throws {
        #expect(try KeyText(KeyTextCase.bytes(name)).shortCodes == codes)
    }

    @Test(arguments: KeyTextCase.all)
    func hasTheExpectedVerdict(_ sample: KeyTextCase) throws {
        let text = KeyText(try sample.bytes())
        if Self.judgedByTheirNumbers.contains(sample.name) {
            #expect(Self.verdict(text) == "accept")
            #expect(sample.expected != "accept")
        } else {
            #expect(Self.verdict(text) == sample.expected)
        }
    }

    /// Where a private RSA key in PKCS#8 is wanted.
    private static func verdict(_ text: KeyText) -> String {
        guard (try? text.repaired()) != nil else { return "reject" }
        switch text.content {
        case .pkcs8: return text.anomalies.allSatisfy { $0.severity == .harmless } ? "accept" : "accept-warn"
        case .pkcs1, .jwk(isPrivate: true): return "accept-warn"
        default: return "reject"
        }
    }

    /// What is repaired is the same key: of most texts the one they were all made from.
    @Test(arguments: KeyTextCase.all)
    func repairsToTextThatTheStrictReaderTakes(_ sample: KeyTextCase) throws {
        let text = KeyText(try sample.bytes())
        guard let repaired = text.repairedText, text.content.label != nil else { return }
        guard text.content != .encryptedPKCS1 else { return #expect(try sample.bytes() == Array(repaired.utf8)) }
        let block = try PEM.parse(repaired.utf8.span, grammar: .strict)
        #expect(block.label == text.content.label)
        if text.content == .pkcs8 {
            #expect(throws: Never.self) { try RSAPrivateKey(pemRepresentation: repaired.utf8.span) }
        }
        let again = KeyText(repaired)
        #expect(again.anomalies.isEmpty)
        #expect(again.layout == .canonical)
        #expect(again.repairedText == repaired)
    }

    @Test(
        arguments: codes.map(\.key).prefix { $0 != "empty_file" } + [
            "attributes_padded", "key_then_public", "body_only",
        ])
    func repairsToTheCanonicalKey(name: String) throws {
        let text = KeyText(try KeyTextCase.bytes(name))
        guard let repaired = text.repairedText else { return #expect(text.anomalies.contains { !$0.isRepairable }) }
        #expect(try Array(repaired.utf8) == KeyTextCase.bytes("canonical"))
    }

    private static let contents: [(String, KeyText.Content)] = [
        ("canonical", .pkcs8), ("pkcs1", .pkcs1), ("der_pkcs8", .pkcs8), ("der_pkcs1", .pkcs1),
        ("pkcs8_encrypted_pbes2", .encryptedPKCS8), ("pkcs1_encrypted_dek", .encryptedPKCS1), ("spki_public", .spki),
        ("pkcs1_public", .pkcs1Public), ("ec_pkcs8", .otherPKCS8(algorithm: "EC")), ("ec_sec1", .ecPrivate),
        ("ed25519_pkcs8", .otherPKCS8(algorithm: "Ed25519")), ("openssh_rsa", .openSSHPrivate),
        ("certificate_only", .certificate), ("jwk_json", .jwk(isPrivate: true)), ("empty_file", .empty),
        ("der_alg_oid_sha256rsa", .otherPKCS8(algorithm: "sha256WithRSAEncryption")), ("missing_begin", .pkcs8),
        ("en_dashes", .pkcs8), ("label_lower", .pkcs8), ("utf16le_nobom", .pkcs8), ("line_lost", .pkcs8),
        ("boundary_only", .pkcs8), ("four_dashes_begin", .pkcs8),
    ]

    @Test(arguments: contents)
    func saysWhatItIsHoweverDamaged(name: String, content: KeyText.Content) throws {
        #expect(try KeyText(KeyTextCase.bytes(name)).content == content)
    }

    @Test(arguments: [
        ("canonical", KeyText.Layout.canonical), ("one_line_spaces", .oneLine), ("one_line_spaces_nl", .oneLine),
        ("one_line_no_sep", .other), ("crlf", .other), ("single_quoted_spaces", .other), ("width_76", .other),
    ])
    func recognisesTheTwoFormsThatAreWritten(name: String, layout: KeyText.Layout) throws {
        #expect(try KeyText(KeyTextCase.bytes(name)).layout == layout)
    }
}
