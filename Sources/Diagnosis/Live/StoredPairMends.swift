internal import Consumers
internal import Encodings
internal import KeyFormats

/// What mends the values that a deployment stores. They are in no file, so what mends a file does not mend them.
struct StoredPairMends {
    /// `nil` where nobody told what is stored, or it is not for Convex Auth.
    private let pair: Finding.Fix?
    private let isRewriting: Bool
    private let hasSet: Bool
    /// Whether it is the deployment that names the issuer.
    private let isNamedThere: Bool

    /// Of the codes that are about the text of one of the two values.
    private static let areas: Set<Substring> = ["consumer", "json", "jwk", "jwks", "key", "keytext", "pair"]

    /// - Parameter findings: what was found of the same values.
    init(_ evidence: Evidence, _ findings: [Finding]) {
        isNamedThere = if case .deployment = evidence.issuer?.place.holder { true } else { false }
        guard let live = evidence.live, let stored = live.stored, evidence.profile.name == Profile.convexAuth.name
        else {
            pair = nil
            isRewriting = false
            hasSet = false
            return
        }
        let isReplaced = findings.contains { $0.replacesKey }
        let isReadable = evidence.privateKeyInAnyForm?.publicKey != nil
        pair = LiveFixes.pair(in: live, isReadable: isReadable, isReplaced: isReplaced)
        isRewriting = isReadable && !isReplaced
        hasSet = stored.has(WatchedVariable.keySet)
    }

    func mended(_ finding: Finding) -> Finding {
        guard let fix = finding.fix else { return finding }
        if isNamedThere, finding.code.rawValue.utf8.starts(with: "issuer.".utf8) {
            return finding.mended(by: .edit("\(fix.text) (\(WatchedVariable.siteOrigin) of the backend's container)"))
        }
        guard let pair else { return finding }
        if fix == LiveFixes.rewrite || fix == LiveFixes.replace || fix == LiveFixes.seed {
            return finding.mended(by: pair)
        }
        let area = finding.code.rawValue.prefix { $0 != "." }
        let isOfSet = area.utf8.starts(with: "jwk".utf8) || area == "json"
        let isUnread =
            finding.severity > .note
            && [EnvironmentCode.formUnread.code, EnvironmentCode.empty.code].contains(finding.code)
        guard isUnread || (Self.areas.contains(area) && (hasSet || !isOfSet)) else { return finding }
        let isPlaceholder = fix.text.contains("SOURCE") || fix.text.contains("authkeys generate")
        // What a recipe left in the place of the key is mended where the key is, as the finding says.
        let applies = isUnread || isPlaceholder || (isRewriting && finding.severity > .note)
        return applies ? finding.mended(by: pair) : finding
    }
}

extension Evidence {
    /// The private key, also where a deployment stores it in a form that its consumer does not read.
    package var privateKeyInAnyForm: PrivateKeyEvidence? {
        privateKey
            ?? EnvironmentValues(variables).value(of: WatchedVariable.privateKey).map {
                PrivateKeyEvidence(reading: $0.value, at: $0.place, for: profile)
            }
    }

    /// The same of the set.
    package var keySetInAnyForm: KeySetEvidence? {
        keySet
            ?? EnvironmentValues(variables).value(of: WatchedVariable.keySet).map { value, place in
                value.withBytes { KeySetEvidence(reading: $0, at: place) }
            }
    }

    /// What was found, as it is told of a deployment: with what mends it there, and without what is secret.
    func told(_ findings: [Finding]) -> [Finding] {
        guard let live else { return findings }
        let mends = StoredPairMends(self, findings)
        return findings.map { live.secrets.cleaned(mends.mended($0)) }
    }
}
