package enum EncryptedKeyCode: String, CodeFamily {
    case form = "encrypted.form"
    case iterations = "encrypted.iterations"
    case malformed = "encrypted.malformed"
    case passphraseLength = "encrypted.passphrase-length"
    case passphraseNeeded = "encrypted.passphrase-needed"
    case scryptTooLarge = "encrypted.scrypt-too-large"
    case tooManyIterations = "encrypted.too-many-iterations"
    case unsupported = "encrypted.unsupported"
    case wrongPassphrase = "encrypted.wrong-passphrase"

    package var meaning: String {
        switch self {
        case .form: "A key can be encrypted in the form PKCS#8 only."
        case .iterations: "The count of iterations is not one that keys are written with here."
        case .malformed: "The parts of an encrypted key are not what RFC 8018 or RFC 1421 has there."
        case .passphraseLength: "The passphrase is empty, or longer than OpenSSL takes."
        case .passphraseNeeded: "The key is encrypted and no passphrase was given."
        case .scryptTooLarge: "The key asks for more memory or time by scrypt than is spent on a file here."
        case .tooManyIterations: "The key asks for so many iterations that reading it would stall the program."
        case .unsupported: "The key is encrypted by a scheme or cipher that this libcrypto does not offer."
        case .wrongPassphrase: "The passphrase does not open the key, or the encrypted part is damaged."
        }
    }
}
