import Encodings
import EnvironmentText
import Foundation
import Testing

@Suite struct WriterTests {
    static let pem = "-----BEGIN PRIVATE KEY----- MIIEvQIBADANBg+/kqhkiG9w0= -----END PRIVATE KEY-----"
    static let jwks = "{\"keys\":[{\"use\":\"sig\",\"kty\":\"RSA\",\"n\":\"x_-9\",\"e\":\"AQAB\"}]}"

    @Test(arguments: [
        ("JWT_PRIVATE_KEY", pem, "JWT_PRIVATE_KEY=\"\(pem)\"\n"), ("JWKS", jwks, "JWKS='\(jwks)'\n"),
        ("A", "", "A=\"\"\n"),
        ("A", "it's # x", "A=\"it's # x\"\n"), ("A", "a\nb", "A='a\nb'\n"), ("A", "$x!", "A='$x!'\n"),
        ("_1", " é ", "_1=\" é \"\n"),
        ("A", "a\\nb", "A='a\\nb'\n"),
    ])
    func dotEnvLine(name: String, value: String, expected: String) throws {
        var line: [UInt8] = []
        try DotEnvWriter.append(name: name, value: value.utf8.span, to: &line)
        #expect(String(decoding: line, as: UTF8.self) == expected)
    }

    @Test(
        arguments: [
            (Array("a'\"".utf8), 1), (Array("'${A}".utf8), 0), (Array("a\rb".utf8), 1), ([0x61, 0], 1),
            (Array("\"\\".utf8), 1),
            (Array("\\\\".utf8), 0), (Array("${A}".utf8), 0), ([0x61, 0x62, 0xFF], 2),
        ] as [([UInt8], Int)])
    func dotEnvRefuses(value: [UInt8], offset: Int) {
        var line: [UInt8] = []
        let error = #expect(throws: AuthKeysError.self) {
            try DotEnvWriter.append(name: "A", value: value.span, to: &line)
        }
        #expect(error?.code == EnvironmentCode.notRepresentable.code)
        #expect(error?.location?.byteOffset == offset)
        #expect(line.isEmpty)
    }

    @Test(arguments: [
        ("a b \"c\" 'd' # $e", "A=a b \"c\" 'd' # $e\n" as String?), (" x ", "A= x \n"), ("", "A=\n"),
        ("a\rb", "A=a\rb\n"),
        ("a\nb", nil), ("a\r", nil), ("a\0", nil), (String(repeating: "x", count: 65_534), nil),
    ])
    func dockerLine(value: String, expected: String?) throws {
        var line: [UInt8] = []
        if let expected {
            try DockerEnvFileWriter.append(name: "A", value: value.utf8.span, to: &line)
            #expect(line == Array(expected.utf8))
        } else {
            let error = #expect(throws: AuthKeysError.self) {
                try DockerEnvFileWriter.append(name: "A", value: value.utf8.span, to: &line)
            }
            #expect(error?.code == EnvironmentCode.notRepresentable.code)
            #expect(line.isEmpty)
        }
    }

    @Test(arguments: [("x-y", "export A=x-y\n"), ("it's\n", "export A='it'\\''s\n'\n"), ("", "export A=''\n")])
    func shellLine(value: String, expected: String) throws {
        var line: [UInt8] = []
        try ShellWriter.append(name: "A", value: value.utf8.span, to: &line)
        #expect(line == Array(expected.utf8))
    }

    @Test func shellRefusesNUL() {
        var line: [UInt8] = []
        let error = #expect(throws: AuthKeysError.self) {
            try ShellWriter.append(name: "A", value: [0x61, 0].span, to: &line)
        }
        #expect(error?.code == EnvironmentCode.notRepresentable.code)
        #expect(line.isEmpty)
    }

    @Test(arguments: ["", "1A", "A-B", "A B", "A=", "é", "A\n", "a.b", String(repeating: "A", count: 257)])
    func everyWriterRefusesTheName(name: String) {
        var line: [UInt8] = []
        for writer in Writer.allCases {
            let error = #expect(throws: AuthKeysError.self) { try writer.append(name, [0x31], to: &line) }
            #expect(error?.code == EnvironmentCode.invalidName.code)
            #expect(error.map { name.isEmpty || name.utf8.count < 3 || !$0.message.contains(name) } == true)
        }
        #expect(line.isEmpty)
        #expect(VariableName.isValid(Array(String(repeating: "A", count: 256).utf8)))
    }
}
