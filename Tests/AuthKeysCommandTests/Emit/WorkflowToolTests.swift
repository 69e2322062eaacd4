import Foundation
import TestSupport
import Testing

/// The emitted jobs with the tool itself, beside deployments on loopback.
@Suite struct WorkflowToolTests {
    /// The API has another host name than the site, and the issuer is asked because the job was told which it is.
    @Test(
        arguments: [
            ("{}", true, 0, "nothing wrong was found"),
            (#"{"closed":true}"#, true, 1, "live.site-routing"),
            // Not told: the backend says it.
            (
                #"{"closed":true,"backend":[400,{"code":"AuthProviderDiscoveryFailed","message":"Auth provider discovery of {site} failed"}]}"#,
                false, 1, "authkeys doctor --live --issuer URL, with the CONVEX_SITE_ORIGIN of the container"
            ),
        ])
    func the_check_is_red_when_the_issuer_is_dead(
        situation: String, isTold: Bool, status: Int, message: String
    ) throws {
        let values = try LiveValues.shared.get()
        let run = try withTemporaryFolder { folder in
            let variables = #""variables":{"JWT_PRIVATE_KEY":"{KEY}","JWKS":"{JWKS}"}"#
            let whole = situation.dropLast() + (situation == "{}" ? "" : ",") + variables + "}"
            let file = folder.appending(path: "situation.json")
            try Data(values.filled(String(whole), in: folder, isJSON: true).utf8).write(to: file)
            let server = try LiveDeployment(file, isTLS: false)
            return try WorkflowRun.job("check", of: "authkeys-check.yml") {
                $0.vars["CONVEX_SELF_HOSTED_URL"] = server.api.replacing("127.0.0.1", with: "localhost")
                if isTold { $0.vars["CONVEX_SITE_URL"] = server.site }
                $0.secrets["CONVEX_SELF_HOSTED_ADMIN_KEY"] = LiveDeployment.adminKey
                $0.path = [Repository.commandBinary.deletingLastPathComponent().path]
                $0.needles = values.secrets
            }
        }
        try #require(run.steps.map(\.status) == [0, status], "\(run.steps)")
        #expect(run.steps[1].log.contains(message), "\(run.steps[1].log)")
        #expect(run.leaks == [])
    }

    /// The first run of the job records the age of the pair.
    @Test func a_pair_of_an_unknown_age_is_kept() throws {
        let values = try LiveValues.shared.get()
        try withTemporaryFolder { folder in
            let variables = folder.appending(path: "variables.json")
            let text = #"{"JWT_PRIVATE_KEY":"{KEY}","JWKS":"{JWKS}"}"#
            try Data(values.filled(text, in: folder, isJSON: true).utf8).write(to: variables)
            let server = try DeploymentServer(variables: variables)
            let run = try WorkflowRun.job("rotate", of: "authkeys-rotate.yml") {
                $0.vars["CONVEX_SELF_HOSTED_URL"] = "http://127.0.0.1:\(server.port)"
                $0.secrets["CONVEX_SELF_HOSTED_ADMIN_KEY"] = DeploymentServer.adminKey
                $0.path = [Repository.commandBinary.deletingLastPathComponent().path]
                $0.needles = values.secrets
            }
            #expect(run.steps.map(\.status) == [0, 0], "\(run.steps)")
            #expect(run.leaks == [])
            let record = try server.stop()
            #expect(record.variables["AUTHKEYS_KID"] == "test-key")
            #expect(record.variables["AUTHKEYS_ROTATED_AT"] != nil)
        }
    }
}
