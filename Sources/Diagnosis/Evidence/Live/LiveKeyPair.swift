package import AuthKeysJOSE

/// What is public of a pair of values: the deployment's, or those that were given.
package struct LiveKeyPair: Sendable {
    /// Where they are, for evidence: `the deployment`, `'prod.env'`.
    package let place: String
    /// The file of variables that they are in; `nil` for another place.
    package let environmentFile: String?
    /// The public half of the private key, where there is one that can be read.
    package let signingKey: RSAPublicKey?
    package let keySet: KeySetContents?
    /// The variables that are set there and not empty.
    package let names: [String]

    package init(
        place: String, environmentFile: String? = nil, signingKey: RSAPublicKey?, keySet: KeySetContents?,
        names: [String]
    ) {
        self.place = place
        self.environmentFile = environmentFile
        self.signingKey = signingKey
        self.keySet = keySet
        self.names = names
    }

    func has(_ name: String) -> Bool { names.contains { $0.utf8.elementsEqual(name.utf8) } }
}
