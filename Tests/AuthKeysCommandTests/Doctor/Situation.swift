import AuthKeysCommand
import AuthKeysJOSE
import Encodings
import Foundation
import TestSupport

/// A row of `Fixtures/doctor/situations.json`.
struct Situation: Sendable, CustomStringConvertible {
    let json: JSONValue

    static let all: [Situation] = {
        let text = (try? Repository.text(of: "Fixtures/doctor/situations.json")) ?? ""
        let json = try? JSON.parse(text, limits: JSONLimits(bytes: 1 << 20, depth: 32))
        return json?.elements?.map { Situation(json: $0) } ?? []
    }()

    var name: String { json["name"]?.string ?? "" }
    var description: String { name }
    var profile: String { json["profile"]?.string ?? "convex-auth" }
    var expected: [String] { json["expect"]?.elements?.compactMap(\.string) ?? [] }
    var status: Int64 { json["status"]?.number.flatMap { Int64($0.text) } ?? -1 }

    /// What mends it, in one word; `nil` where it is other input.
    var mend: String? { json["mend"]?.string }

    /// Itself with the mended parts in place of the old.
    var mended: Situation {
        var members = json.members ?? []
        for change in json["mend"]?.members ?? [] {
            guard let index = members.firstIndex(where: { $0.name == change.name }) else {
                members.append(change)
                continue
            }
            members[index] = JSONMember(
                name: change.name, value: Self.merged(members[index].value, change.value, change.name))
        }
        return Situation(json: .object(members))
    }

    private static func merged(_ old: JSONValue, _ new: JSONValue, _ name: String) -> JSONValue {
        guard name != "token", var members = old.members, let changes = new.members else { return new }
        for change in changes {
            members.removeAll { $0.name == change.name }
            members.append(change)
        }
        return .object(members)
    }
}

extension Situation {
    /// What a run found: a line each, `severity code < cause`.
    struct Outcome {
        let findings: [String]
        let status: Int64
        let run: ToolRun
    }

    func run(in folder: URL, extra: [String] = []) throws -> Outcome {
        let (environment, arguments) = try prepare(in: folder)
        let run = ToolRun(["doctor", "--json", "--profile", profile] + arguments + extra, environment: environment)
        return Outcome(findings: try Self.findings(run.output), status: Int64(run.status.rawValue), run: run)
    }

    /// Makes its files, and says what `doctor` is given.
    func prepare(in folder: URL) throws -> (environment: [String: String], arguments: [String]) {
        var others = ["dir": folder.path]
        if let token = json["token"] { others["token"] = try self.token(token) }
        var environment: [String: String] = [:]
        for member in json["environment"]?.members ?? [] {
            environment[member.name] = try member.value.string.map { try Ingredients.expanded($0, others) }
        }
        for member in json["files"]?.members ?? [] { try write(member, to: folder, others) }
        for name in json["git"]?.elements?.compactMap(\.string) ?? [] { try Self.add(name, in: folder) }
        let arguments = try json["arguments"]?.elements?.compactMap(\.string).map {
            try Ingredients.expanded($0, others)
        }
        return (environment, arguments ?? [])
    }

    private func write(_ file: JSONMember, to folder: URL, _ others: [String: String]) throws {
        let place = folder.appending(path: file.name)
        let text = try (file.value.string ?? file.value["text"]?.string).map { try Ingredients.expanded($0, others) }
        let copied = try file.value["copy"]?.string.map {
            try Data(contentsOf: Repository.fixtures.appending(path: $0))
        }
        try (copied ?? Data((text ?? "").utf8)).write(to: place)
        let mode = file.value["mode"]?.string.flatMap { Int($0, radix: 8) } ?? 0o600
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
    }

    private static func add(_ name: String, in folder: URL) throws {
        for arguments in [["init", "-q"], ["add", name]] {
            var git = ChildProcess(
                "/usr/bin/env", ["git"] + arguments,
                environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1"],
                workingDirectory: folder.path)
            git.mergesStandardError = true
            guard try git.run().succeeded else { throw Ingredients.Unknown(part: "git") }
        }
    }

    static func findings(_ output: String) throws -> [String] {
        let json = try JSON.parse(output, limits: JSONLimits(bytes: 1 << 20, depth: 32))
        let findings = json["findings"]?.elements ?? []
        let codes = Set(findings.compactMap { $0["code"]?.string })
        return findings.map { finding in
            let cause = finding["explainedBy"]?.string.flatMap { codes.contains($0) ? " < \($0)" : nil } ?? ""
            return "\(finding["severity"]?.string ?? "") \(finding["code"]?.string ?? "")\(cause)"
        }
    }

    /// Signed by the key that is named, whatever its header says.
    private func token(_ json: JSONValue) throws -> String {
        var claims: [JSONMember] = [
            JSONMember(name: "iss", value: .string("https://site.example.com")),
            JSONMember(name: "sub", value: .string("user|session")), JSONMember(name: "aud", value: .string("convex")),
            JSONMember(name: "iat", value: .integer(1_699_999_900)),
            JSONMember(name: "exp", value: .integer(1_700_003_500)),
        ]
        for change in json["claims"]?.members ?? [] {
            claims.removeAll { $0.name == change.name }
            if !change.value.isNull { claims.append(change) }
        }
        let header = try Ingredients.expanded(json["header"]?.compactJSON ?? #"{"alg":"RS256"}"#, [:])
        let first = Self.encoded(header) + "."
        let input = first + Self.encoded(JSONValue.object(claims).compactJSON)
        guard let signer = json["signer"]?.string, signer != "none" else { return input + "." }
        let signature = try Self.signature(of: input, by: Character(signer), header)
        if json["tampered"] != nil {
            claims.append(JSONMember(name: "admin", value: .boolean(true)))
            return first + Self.encoded(JSONValue.object(claims).compactJSON) + "." + signature
        }
        let token = input + "." + signature
        guard let cut = json["cut"]?.number.flatMap({ Int($0.text) }) else { return token }
        return String(token.dropLast(cut))
    }

    private static func encoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return Base64URL.encode(bytes.span)
    }

    private static func signature(of input: String, by signer: Character, _ header: String) throws -> String {
        let pem = Array(try Ingredients.pem(signer).utf8)
        let key = try RSAPrivateKey(pemRepresentation: pem.span)
        let bytes = Array(input.utf8)
        let signature = try key.signature(for: bytes.span, hash: header.contains("RS512") ? .sha512 : .sha256)
        return Base64URL.encode(signature.span)
    }
}
