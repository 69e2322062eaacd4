internal import AuthKeysJOSE
internal import Encodings
internal import HTTPExchange

/// What stands where the issuer's document or its key set should, as the backend that fetches it would see it.
enum LiveDocument: Sendable {
    case object(JSONValue)
    /// No whole response came.
    case failed(AuthKeysError)
    /// 404: the deployment has no `convex/http.ts`.
    case noHTTPActions
    /// 404: `convex/http.ts` does not serve the path.
    case noRoute
    /// 500: the function that answers lacks a variable.
    case missingVariable(String)
    /// 500 for another reason, or for one that is not told.
    case serverError
    /// A proxy has nobody behind it.
    case gateway(Int)
    /// With the origin that it leads to; `nil` where it says none that can be fetched.
    case redirect(to: HTTPURL?)
    case page
    /// 401, 403
    case locked(Int)
    case status(Int)
    /// JSON under another name, which the backend refuses.
    case contentType(String)
    case malformed(AuthKeysError)

    init(_ exchange: LiveExchange) {
        switch exchange.outcome {
        case .failure(let error): self = .failed(error)
        case .success(let response): self.init(response, from: exchange)
        }
    }

    private init(_ response: HTTPResponse, from exchange: LiveExchange) {
        let words = String(decoding: response.body.prefix(4096), as: UTF8.self)
        switch response.status {
        case 200 where response.isMarkup: self = .page
        case 200: self = Self.content(response, exchange.question)
        case 300..<400:
            let location = response.header("Location")
            self = .redirect(to: location.flatMap { try? exchange.url.resolving($0) })
        case 401, 403: self = response.isMarkup ? .page : .locked(response.status)
        case 404 where words.contains("does not have HTTP actions enabled"): self = .noHTTPActions
        case 404 where words.contains("No matching routes found"): self = .noRoute
        case 500: self = Self.missingVariable(in: words).map(Self.missingVariable) ?? .serverError
        case LiveExchange.gatewayStatuses: self = .gateway(response.status)
        default: self = response.isMarkup && response.status < 400 ? .page : .status(response.status)
        }
    }

    private static func content(_ response: HTTPResponse, _ question: LiveQuestion) -> Self {
        let isKeySet = question == .keySet || question == .keySetThroughAPI
        if let type = response.header("Content-Type") {
            let essence = type.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
            let allowed = isKeySet ? ["application/json", "application/jwk-set+json"] : ["application/json"]
            guard allowed.contains(essence) else { return .contentType(type) }
        }
        do throws(AuthKeysError) {
            if isKeySet { _ = try JWKSetDocument(reading: response.body.span) }
            let json = try JSON.parse(
                response.body.span,
                limits: isKeySet ? .keySet : JSONLimits(bytes: OpenIDDiscovery.maximumSize, depth: 16)
            )
            guard json.members != nil else {
                throw AuthKeysError(DiscoveryCode.malformed, "\(json.typeName), where an object is expected")
            }
            return .object(json)
        } catch {
            return .malformed(error)
        }
    }

    /// ``Missing environment variable `JWKS` ``
    private static func missingVariable(in words: String) -> String? {
        guard let mark = words.firstRange(of: "Missing environment variable `") else { return nil }
        let name = words[mark.upperBound...].prefix { $0 != "`" }
        let isName =
            (1...256).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
        return isName ? String(name) : nil
    }

    var isGood: Bool {
        if case .object = self { true } else { false }
    }

    /// Whether somebody before the deployment answers, or nobody does: a fault that its values do not mend.
    var isOfTheWay: Bool {
        switch self {
        case .failed(let error): error.code == NetworkCode.unreachable.code
        // Who asks too often is told so wherever the request leads.
        case .status(let status): status != 429
        case .gateway, .noRoute, .noHTTPActions, .malformed: true
        case .object, .contentType, .missingVariable, .serverError, .redirect, .page, .locked: false
        }
    }
}
