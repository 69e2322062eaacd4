import AuthKeysJOSE
import Deployment
import Encodings
import Foundation
import TestSupport
import Testing

/// Files of variables, as the programs read them that they are for.
@Suite struct EnvironmentEmitterTests {
    struct Reader: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let client: RealClient
        let arguments: [String]
    }

    /// Each reads JSON texts of files and prints JSON of three values each.
    static let readers =
        [
            Reader(
                testDescription: "Node's util.parseEnv", client: .node,
                arguments: [
                    "-e",
                    """
                    const files = JSON.parse(require("fs").readFileSync(0, "utf8"));
                    const { parseEnv } = require("util");
                    const names = ["JWT_PRIVATE_KEY", "JWKS", "JWT_ISSUER"];
                    console.log(JSON.stringify(files.map((text) => names.map((name) => parseEnv(text)[name]))));
                    """,
                ]),
            Reader(
                testDescription: "python-dotenv", client: .python,
                arguments: [
                    "-c",
                    """
                    import dotenv, io, json, sys
                    names = ["JWT_PRIVATE_KEY", "JWKS", "JWT_ISSUER"]
                    files = [dotenv.dotenv_values(stream=io.StringIO(text)) for text in json.load(sys.stdin)]
                    print(json.dumps([[file.get(name) for name in names] for file in files]))
                    """,
                ]),
        ]
        + [("dash", ["dash"]), ("bash", ["bash"]), ("busybox", ["busybox", "sh"])].map { name, shell in
            Reader(
                testDescription: name, client: .python,
                arguments: [
                    "-c",
                    """
                    import json, os, subprocess, sys, tempfile
                    read = []
                    for text in json.load(sys.stdin):
                        with tempfile.TemporaryDirectory() as folder:
                            open(folder + "/file", "w").write(text)
                            command = '. ./file && printf "%s\\\\0" "$JWT_PRIVATE_KEY" "$JWKS" "$JWT_ISSUER"'
                            done = subprocess.run(sys.argv[1:] + ["-c", command], cwd=folder, capture_output=True, check=True)
                            assert os.listdir(folder) == ["file"] and not done.stderr
                            read.append(done.stdout.decode().split("\\0")[:3])
                    print(json.dumps(read))
                    """,
                ] + shell)
        }

    @Test(arguments: readers)
    func dotenv_reads_as_what_went_in(reader: Reader) throws {
        var generator = SeededGenerator.printingSeed("dotenv \(reader.testDescription)")
        let random = EmitSample.random(60, &generator).filter { !Self.isRefused($0.issuer) }
        let samples = [.plain] + EmitSample.hostile + random
        let files = try samples.map { sample in
            try DotEnvEmitter(sample.key(), issuer: sample.url()).files().text(of: "auth.env")
        }
        let output = try reader.client.output(reader.arguments, input: JSONEncoder().encode(files))
        try expect(JSONDecoder().decode([[String]].self, from: output), are: samples)
    }

    /// No quotes hold it for every reader of dotenv.
    private static func isRefused(_ issuer: String) -> Bool {
        issuer.contains("'") && (issuer.contains("$") || issuer.contains("!"))
    }

    @Test func dotenv_refuses_what_its_readers_would_read_differently() throws {
        let key = try EmitSample.plain.key()
        #expect(throws: AuthKeysError(EnvironmentCode.notRepresentable, "")) {
            _ = try DotEnvEmitter(key, issuer: Issuer("https://h.example/$'")).files()
        }
    }

    /// docker's own grammar, written down once more: lines, `#` at their start, everything behind the first '='.
    @Test func docker_env_reads_as_what_went_in() throws {
        var generator = SeededGenerator.printingSeed("docker-env")
        let samples = [.plain] + EmitSample.hostile + EmitSample.random(40, &generator)
        let read = try samples.map { sample in
            let text = try DockerEnvEmitter(sample.key(), issuer: sample.url()).files().text(of: "docker.env")
            let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            #expect(lines.map { $0.prefix { $0 != "=" } } == ["JWT_PRIVATE_KEY", "JWKS", "JWT_ISSUER"])
            return lines.map { String($0.drop { $0 != "=" }.dropFirst()) }
        }
        try expect(read, are: samples)
    }

    @Test func the_first_comment_says_that_it_may_not_be_committed() throws {
        let key = try EmitSample.plain.key()
        for files in [try DotEnvEmitter(key, issuer: nil).files(), try DockerEnvEmitter(key, issuer: nil).files()] {
            #expect(files.map(\.isSecret) == [true])
            let text = try files.text(of: files[0].name)
            #expect(text.hasPrefix("# Do not commit this file: it holds the private key.\n"))
            #expect(!text.contains("JWT_ISSUER"))
        }
    }

    private func expect(_ read: [[String]], are samples: [EmitSample]) throws {
        let line = try EmitSample.privateKeyLine()
        #expect(read.count == samples.count)
        for (values, sample) in zip(read, samples) {
            #expect(values[0] == line)
            let jwks = Array(values[1].utf8)
            #expect(try JWKSet(parsing: jwks.span) == sample.key().jwks, "\(sample)")
            #expect(values[2].utf8.elementsEqual(sample.issuer.utf8), "\(sample)")
        }
    }
}
