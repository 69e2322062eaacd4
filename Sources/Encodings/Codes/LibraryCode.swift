/// What a JOSE library says about how it was called, where no other code says the same.
package enum LibraryCode: String, CodeFamily {
    case failed = "library.unspecified"
    case keyFunction = "library.key-function"
    case keyKind = "library.key-kind"
    case missingDependency = "library.missing-dependency"
    case noKey = "library.no-key"
    case remoteKeys = "library.remote-keys"
    case symmetricKey = "library.symmetric-key"

    package var meaning: String {
        switch self {
        case .failed: "The cryptographic library refused and did not say why."
        case .keyFunction: "The function that should find the key for a token failed or gave none."
        case .keyKind: "The library was given a key of another kind than the algorithm needs, or a text instead."
        case .missingDependency: "The library lacks the package that it needs for RSA."
        case .noKey: "The library was given no key: the variable that should hold it is unset or empty."
        case .remoteKeys: "The library could not fetch the JWKS, or what came is none."
        case .symmetricKey: "A public key was given where the algorithm of a shared secret is allowed."
        }
    }
}
