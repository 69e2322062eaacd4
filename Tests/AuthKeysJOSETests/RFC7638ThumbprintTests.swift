import AuthKeysJOSE
import TestSupport
import Testing

struct RFC7638ThumbprintTests {
    @Test(arguments: [
        ("rfc7638-3.1.jwk.json", "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"),
        ("rfc7515-a2.jwk.json", "IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8"),
    ])
    func ofTheKeyInTheRFC(file: String, expected: String) throws {
        let jwk = try JWK(JSON.parse(Repository.text(of: "Fixtures/keys/" + file), limits: .keySet))
        #expect(try jwk.key.thumbprint() == KeyID(expected))
    }
}
