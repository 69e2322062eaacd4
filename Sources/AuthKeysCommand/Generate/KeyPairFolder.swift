internal import AuthKeysJOSE
internal import Consumers
package import Encodings
package import HostSystem

/// The files that `generate` writes, by name and content.
package struct KeyPairFolder: Sendable {
    static let defaultName = "auth-keys"
    static let privateKeyName = "jwt_private_key.pem"
    static let publicKeyName = "jwt_public.pem"
    static let jwksName = "jwks.json"
    static let ignoreName = ".gitignore"

    let format: GenerateOptions.Format
    let valuesName: String
    package let files: [StagedFile]

    package init(_ pair: KeyPair, format: GenerateOptions.Format) throws(AuthKeysError) {
        self.format = format
        valuesName = Self.valuesName(pair.profile, format)
        let ignored = Self.ignored(valuesName: valuesName)
        files = [
            // First, so that git never sees a folder that has a secret and not yet this.
            StagedFile(name: Self.ignoreName, isSecret: false, contents: Array(ignored.utf8)),
            StagedFile(name: Self.privateKeyName, isSecret: true, contents: pair.privateKeyPEM),
            StagedFile(name: valuesName, isSecret: true, contents: try pair.values(format)),
            StagedFile(name: Self.publicKeyName, isSecret: false, contents: Array(pair.publicKeyPEM.utf8)),
            StagedFile(name: Self.jwksName, isSecret: false, contents: Array((pair.jwks.compactJSON + "\n").utf8)),
        ]
    }

    /// What `.gitignore` says.
    static func ignored(valuesName: String) -> String {
        "# The private key is in both of these.\n/\(privateKeyName)\n/\(valuesName)\n"
    }

    static func valuesName(_ profile: Profile, _ format: GenerateOptions.Format) -> String {
        switch format {
        case .dotenv: "\(profile.environmentFileStem).env"
        case .json: "\(profile.environmentFileStem).json"
        }
    }

    /// What any profile and format writes: a folder that holds nothing else may be replaced.
    static var everyFileName: [String] {
        [ignoreName, privateKeyName, publicKeyName, jwksName]
            + Profile.all.flatMap { profile in GenerateOptions.Format.allCases.map { valuesName(profile, $0) } }
    }

    /// What a person looks for comes first.
    var filesToShow: [StagedFile] { Array(files.dropFirst()) + files.prefix(1) }

    func purpose(of name: String) -> String {
        switch name {
        case Self.privateKeyName: "the private key, PKCS#8"
        case valuesName: "\(KeyPair.privateKeyName) and \(KeyPair.jwksName)"
        case Self.publicKeyName: "the public key"
        case Self.jwksName: "the public key as a JWK set"
        default: "keeps the secret files out of git"
        }
    }
}
