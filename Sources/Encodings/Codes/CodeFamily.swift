/// The codes of one area. Each family is a `String` enumeration in a file of its own, and stands in ``CodeRegistry``.
///
/// A raw value is `area.what-is-wrong` and never changes: scripts and `explain` know it by that name.
package protocol CodeFamily: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
    /// What it means, in one sentence for the person who sees it.
    var meaning: String { get }
}

extension CodeFamily {
    package var code: AuthKeysError.Code { .init(rawValue: rawValue) }
}

/// Every code there is: errors, checks and findings share them, so that the same trouble has the same name everywhere.
public enum CodeRegistry {
    package static let families: [any CodeFamily.Type] = [
        BackendCode.self,
        Base64Code.self,
        ConsumerCode.self,
        ConvexAuthCode.self,
        ConvexCode.self,
        CryptoCode.self,
        DERCode.self,
        DisagreementCode.self,
        DiscoveryCode.self,
        EncryptedKeyCode.self,
        EnvironmentCode.self,
        FileCode.self,
        InternalCode.self,
        IssuerCode.self,
        JOSECode.self,
        JSONCode.self,
        JWTCode.self,
        KeyCode.self,
        KeyTextCode.self,
        LeakCode.self,
        LibraryCode.self,
        NetworkCode.self,
        PEMCode.self,
        PKCS8Code.self,
        PairCode.self,
        PassphraseCode.self,
        PipelineCode.self,
        RotationCode.self,
        SymptomCode.self,
        TextCode.self,
        TimeCode.self,
        TokenTextCode.self,
        UnrelatedCode.self,
        UsageCode.self,
        WeaknessCode.self,
    ]

    /// Code and meaning, ordered by code.
    public static var entries: [(code: AuthKeysError.Code, meaning: String)] {
        families.flatMap { $0.entries }.sorted { $0.code.rawValue < $1.code.rawValue }
    }
}

extension CodeFamily {
    fileprivate static var entries: [(code: AuthKeysError.Code, meaning: String)] {
        allCases.map { ($0.code, $0.meaning) }
    }
}
