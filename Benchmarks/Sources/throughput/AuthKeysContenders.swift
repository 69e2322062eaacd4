import AuthKeysJOSE

/// The library as its users call it.
struct AuthKeysContenders {
    private let set: TokenSet

    init(_ set: TokenSet) {
        self.set = set
    }

    /// Splits the token, decodes it, reads the header, checks `alg`, finds the key by its kid, verifies, and returns the
    /// payload. Claims are not looked at.
    var verify: Contender {
        let verifier = JWSVerifier(keys: set.publicKeys)
        return Contender(label: "verify/authkeys") { [tokens = set.tokens] in
            tokens.count { (try? verifier.verify($0.compact)) != nil }
        }
    }

    /// Makes the whole compact token of a payload.
    var sign: Contender {
        Contender(label: "sign/authkeys") { [tokens = set.tokens, signers = set.signers] in
            tokens.count { (try? signers[$0.key].sign($0.payload.span)) != nil }
        }
    }

    /// A verifier that says yes to everything would be the fastest.
    func requireRefusals() throws {
        let verifier = JWSVerifier(keys: set.publicKeys)
        for (token, other) in zip(set.tokens.prefix(8), set.tokens.dropFirst(TokenSet.keyCount)) {
            let parts = token.compact.split(separator: ".")
            let otherParts = other.compact.split(separator: ".")
            let exchanged = "\(parts[0]).\(otherParts[1]).\(parts[2])"
            if (try? verifier.verify(exchanged)) != nil {
                throw Failure(description: "verify/authkeys accepts a payload under the signature of another")
            }
        }
    }
}
