internal import Encodings

/// What libcrypto sets up to sign or to verify with one key and one hash (RSASSA-PKCS1-v1_5). The set-up costs a fifth of
/// a verification: it is kept in a ``SignatureContextPool``.
protocol SignatureContext: AnyObject, Sendable {
    init(key: borrowing EVPKey, hash: SHA2) throws(AuthKeysError)
}

/// The contexts of one key, by hash.
struct SignatureContextPool<Context: SignatureContext>: ~Copyable, Sendable {
    private let sha256 = IdlePool<Context>()
    private let sha384 = IdlePool<Context>()
    private let sha512 = IdlePool<Context>()

    borrowing func take(key: borrowing EVPKey, hash: SHA2) throws(AuthKeysError) -> Context {
        let context =
            switch hash {
            case .sha256: sha256.take()
            case .sha384: sha384.take()
            case .sha512: sha512.take()
            }
        if let context { return context }
        return try Context(key: key, hash: hash)
    }

    borrowing func giveBack(_ context: Context, hash: SHA2) {
        switch hash {
        case .sha256: sha256.giveBack(context)
        case .sha384: sha384.giveBack(context)
        case .sha512: sha512.giveBack(context)
        }
    }
}
