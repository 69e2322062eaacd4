package import AuthKeysJOSE
internal import CryptoOpenSSL
package import Encodings

/// How long the key that signs has been signing, as far as the deployment's own record tells.
package enum KeyAge: Sendable, Hashable {
    case since(NumericDate)
    /// Why nothing is known, in words.
    case unknown(String)

    /// A clock may be set a little; a record from later than that was written by one that was wrong.
    private static let tolerance = Duration.seconds(300)

    /// - Parameter keyID: of the key that signs.
    package init(_ variables: DeploymentVariables, of keyID: KeyID?, at now: NumericDate) {
        guard let recorded = variables.text(of: RotationVariable.keyID),
            let text = variables.text(of: RotationVariable.rotatedAt)
        else {
            self = .unknown("the deployment has no record of it")
            return
        }
        guard let keyID, Array(recorded.utf8) == keyID.utf8 else {
            let shown = String(recorded.unicodeScalars.prefix(KeyID.maximumLength))
            self = .unknown("the record is of kid \(shown), so the key was replaced by other means since")
            return
        }
        guard let date = try? RFC3339.date(text) else {
            self = .unknown("\(RotationVariable.rotatedAt) is no time")
            return
        }
        guard date - now <= Self.tolerance else {
            self = .unknown("the record is of \(date), which is still to come")
            return
        }
        self = .since(date)
    }

    /// What records that this key signs since then.
    package static func record(_ keyID: KeyID, since date: NumericDate) -> [DeploymentVariable] {
        let whole = NumericDate(secondsSince1970: date.secondsSince1970)
        return zip(RotationVariable.records, [keyID.description, whole.description]).map { name, text in
            DeploymentVariable(name: name, value: SecretBytes(copying: text.utf8.span))
        }
    }
}
