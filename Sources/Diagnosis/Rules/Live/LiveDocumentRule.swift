internal import Consumers
internal import Encodings

/// A rule about what stands where the issuer's document or its key set is expected.
protocol LiveDocumentRule: LiveRule {
    /// What came, to follow the URL in the evidence: `answers 404: …`; `nil` when it is no matter of this rule.
    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String?
    /// To follow "the issuer's document" or "the key set".
    var verdict: String { get }
    var reason: String { get }
    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix?
    func cause(of document: LiveDocument, in live: LiveEvidence) -> (any CodeFamily)?
}

extension LiveDocumentRule {
    func cause(of document: LiveDocument, in live: LiveEvidence) -> (any CodeFamily)? { live.faultOfTheWay }

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        findingsOfDocuments(in: live, for: profile)
    }

    func findingsOfDocuments(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        let bad = live.documents.filter { complaint(about: $0.document, in: $0.exchange) != nil }
        guard let first = bad.first else { return [] }
        let subjects = bad.map { $0.exchange.question.isKeySet ? "the key set" : "the issuer's document" }
        var evidence = bad.map { "\($0.exchange.place) \(complaint(about: $0.document, in: $0.exchange) ?? "")" }
        evidence += throughAPI(live)
        if let words = words(of: profile, live) { evidence.append("\(profile.name) then says: \(words)") }
        return [
            finding(
                "\(Set(subjects).count == 2 ? "the issuer's document and the key set" : subjects[0]) \(verdict)",
                evidence: evidence, reason: reason, fix: fix(for: first.document, of: first.exchange, in: live),
                explainedBy: cause(of: first.document, in: live))
        ]
    }

    /// What the consumer answers to every token for it, where it looks at that document.
    private func words(of profile: Profile, _ live: LiveEvidence) -> String? {
        guard let exchange = live.answer(to: .document), complaint(about: LiveDocument(exchange), in: exchange) != nil,
            let response = exchange.response, let issuer = live.issuer
        else { return nil }
        do throws(Refusal) {
            _ = try profile.keySetURL(
                inDiscovery: response, settings: VerifierSettings(issuer: issuer.text, audience: nil))
            return nil
        } catch {
            let words = error.message.unicodeScalars.prefix(200)
            return String(words) + (words.endIndex == error.message.unicodeScalars.endIndex ? "" : "…")
        }
    }

    /// The same path past the site origin: what tells a wrong value from a wrong way.
    private func throughAPI(_ live: LiveEvidence) -> [String] {
        guard live.documents.contains(where: { !$0.exchange.question.isThroughAPI }) else { return [] }
        return live.exchanges.filter(\.question.isThroughAPI).compactMap { exchange in
            let document = LiveDocument(exchange)
            if let complaint = complaint(about: document, in: exchange) {
                return "the same past it: \(exchange.place) \(complaint)"
            }
            return document.isGood && exchange.question == .documentThroughAPI
                ? "past it the document is there: \(exchange.place)" : nil
        }
    }
}

extension LiveQuestion {
    var isKeySet: Bool { self == .keySet || self == .keySetThroughAPI }
}
