/// Secrets that stand where others read them, such as the log of a job.
package enum LeakCode: String, CodeFamily {
    case adminKey = "leak.admin-key"
    case deployKey = "leak.deploy-key"
    case encryptedKey = "leak.encrypted-key"
    case expiredToken = "leak.expired-token"
    case instanceSecret = "leak.instance-secret"
    case privateJWK = "leak.private-jwk"
    case privateKey = "leak.private-key"
    case token = "leak.token"

    package var meaning: String {
        switch self {
        case .adminKey: "An admin key stands in the text: whoever reads it rules the deployment."
        case .deployKey: "A deploy key stands in the text: whoever reads it can deploy and read everything."
        case .encryptedKey: "An encrypted private key stands in the text: only its passphrase protects it now."
        case .expiredToken: "A token stands in the text that has expired: it opens nothing, but tells who used it."
        case .instanceSecret: "An instance secret stands in the text: whoever reads it can make admin keys."
        case .privateJWK: "A JWK with private members stands in the text: whoever reads it can sign tokens."
        case .privateKey: "A private key stands in the text: whoever reads it can sign tokens for any user."
        case .token: "A token stands in the text that is still good: whoever reads it is that user until it expires."
        }
    }
}
