internal import Consumers
internal import CryptoOpenSSL
package import Encodings
package import HTTPExchange

/// The part of a deployment's API that lists and sets variables (convex-backend 94a42c3): requests and answers as
/// values.
///
/// The admin key is in no request: it is handed out beside them, for the one header that a fetcher sends last.
package struct DeploymentAPI: Sendable {
    /// The longest answer, in bytes: 512 KiB of values, most of which JSON can write in six bytes each.
    package static let responseSizeLimit = 4 << 20

    let configuration: DeploymentConfiguration

    package init(_ configuration: DeploymentConfiguration) {
        self.configuration = configuration
    }

    /// What messages call the deployment.
    package var origin: String { configuration.url.origin }

    /// Of the API, with its path; no secret.
    package var url: String { configuration.url.text }

    /// The header that every request needs.
    package var credential: HTTPField {
        HTTPField(name: "Authorization", value: "Convex \(configuration.adminKey.text)")
    }

    /// `GET /api/v1/list_environment_variables`
    package var list: HTTPRequest {
        HTTPRequest(
            url: "\(configuration.url.text)/api/v1/list_environment_variables",
            headers: [HTTPField(name: "Accept", value: "application/json")])
    }

    /// `POST /api/v1/update_environment_variables`: all of them in one transaction, or none.
    ///
    /// Its body holds the values and is an ordinary array, which nobody wipes.
    ///
    /// - Parameter removed: names of variables that are not to be set any more.
    /// - Throws: `env.invalid-utf8`: JSON cannot carry such a value.
    package func update(
        _ changes: [DeploymentVariable], removing removed: [String] = []
    ) throws(AuthKeysError) -> HTTPRequest {
        var elements: [JSONValue] = removed.map { .object(["name": .string($0), "value": .null]) }
        for change in changes {
            guard let text = String(validating: change.value.exposeSecret(), as: UTF8.self) else {
                throw AuthKeysError(
                    EnvironmentCode.invalidUTF8, "the value of \(change.name) is not UTF-8, and a variable is text",
                    hint: "write the value again as text")
            }
            elements.append(.object(["name": .string(change.name), "value": .string(text)]))
        }
        let body = JSONValue.object(["changes": .array(elements)])
        return HTTPRequest(
            method: "POST", url: "\(configuration.url.text)/api/v1/update_environment_variables",
            headers: [HTTPField(name: "Content-Type", value: "application/json")], body: Array(body.compactJSON.utf8))
    }

    /// - Throws: what ``DeploymentRefusal`` makes of another answer; `convex.not-a-deployment`.
    package func variables(in response: HTTPResponse) throws(AuthKeysError) -> DeploymentVariables {
        try requireSuccess(response, after: [])
        let json: JSONValue
        do throws(AuthKeysError) {
            json = try JSON.parse(response.body.span, limits: JSONLimits(bytes: Self.responseSizeLimit, depth: 4))
        } catch {
            // Its offset and its complaint can hold a piece of a value.
            throw notADeployment(response, "what it sent is no list of variables [\(error.code.rawValue)]")
        }
        guard let members = json["environmentVariables"]?.members else {
            throw notADeployment(response, "what it sent holds no 'environmentVariables'")
        }
        var variables: [DeploymentVariable] = []
        for member in members {
            guard let value = member.value.string else {
                throw notADeployment(response, "one of its variables is \(member.value.typeName), and no string")
            }
            variables.append(DeploymentVariable(name: member.name, value: SecretBytes(copying: value.utf8.span)))
        }
        return DeploymentVariables(variables)
    }

    /// - Parameter changes: what was sent, so that no message repeats it.
    /// - Throws: what ``DeploymentRefusal`` makes of another answer.
    package func requireSuccess(
        _ response: HTTPResponse, after changes: [DeploymentVariable]
    ) throws(AuthKeysError) {
        guard response.status != 200 else { return }
        let secrets =
            [configuration.adminKey.secretPart]
            + changes.filter { $0.name != ConvexAuthVariable.keySet }.map { $0.value.exposeSecret() }
        throw DeploymentRefusal(response, from: configuration.url, secrets: secrets).error
    }

    private func notADeployment(_ response: HTTPResponse, _ found: String) -> AuthKeysError {
        DeploymentRefusal(response, from: configuration.url, secrets: []).notADeployment(found)
    }
}
