import Consumers
import CryptoOpenSSL
import Deployment
import Encodings
import HTTPExchange
import Testing

/// The requests byte for byte, and what each answer becomes.
@Suite struct DeploymentAPITests {
    private static let secret = "0153c2a1b4d7e8f9"
    private let api: DeploymentAPI

    init() throws {
        let key = try AdminKey("convex-self-hosted|\(Self.secret)")
        api = DeploymentAPI(DeploymentConfiguration(url: try HTTPURL("https://convex.example:3210"), adminKey: key))
    }

    private func variable(_ name: String, _ value: String) -> DeploymentVariable {
        DeploymentVariable(name: name, value: SecretBytes(copying: value.utf8.span))
    }

    @Test func requests() throws {
        #expect(api.list.method == "GET")
        #expect(api.list.url == "https://convex.example:3210/api/v1/list_environment_variables")
        let update = try api.update([variable("A", "x\n\"y\" ä"), variable("B", "")])
        #expect(update.method == "POST")
        #expect(update.url == "https://convex.example:3210/api/v1/update_environment_variables")
        #expect(update.headers == [HTTPField(name: "Content-Type", value: "application/json")])
        #expect(
            String(decoding: update.body, as: UTF8.self)
                == #"{"changes":[{"name":"A","value":"x\n\"y\" ä"},{"name":"B","value":""}]}"#)
        #expect(api.credential == HTTPField(name: "Authorization", value: "Convex convex-self-hosted|\(Self.secret)"))
    }

    @Test func aValueThatIsNoTextIsRefused() {
        let change = DeploymentVariable(name: "A", value: SecretBytes(copying: [0xFF].span))
        #expect(throws: AuthKeysError(EnvironmentCode.invalidUTF8, "")) { _ = try api.update([change]) }
    }

    @Test func listing() throws {
        let body = #"{"environmentVariables":{"JWKS":"{\"keys\":[]}","EMPTY":""}}"#
        let found = try api.variables(in: HTTPResponse(status: 200, body: Array(body.utf8)))
        #expect(found.all.map(\.name) == ["JWKS", "EMPTY"])
        #expect(found["JWKS"]?.exposeSecret() == Array(#"{"keys":[]}"#.utf8))
        #expect(found["EMPTY"]?.count == 0)
        #expect(found["NONE"] == nil)
    }

    @Test(
        arguments: [
            (200, "", "convex.not-a-deployment"), (200, "<html>", "convex.not-a-deployment"),
            (200, "[]", "convex.not-a-deployment"), (200, #"{"environmentVariables":[]}"#, "convex.not-a-deployment"),
            (200, #"{"environmentVariables":{"A":1}}"#, "convex.not-a-deployment"),
            (200, #"{"environmentVariables":{"A":"1","A":"2"}}"#, "convex.not-a-deployment"),
            (
                401, #"{"code":"BadAdminKey","message":"The provided admin key was invalid for this instance"}"#,
                "convex.admin-key-refused"
            ),
            (400, #"{"code":"InvalidAdminKey","message":"Invalid admin key"}"#, "convex.admin-key-refused"),
            (403, "", "convex.admin-key-refused"), (403, "<html>", "convex.not-a-deployment"),
            (404, "No matching routes found", "convex.not-a-deployment"),
            (400, #"{"code":"EnvironmentVariableValueTooLarge","message":"…"}"#, "consumer.value-too-large"),
            (400, #"{"code":"EnvVarLimitMet","message":"…"}"#, "convex.too-many-variables"),
            (400, #"{"code":"EnvVarTotalSizeLimitMet","message":"…"}"#, "convex.total-size"),
            (400, #"{"code":"EnvVarNameForbidden","message":"…"}"#, "convex.built-in-name"),
            (400, #"{"code":"InvalidAuthConfig","message":"This change would make…"}"#, "convex.auth-config"),
            (400, #"{"code":"AuthConfigMissingEnvironmentVariable","message":"…"}"#, "convex.auth-config"),
            (500, "{}", "convex.server-failed"), (503, "<html>", "convex.server-failed"),
            (400, #"{"code":"New","message":"no"}"#, "convex.refused"),
        ])
    func answers(status: Int, body: String, code: String) {
        let response = HTTPResponse(status: status, body: Array(body.utf8))
        let error = #expect(throws: AuthKeysError.self) { _ = try api.variables(in: response) }
        #expect(error?.code.rawValue == code)
        #expect(error?.hint != nil)
    }

    @Test func theServersWordsAreToldUnlessTheyRepeatASecret() {
        let key = variable("JWT_PRIVATE_KEY", "-----BEGIN PRIVATE KEY----- MIIEvQIBADANBg")
        func message(_ text: String) -> String {
            let body = JSONValue.object(["code": .string("New"), "message": .string(text)]).compactJSON
            let response = HTTPResponse(status: 400, body: Array(body.utf8))
            let error = #expect(throws: AuthKeysError.self) { try api.requireSuccess(response, after: [key]) }
            return error?.message ?? ""
        }
        #expect(message("not on Fridays").contains("New: not on Fridays"))
        #expect(!message("got \(Self.secret)").contains("got"))
        #expect(!message("got EvQIBADA").contains("got"))
        #expect(message("JWT_PRIVATE_KEY is used").contains("is used"))
    }
}
