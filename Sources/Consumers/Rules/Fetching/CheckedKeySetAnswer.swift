internal import AuthKeysJOSE
internal import Encodings

/// A verifier that looks at the status, perhaps at the media type, and then at the body, with its texts: `{issuer}`, `{url}`,
/// `{status}`, `{reason}`, `{type}` and `{body}` are put in.
struct CheckedKeySetAnswer: KeySetAnswer {
    let otherStatus: String
    /// `nil` where it does not look at the media type.
    var mediaType: AllowedMediaType?
    var otherMediaType = ""
    let notJSON: String
    let notASet: String

    func set(in response: HTTPResponse, _ settings: VerifierSettings) throws(Refusal) -> JWKSetDocument {
        guard response.status == 200 else {
            throw Refusal(NetworkCode.status, settings.filled(otherStatus, response))
        }
        if let mediaType, !mediaType.allows(response) {
            throw Refusal(
                NetworkCode.contentType, settings.filled(otherMediaType, response),
                cause: "Content-Type: " + (response.header("Content-Type").map(Escaper.terminal) ?? "none"))
        }
        do throws(AuthKeysError) {
            return try JWKSetDocument(reading: response.body.span)
        } catch {
            let text = error.code == JOSECode.malformedSet.code ? notASet : notJSON
            throw Refusal(JOSECode.malformedSet, settings.filled(text, response), cause: error.message)
        }
    }
}
