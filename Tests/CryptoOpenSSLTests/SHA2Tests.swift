import CryptoOpenSSL
import Testing

struct FIPS180SHA2Tests {
    /// The one-block examples of FIPS 180-4 for "abc".
    @Test(arguments: [
        (SHA2.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            .sha384,
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
        ),
        (
            .sha512,
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
    ])
    func digestsTheExample(function: SHA2, expected: String) throws {
        let digest = try function.digest("abc".utf8.span)
        #expect(digest.map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }.joined() == expected)
        #expect(digest.count == function.byteCount)
    }
}
