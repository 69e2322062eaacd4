/// In what the issuer that was asked for differs from the one that the document names.
struct IssuerDifference: Sendable {
    let asked: String
    let found: String

    var hint: String {
        if Self.withoutSlash(asked) == Self.withoutSlash(found) {
            return "they differ in the '/' at the end: ask for the one that tokens have in 'iss', and have the server"
                + " name the same"
        }
        guard let askedURL = try? HTTPURL(asked), let foundURL = try? HTTPURL(found) else { return general }
        if askedURL.origin.lowercased() == foundURL.origin.lowercased(), askedURL.target == foundURL.target {
            return "they differ in upper and lower case: ask for the one that tokens have in 'iss'"
        }
        guard askedURL.host.lowercased() == foundURL.host.lowercased() else {
            guard foundURL.isLoopback, !askedURL.isLoopback else { return general }
            return "the server takes itself for an address of its own machine: set its public URL"
                + " (CONVEX_SITE_ORIGIN of a self-hosted Convex deployment)"
        }
        if askedURL.scheme != foundURL.scheme {
            return "they differ in http and https: set the public URL of the server, or have the proxy before it send"
                + " X-Forwarded-Proto"
        }
        if askedURL.effectivePort != foundURL.effectivePort {
            return "they differ in the port: set the public URL of the server to the one that it is reached at"
                + " (CONVEX_SITE_ORIGIN of a self-hosted Convex deployment)"
        }
        return general
    }

    private var general: String {
        "ask for the issuer that tokens have in 'iss', byte for byte, or correct the public URL of the server"
    }

    private static func withoutSlash(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return bytes.last == UInt8(ascii: "/") ? bytes.dropLast() : bytes
    }
}
