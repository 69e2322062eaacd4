internal import Consumers
internal import Encodings
internal import KeyFormats
internal import KeyStrength

struct DisagreeingKey: PrivateKeyRule {
    let code = KeyCode.disagreement.code
    let severity = Finding.Severity.error
    let title = "The numbers of the private key do not belong together"
    let explanation = """
        A private key holds its modulus, two exponents, two primes and three numbers made of them. Where one of them was \
        damaged, some libraries sign what nobody verifies, and a single faulty signature can give the key away. No \
        importer of a JavaScript runtime looks.
        """

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        guard let found = Self.disagreements(key), !found.isEmpty else { return nil }
        return finding(
            "the numbers of the private key do not belong together", evidence: found.shortened(),
            reason: "A signature of such a key does not verify, or gives the key away.",
            fix: .command("authkeys generate"))
    }

    /// Numbers that cannot even be compared are none of a key.
    private static func disagreements(_ key: PrivateKeyEvidence) -> [String]? {
        guard let key = try? key.key.get() else { return nil }
        do throws(AuthKeysError) {
            return try RSAKeyStrength.disagreements(of: key.numbers()).filter { $0.severity == .error }
                .map { "\($0.message) [\($0.code.rawValue)]" }
        } catch {
            return [error.description]
        }
    }
}
