/// Who says a message.
public enum Speaker: String, Sendable, Hashable, CaseIterable {
    case convexBackend = "the Convex backend"
    case convexClient = "the Convex client"
    case convexAuth = "Convex Auth"
    case convexCLI = "the Convex CLI"
    case jose
    case pyJWT = "PyJWT"
    case joserfc
    case jsonwebtoken = "jsonwebtoken (Node)"
    case jsonwebtokenRust = "jsonwebtoken (Rust)"
    case golangJWT = "golang-jwt"
    case jwtKit = "jwt-kit"
    case openSSL = "OpenSSL"
    case node = "Node.js"
    case webCrypto = "WebCrypto"
    case github = "GitHub Actions"
    case docker = "Docker"
    case shell = "a shell"
    case curl
    case browser = "a browser"
    case others = "other programs"
    case people
}
