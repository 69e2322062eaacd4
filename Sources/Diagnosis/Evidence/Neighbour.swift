package import AuthKeysJOSE

/// Another environment of the same diagnosis: what two of them must not share.
package struct Neighbour: Sendable {
    /// The file that it is in.
    package let path: String
    package let publicKey: RSAPublicKey?
    package let keys: [KeySetContents.Key]

    /// - Returns: `nil` for what is in no file: the environment of the process is often made of one of them.
    package init?(_ evidence: Evidence) {
        guard let path = evidence.environmentFile?.path else { return nil }
        self.path = path
        let isOwnKey = evidence.privateKey?.place.path == path
        publicKey = isOwnKey ? evidence.privateKey?.publicKey : nil
        let isOwnSet = evidence.keySet?.place?.path == path
        keys = isOwnSet ? (try? evidence.keySet?.contents.get())?.keys ?? [] : []
    }
}
