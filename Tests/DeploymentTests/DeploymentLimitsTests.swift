import CryptoOpenSSL
import Deployment
import Encodings
import Testing

/// The limits of convex-backend 94a42c3, at the limit and one above.
@Suite struct DeploymentLimitsTests {
    private static func variable(_ name: String, _ size: Int = 1) -> DeploymentVariable {
        DeploymentVariable(name: name, value: SecretBytes(copying: [UInt8](repeating: 0x78, count: size).span))
    }

    private static func others(_ count: Int, size: Int = 1) -> DeploymentVariables {
        DeploymentVariables((0..<count).map { variable("V\($0)", size) })
    }

    private static func code(_ changes: [DeploymentVariable], onto stored: DeploymentVariables) -> String? {
        do throws(AuthKeysError) {
            try DeploymentLimits.check(changes, onto: stored)
            return nil
        } catch { return error.code.rawValue }
    }

    @Test(arguments: [(8192, nil), (8193, "consumer.value-too-large")] as [(Int, String?)])
    func sizeOfAValue(size: Int, code: String?) {
        #expect(Self.code([Self.variable("JWKS", size)], onto: DeploymentVariables()) == code)
    }

    @Test(
        arguments: [(510, nil), (511, "convex.too-many-variables")] as [(Int, String?)])
    func number(stored: Int, code: String?) {
        #expect(Self.code([Self.variable("A"), Self.variable("B")], onto: Self.others(stored)) == code)
        // What is there already counts once.
        #expect(Self.code([Self.variable("V0"), Self.variable("V1")], onto: Self.others(min(stored, 511))) == nil)
    }

    /// 64 values of 8192 bytes are the whole room, without their names.
    @Test(arguments: [(1, 8191, nil), (1, 8192, "convex.total-size"), (63, 1, nil)] as [(Int, Int, String?)])
    func totalSize(changes: Int, size: Int, code: String?) {
        let filler = (0..<63).map { Self.variable("V\($0)", 8192 - "V\($0)".utf8.count) }
        let new = (0..<changes).map { Self.variable(changes == 1 ? "N" : "V\($0)", size) }
        #expect(Self.code(new, onto: DeploymentVariables(filler)) == code)
    }

    @Test(
        arguments: [
            ("A1_b", nil), ("", "env.invalid-name"), ("1A", "env.invalid-name"), ("A-B", "env.invalid-name"),
            (String(repeating: "A", count: 256), nil), (String(repeating: "A", count: 257), "env.invalid-name"),
            ("CONVEX_SITE_URL", "convex.built-in-name"), ("CONVEX_CLOUD_URL", "convex.built-in-name"),
        ] as [(String, String?)])
    func names(name: String, code: String?) {
        #expect(Self.code([Self.variable(name)], onto: DeploymentVariables()) == code)
    }
}
