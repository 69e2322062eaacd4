package import CryptoOpenSSL
internal import Encodings

/// The variables that a rotation sets: the two of Convex Auth, and two in which the deployment itself keeps how old its
/// key is.
package enum RotationVariable {
    /// The kid of the key that ``rotatedAt`` is about.
    package static let keyID = "AUTHKEYS_KID"
    /// Since when it signs, as RFC 3339.
    package static let rotatedAt = "AUTHKEYS_ROTATED_AT"
    package static let records = [keyID, rotatedAt]
    package static let names = ConvexAuthVariable.names + records
}

extension DeploymentVariables {
    /// Those of them that are set.
    package func only(_ names: [String]) -> Self {
        Self(all.filter { variable in names.contains { $0.utf8.elementsEqual(variable.name.utf8) } })
    }

    /// With this one set to `value`, or not set.
    package func with(_ name: String, _ value: SecretBytes?) -> Self {
        let others = all.filter { !$0.name.utf8.elementsEqual(name.utf8) }
        return Self(others + (value.map { [DeploymentVariable(name: name, value: $0)] } ?? []))
    }

    /// For a value that is no secret; `nil` when it is not set or not UTF-8.
    package func text(of name: String) -> String? {
        self[name].flatMap { String(validating: $0.exposeSecret(), as: UTF8.self) }
    }

    /// Whether both hold the same under this name, or both hold nothing.
    package func agrees(with other: Self, on name: String) -> Bool {
        switch (self[name], other[name]) {
        case (nil, nil): true
        case (let own?, let others?): own.isEqual(to: others)
        default: false
        }
    }
}
