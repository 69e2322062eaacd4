package import CryptoOpenSSL
internal import Encodings

/// A variable of a deployment. Its value is a secret until somebody who knows its name says otherwise.
package struct DeploymentVariable: Sendable {
    package let name: String
    package let value: SecretBytes

    package init(name: String, value: SecretBytes) {
        self.name = name
        self.value = value
    }

    /// What it counts towards ``DeploymentLimits/totalSizeInBytes``.
    var sizeInBytes: Int { name.utf8.count + value.count }
}

/// All the variables of a deployment, or some of them.
package struct DeploymentVariables: Sendable {
    package private(set) var all: [DeploymentVariable]

    package init(_ all: [DeploymentVariable] = []) {
        self.all = all
    }

    /// Names are compared as bytes; `nil` when it is not set. An empty value is a value.
    package subscript(name: String) -> SecretBytes? {
        all.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    package func has(_ variable: DeploymentVariable) -> Bool {
        self[variable.name]?.isEqual(to: variable.value) ?? false
    }

    /// With these set, whatever they were before.
    func setting(_ changes: [DeploymentVariable]) -> Self {
        Self(all.filter { old in !changes.contains { $0.name.utf8.elementsEqual(old.name.utf8) } } + changes)
    }
}

/// The two variables that Convex Auth reads.
package enum ConvexAuthVariable {
    package static let privateKey = "JWT_PRIVATE_KEY"
    package static let keySet = "JWKS"
    package static let names = [privateKey, keySet]
}
