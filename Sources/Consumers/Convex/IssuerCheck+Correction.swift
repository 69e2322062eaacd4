internal import HTTPExchange

extension IssuerCheck {
    /// The issuer of a deployment as it was meant, where nothing has to be guessed: without blanks, quotes and slashes
    /// around it, without the path of the documents that are looked up behind it, and with `https://` before a name of the
    /// public DNS that has no port.
    ///
    /// - Returns: `nil` where nothing is to be corrected, or what was meant is not known.
    package static func correction(of text: String) -> String? {
        guard let url = try? HTTPURL(address(in: text)), !text.utf8.contains(UInt8(ascii: "#")) else { return nil }
        let path = url.target.utf8.last == UInt8(ascii: "/") ? url.target.dropLast() : url.target[...]
        let isOfDocuments = documentPaths.contains { $0.utf8.elementsEqual(path.utf8) }
        guard path.utf8.isEmpty || isOfDocuments, !url.origin.utf8.elementsEqual(text.utf8),
            !complaints(about: url.origin).contains(where: \.isRefusal)
        else { return nil }
        return url.origin
    }

    private static let documentPaths = [
        "/.well-known", "/.well-known/openid-configuration", "/.well-known/jwks.json",
    ]

    /// With a scheme and without what stands around it.
    private static func address(in text: String) -> String {
        var address = bare(text)
        while address.utf8.last == UInt8(ascii: "/") { address.removeLast() }
        for scheme in ["https", "http"] where address.lowercased().utf8.starts(with: "\(scheme):".utf8) {
            let rest = address.dropFirst(scheme.utf8.count + 1)
            // Where slashes are missing, a host may be a port.
            let isWhole =
                rest.utf8.starts(with: "//".utf8) || rest.prefix { $0 != ":" }.utf8.contains(UInt8(ascii: "."))
            return isWhole ? "\(scheme)://\(rest.drop { $0 == "/" })" : address
        }
        return isPublicName(address.prefix { $0 != "/" }) ? "https://\(address)" : address
    }

    /// Names of networks of one's own often have no certificate, and a port tells nothing of a scheme.
    private static func isPublicName(_ host: Substring) -> Bool {
        let labels = host.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, last.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return false
        }
        return !ownDomains.contains { $0.utf8.elementsEqual(last.utf8) } && labels.allSatisfy { !$0.isEmpty }
    }

    private static let ownDomains = [
        "arpa", "corp", "home", "internal", "intranet", "lan", "local", "localdomain", "localhost", "test",
    ]
}
