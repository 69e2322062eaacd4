package import CryptoOpenSSL
internal import Encodings

/// A file that was made to be put somewhere, and proved to say what it should.
package struct EmittedFile: Sendable {
    /// One part of a path.
    package let name: String
    /// What it is for, for people.
    package let purpose: String
    /// Whether it holds the private key: mode 0600, and it may not be committed.
    package let isSecret: Bool
    package let isExecutable: Bool
    package let contents: SecretBytes

    init(_ name: String, _ purpose: String, secret contents: SecretBytes) {
        self.init(name, purpose, contents, isSecret: true, isExecutable: false)
    }

    init(_ name: String, _ purpose: String, public text: String, isExecutable: Bool = false) {
        self.init(name, purpose, SecretBytes(copying: text.utf8.span), isSecret: false, isExecutable: isExecutable)
    }

    private init(_ name: String, _ purpose: String, _ contents: SecretBytes, isSecret: Bool, isExecutable: Bool) {
        self.name = name
        self.purpose = purpose
        self.isSecret = isSecret
        self.isExecutable = isExecutable
        self.contents = contents
    }

    /// What stands in the first comment of a file that has comments.
    static let mayBeCommitted = "May be committed: this file holds no secret."
    static let mayNotBeCommitted = "Do not commit this file: it holds the private key."
}
