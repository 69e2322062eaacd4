public import AuthKeysJOSE
internal import Encodings

extension Profile {
    /// What this consumer makes of the response to its request for the set: the set, when it goes on to look for a key in
    /// it.
    ///
    /// - Parameters:
    ///   - response: as it came.
    ///   - settings: with the issuer, and with the URL of the set where its messages name that.
    /// - Throws: what its caller is told; what the response says is escaped in it.
    public func keySet(in response: HTTPResponse, settings: VerifierSettings) throws(Refusal) -> JWKSetDocument {
        let set = try keySetAnswer.set(in: response, settings)
        for check in tokenChecks.compactMap({ $0 as? KeySetEntries }) { try check.judge(set, settings) }
        return set
    }

    /// What it makes of a `data:` URI in the place of that URL: the set in it.
    /// - Returns: `nil` when its sets have to be fetched.
    public func keySet(inDataURI uri: String) throws(Refusal) -> JWKSetDocument? {
        guard let keySetInDataURI else { return nil }
        let settings = VerifierSettings(issuer: nil, audience: nil, keySetURL: uri)
        switch DataURI.decode(uri) {
        case .failure(.form):
            throw Refusal(JOSECode.malformedSet, "InternalServerError", cause: "a data: URI without a comma")
        case .failure(.base64):
            throw Refusal(JOSECode.malformedSet, keySetInDataURI, cause: "it is not base64")
        case .success(let body):
            let response = HTTPResponse(
                status: 200, headers: [HTTPField(name: "Content-Type", value: "application/json")], body: body)
            return try keySet(in: response, settings: settings)
        }
    }

    /// What it makes of the response to its request for the issuer's discovery document: where it fetches the set then.
    /// - Returns: `nil` when it asks for none.
    public func keySetURL(inDiscovery response: HTTPResponse, settings: VerifierSettings) throws(Refusal) -> String? {
        try discoveryAnswer?.keySetURL(in: response, settings)
    }
}
