package import Encodings
package import HTTPExchange

/// What a deployment answered when it was asked from this machine, and what it stores, without any value that is secret.
package struct LiveEvidence: Sendable {
    /// Of the API, where one is known.
    package var api: HTTPURL?
    package var issuer: LiveIssuer?
    /// One for each question that was asked, in the order in which they were.
    package var exchanges: [LiveExchange] = []
    /// What the deployment stores; `nil` where it was not told.
    package var stored: LiveKeyPair?
    /// Why the list of what is stored did not come, where the admin key was accepted.
    package var listingError: AuthKeysError?
    /// What was given beside it.
    package var given: LiveKeyPair?
    /// What stands before the `|` of the admin key that was shown; no secret.
    package var instanceOfAdminKey: String?
    package var probe: LiveProbe?
    package var notChecked: [DiagnosisReport.NotChecked] = []
    /// What no report may repeat, whichever of the answers it speaks of.
    package var secrets = RemoteSecrets()

    package init() {}

    package func answer(to question: LiveQuestion) -> LiveExchange? {
        exchanges.first { $0.question == question }
    }

    /// The same as it came, and where it is.
    package var publishedText: (body: [UInt8], place: HTTPURL)? {
        guard document(.keySet)?.isGood ?? false, let answer = answer(to: .keySet), let response = answer.response
        else {
            return nil
        }
        return (response.body, answer.url)
    }

    /// The first failure of that kind.
    package func failure(_ network: NetworkCode) -> AuthKeysError? {
        exchanges.lazy.compactMap(\.failure).first { $0.code == network.code }
    }

    func document(_ question: LiveQuestion) -> LiveDocument? {
        answer(to: question).map { LiveDocument($0) }
    }

    /// Whether the API of a deployment answered.
    var isAPI: Bool { answer(to: .version)?.isVersion ?? false }

    /// The set that the issuer publishes.
    package var published: KeySetContents? {
        [.keySet, .keySetThroughAPI].lazy.compactMap { (question: LiveQuestion) in self.keySet(question) }.first
    }

    func keySet(_ question: LiveQuestion) -> KeySetContents? {
        guard document(question)?.isGood ?? false, let body = answer(to: question)?.response?.body else { return nil }
        return try? KeySetEvidence(reading: body.span).contents.get()
    }
}
