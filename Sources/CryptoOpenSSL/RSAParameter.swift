internal import CAuthKeysOpenSSL

/// A number of an RSA key, under libcrypto's name for it.
package enum RSAParameter: Sendable, Hashable {
    case n, e, d, p, q, dp, dq, qi

    var name: UnsafePointer<CChar> {
        switch self {
        case .n: unsafe authkeys_OSSL_PKEY_PARAM_RSA_N
        case .e: unsafe authkeys_OSSL_PKEY_PARAM_RSA_E
        case .d: unsafe authkeys_OSSL_PKEY_PARAM_RSA_D
        case .p: unsafe authkeys_OSSL_PKEY_PARAM_RSA_FACTOR1
        case .q: unsafe authkeys_OSSL_PKEY_PARAM_RSA_FACTOR2
        case .dp: unsafe authkeys_OSSL_PKEY_PARAM_RSA_EXPONENT1
        case .dq: unsafe authkeys_OSSL_PKEY_PARAM_RSA_EXPONENT2
        case .qi: unsafe authkeys_OSSL_PKEY_PARAM_RSA_COEFFICIENT1
        }
    }
}
