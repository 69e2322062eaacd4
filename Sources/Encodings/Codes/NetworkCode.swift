package enum NetworkCode: String, CodeFamily {
    case cancelled = "network.cancelled"
    case cleartext = "network.cleartext"
    case cleartextCredential = "network.cleartext-credential"
    case failed = "network.failed"
    case interrupted = "network.interrupted"
    case invalidRequest = "network.invalid-request"
    case invalidResponse = "network.invalid-response"
    case noCurl = "network.no-curl"
    case proxy = "network.proxy"
    case redirect = "network.redirect"
    case status = "network.status"
    case timeout = "network.timeout"
    case tls = "network.tls"
    case tooLarge = "network.too-large"
    case unreachable = "network.unreachable"
    case url = "network.url"

    package var meaning: String {
        switch self {
        case .cancelled: "Whoever waited for the response was cancelled before it came."
        case .cleartext: "Keys are not fetched over plain http from another machine: anybody between could swap them."
        case .cleartextCredential: "A credential would have travelled over plain http to another machine."
        case .failed: "The fetcher failed for a reason of its own, such as a curl that could not be started or gave up."
        case .interrupted: "The connection ended before the whole response had arrived."
        case .invalidRequest: "A part of a request holds characters that it cannot hold in HTTP."
        case .invalidResponse: "What came back is not an HTTP response."
        case .noCurl: "The network is reached through the program curl, and there is none on PATH."
        case .proxy: "The proxy that the environment names cannot be used."
        case .redirect: "The server sent the request elsewhere, to a place where it may not go."
        case .status: "The server answered with another status than 200."
        case .timeout: "The response did not arrive in time."
        case .tls: "No secure connection came about: the certificate or the protocol was refused."
        case .tooLarge: "The response is larger than is accepted here."
        case .unreachable: "There is no such host, or nothing there accepts the connection."
        case .url: "The URL is not one that is fetched: http or https, a host, and no user or password."
        }
    }
}
