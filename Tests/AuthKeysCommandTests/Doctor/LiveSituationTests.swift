import AuthKeysCommand
import Foundation
import HostSystem
import TestSupport
import Testing

/// Deployments on loopback that are as they should be, or are not.
@Suite struct LiveSituationTests {
    @Test func theTableIsRead() throws {
        #expect(LiveSituation.all.count > 80)
        #expect(Set(LiveSituation.all.map(\.name)).count == LiveSituation.all.count)
    }

    @Test(arguments: LiveSituation.all)
    func isDiagnosed(row: LiveSituation) throws {
        try withTemporaryFolder { try diagnose(row, in: $0) }
    }

    private func diagnose(_ row: LiveSituation, in folder: URL) throws {
        let values = try LiveValues.shared.get()
        let file = folder.appending(path: "situation.json")
        try Data(try values.filled(row.situation, in: folder, isJSON: true).utf8).write(to: file)
        let server = try LiveDeployment(file, isTLS: row.isTLS)
        let places = ["api": server.api, "site": server.site]
        var environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
        if row.isConfigured {
            environment["CONVEX_SELF_HOSTED_URL"] = try values.filled(row.api, in: folder, places)
            environment["CONVEX_SELF_HOSTED_ADMIN_KEY"] = row.adminKey
        }
        if row.isTrusted {
            let known = folder.appending(path: "known.pem")
            try Data(values.certificate.utf8).write(to: known)
            environment["CURL_CA_BUNDLE"] = known.path
        }
        if let curl = row.curl {
            let program = folder.appending(path: "curl")
            try Data(curl.utf8).write(to: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
            environment["PATH"] = folder.path
        }
        environment.merge(row.environment) { $1 }
        var limits = CurlFetcher.Limits()
        if let timeLimit = row.timeLimit { limits.time = .milliseconds(timeLimit) }
        let fetcher = CurlFetcher(environment: environment, limits: limits)
        let arguments = try ["doctor"] + row.arguments.map { try values.filled($0, in: folder, places) }
        let run = ToolRun(arguments + ["--json"], environment: environment, fetcher: fetcher)
        let text = ToolRun(arguments, environment: environment, fetcher: fetcher)
        let requests = try server.stop()

        #expect(try codes(run.output) == row.codes, "\(run.error)\(text.output)")
        #expect(run.status.rawValue == row.status && text.status.rawValue == row.status)
        for subject in row.notChecked { #expect(text.output.contains(subject), "\(subject) in \(text.output)") }
        for output in [run.output, run.error, text.output, text.error] {
            #expect(!values.isLeaked(in: output), "a secret in \(output)")
            #expect(!output.contains("eyJ"), "a token in \(output)")
        }
        check(requests, row, arguments)
    }

    /// The admin key goes to the API that it belongs to, a token too, and nothing is changed.
    private func check(_ requests: [LiveDeployment.Request], _ row: LiveSituation, _ arguments: [String]) {
        let open = ["/version", "/instance_name", "/.well-known/openid-configuration", "/.well-known/jwks.json"]
        for request in requests {
            let authorization = request.value(of: "Authorization")
            switch request.method {
            case "GET" where request.target.hasPrefix("/api/"):
                #expect(request.origin == "api" && authorization == "Convex \(row.adminKey)")
                #expect(["/api/check_admin_key", "/api/v1/list_environment_variables"].contains(request.target))
            case "GET":
                #expect(authorization == nil, "\(request.target)")
                #expect(open.contains { request.target.hasSuffix($0) }, "\(request.target)")
            case "POST":
                #expect(arguments.contains("--probe"))
                #expect(request.origin == "api" && request.target == "/api/query")
                #expect(authorization?.hasPrefix("Bearer eyJ") == true)
                #expect(request.body == #"{"path":"authkeysProbe:none","args":{},"format":"json"}"#)
            default: Issue.record("\(request.method) \(request.target)")
            }
            #expect(request.value(of: "Cookie") == nil)
        }
    }

    private func codes(_ output: String) throws -> [String] {
        struct Report: Decodable {
            struct Finding: Decodable {
                let code: String
                let severity: String
                let explainedBy: String?
            }
            let findings: [Finding]
        }
        return try JSONDecoder().decode(Report.self, from: Data(output.utf8)).findings.map { finding in
            "\(finding.severity) \(finding.code)" + (finding.explainedBy.map { " < \($0)" } ?? "")
        }
    }
}
