package import Consumers
package import KeyFormats

/// The values that a set of variables gives, whichever of its forms each is in.
package struct EnvironmentValues: Sendable {
    private let variables: [VariableEvidence]

    package init(_ variables: [VariableEvidence]) {
        self.variables = variables
    }

    /// The variable itself counts before `…_BASE64`, and that before `…_FILE`; what is empty counts as not set.
    package func value(of name: String) -> (value: SecretBytes, place: ValuePlace)? {
        if let plain = variable(name) { return (plain.value, plain.place) }
        if let encoded = variable(name + WatchedVariable.base64Suffix) {
            let isCut = EncodedValue.isFirstLineOfKey(encoded.value)
            return (isCut ? encoded.value : EncodedValue.decoded(encoded.value) ?? encoded.value, encoded.place)
        }
        guard let file = variable(name + WatchedVariable.fileSuffix), let contents = try? file.contents?.get() else {
            return nil
        }
        return (contents, file.place)
    }

    /// The first that is set of those that hold the issuer: for Convex its site, for others what they call it.
    package func issuer(for profile: Profile) -> IssuerEvidence? {
        let site = [WatchedVariable.siteURL, WatchedVariable.siteOrigin]
        let names = profile.isOnConvex ? site + [WatchedVariable.issuer] : [WatchedVariable.issuer] + site
        for name in names {
            guard let (value, place) = value(of: name) else { continue }
            return IssuerEvidence(Self.text(value), at: place)
        }
        return nil
    }

    private func variable(_ name: String) -> VariableEvidence? {
        let last = variables.last { $0.name.utf8.elementsEqual(name.utf8) }
        return last.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Without the line end of a file.
    private static func text(_ value: SecretBytes) -> String {
        var bytes = value.exposeSecret()
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Profile {
    /// Whether a Convex deployment verifies its tokens.
    package var isOnConvex: Bool { name.utf8.starts(with: "convex-".utf8) }
}
