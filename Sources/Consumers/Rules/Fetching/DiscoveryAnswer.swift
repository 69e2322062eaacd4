internal import AuthKeysJOSE
internal import Encodings

/// How a verifier takes the response to its request for an issuer's discovery document (OpenID Connect Discovery 1.0 §4),
/// with its texts: those of ``CheckedKeySetAnswer``.
struct DiscoveryAnswer: Sendable {
    /// Another status than 200, and another media type.
    let otherResponse: String
    let mediaType: AllowedMediaType
    /// Everything that is wrong with the document itself.
    let otherDocument: String

    /// The `jwks_uri`.
    func keySetURL(in response: HTTPResponse, _ settings: VerifierSettings) throws(Refusal) -> String {
        guard response.status == 200 else {
            throw Refusal(DiscoveryCode.status, settings.filled(otherResponse, response))
        }
        guard mediaType.allows(response) else {
            throw Refusal(
                NetworkCode.contentType, settings.filled(otherResponse, response),
                cause: "Content-Type: " + (response.header("Content-Type").map(Escaper.terminal) ?? "none"))
        }
        let document: JSONValue
        do throws(AuthKeysError) {
            document = try JSON.parse(response.body.span, limits: .keySet)
        } catch {
            throw refusal(DiscoveryCode.malformed, settings, error.message)
        }
        guard let issuer = document["issuer"]?.string else {
            throw refusal(DiscoveryCode.member, settings, "no 'issuer' in the document")
        }
        guard let url = document["jwks_uri"]?.string else {
            throw refusal(DiscoveryCode.member, settings, "no 'jwks_uri' in the document")
        }
        guard let expected = settings.issuerWithScheme, issuer.utf8.elementsEqual(expected.utf8) else {
            let shown = [issuer, settings.issuerWithScheme ?? ""].map { Escaper.terminal($0) }
            throw refusal(
                DiscoveryCode.issuerMismatch, settings, "unexpected issuer URI `\(shown[0])` (expected `\(shown[1])`)")
        }
        guard (try? HTTPURL(url)) != nil else {
            throw refusal(DiscoveryCode.keySetURL, settings, "the 'jwks_uri' is no URL of http or https")
        }
        return url
    }

    private func refusal(_ code: DiscoveryCode, _ settings: VerifierSettings, _ cause: String) -> Refusal {
        Refusal(code, settings.filled(otherDocument), cause: cause)
    }
}
