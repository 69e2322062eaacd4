internal import AuthKeysJOSE
internal import Encodings

/// As this library fetches a set.
struct StandardKeySetAnswer: KeySetAnswer {
    func set(in response: HTTPResponse, _ settings: VerifierSettings) throws(Refusal) -> JWKSetDocument {
        do throws(AuthKeysError) {
            let url = try HTTPURL(settings.keySetURL ?? "")
            _ = try KeySetDownload(response, from: url, unusableKeys: .skip)
            return try JWKSetDocument(reading: response.body.span)
        } catch {
            throw Refusal(code: error.code, message: error.message)
        }
    }
}
