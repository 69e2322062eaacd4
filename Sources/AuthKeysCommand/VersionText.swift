internal import CryptoOpenSSL
internal import HostSystem

enum VersionText {
    static let number = "0.1.0"

    /// What a report of a fault has to say: the tool, its libcrypto, and whether `openssl.cnf` plays a part.
    static var text: String {
        let linkage =
            ProcessLinkage.isStatic ? "linked statically; openssl.cnf is not read" : "linked dynamically"
        return "authkeys \(number)\n\(Libcrypto.version), \(linkage)\n"
    }
}
