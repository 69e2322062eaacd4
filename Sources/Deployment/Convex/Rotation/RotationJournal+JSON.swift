internal import AuthKeysJOSE
package import CryptoOpenSSL
package import Encodings

extension RotationJournal {
    static let schema = "authkeys.rotation-journal/1"

    /// Its name where none is given: one for each deployment, so that the next run finds it.
    package static func fileName(for api: DeploymentAPI) -> String {
        let place = api.configuration.url.text.drop { $0 != "/" }.drop { $0 == "/" }
        let name = place.unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isPlain || scalar == "." ? String(scalar) : "-"
        }
        return "convex-rotation-\(name.joined()).json"
    }

    /// The old pair stands under the name that `convex push --env-file` reads.
    package var json: SecretBytes {
        let json = JSONValue.object([
            "schema": .string(Self.schema), "deployment": .string(deployment), "state": .string(state.rawValue),
            "started": .string(startedAt.description), "environment": Self.json(old), "next": Self.json(new),
            "nextThumbprint": .string(newThumbprint.description),
        ])
        return SecretBytes(copying: (json.compactJSON + "\n").utf8.span)
    }

    /// - Throws: `convex.journal-form`, which repeats nothing of the text.
    package init(reading text: SecretBytes) throws(AuthKeysError) {
        let json = text.withBytes { bytes in
            try? JSON.parse(bytes, limits: JSONLimits(bytes: Self.sizeLimit, depth: 4))
        }
        guard let json, let schema = json["schema"]?.string else { throw Self.refusal("is no journal of a rotation") }
        guard schema.utf8.elementsEqual(Self.schema.utf8) else {
            throw Self.refusal("is no journal of a rotation that this version reads, which is \(Self.schema)")
        }
        guard let deployment = json["deployment"]?.string,
            let state = json["state"]?.string.flatMap(State.init(rawValue:)),
            let started = json["started"]?.string, let startedAt = try? RFC3339.date(started),
            let old = Self.variables(json["environment"]), let new = Self.variables(json["next"]),
            let thumbprint = json["nextThumbprint"]?.string,
            new[ConvexAuthVariable.keySet] != nil,
            state != .rotating || new[ConvexAuthVariable.privateKey] != nil
        else { throw Self.refusal("is a journal of a rotation that is not whole") }
        self.init(deployment, startedAt, state, old, new, KeyID(thumbprint))
    }

    private static func json(_ variables: DeploymentVariables) -> JSONValue {
        .object(
            variables.all.map { variable in
                JSONMember(
                    name: variable.name, value: .string(String(decoding: variable.value.exposeSecret(), as: UTF8.self)))
            })
    }

    private static func variables(_ json: JSONValue?) -> DeploymentVariables? {
        guard let members = json?.members else { return nil }
        var variables: [DeploymentVariable] = []
        for member in members {
            let isKnown = RotationVariable.names.contains { $0.utf8.elementsEqual(member.name.utf8) }
            guard isKnown, let value = member.value.string else { return nil }
            variables.append(DeploymentVariable(name: member.name, value: SecretBytes(copying: value.utf8.span)))
        }
        return DeploymentVariables(variables)
    }

    private static func refusal(_ what: String) -> AuthKeysError {
        AuthKeysError(
            ConvexCode.journalForm, "it \(what)",
            hint: "move it away, or name another file with --journal; the deployment alone tells how to go on")
    }
}
