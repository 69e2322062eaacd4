package import AuthKeysJOSE
internal import Encodings

/// What is public of a pair of values: the deployment's, or those that were given.
package struct LiveKeyPair: Sendable {
    /// Where they are, for evidence: `the deployment`, `'prod.env'`.
    package let place: String
    /// The file of variables that they are in; `nil` for another place.
    package let environmentFile: String?
    /// The public half of the private key, where there is one that can be read.
    package let signingKey: RSAPublicKey?
    package let keySet: KeySetContents?
    /// The variables that are set there.
    package let names: [String]
    /// Those of them that are empty.
    package let emptyNames: [String]

    package init(
        place: String, environmentFile: String? = nil, signingKey: RSAPublicKey?, keySet: KeySetContents?,
        names: [String], emptyNames: [String] = []
    ) {
        self.place = place
        self.environmentFile = environmentFile
        self.signingKey = signingKey
        self.keySet = keySet
        self.names = names
        self.emptyNames = emptyNames
    }

    func has(_ name: String) -> Bool { names.contains { $0.utf8.elementsEqual(name.utf8) } }

    func isEmpty(_ name: String) -> Bool { emptyNames.contains { $0.utf8.elementsEqual(name.utf8) } }

    /// Sets it on the deployment; `nil` where it is not whole, or not in one file.
    var push: Finding.Fix? {
        guard let signingKey, let keySet, keySet.keys.contains(where: { $0.rsaKey == signingKey }),
            let file = environmentFile.flatMap({ try? Escaper.shellWord($0) })
        else { return nil }
        return .command("authkeys convex push --env-file \(file) --yes")
    }
}
