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
            try VariablesEmitter(.dotEnv, sample.key(), issuer: sample.url()).files().text(of: "auth.env")
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
            _ = try VariablesEmitter(.dotEnv, key, issuer: Issuer("https://h.example/$'")).files()
        }
    }

    /// By docker's own SDK for Python, and by the grammar of its command line, written down once more: a byte order mark goes,
    /// white space at the start of a line goes, '#' makes a comment of it, all behind the first '=' is the value, and white
    /// space in a name is an error.
    @Test func docker_env_reads_as_what_went_in() throws {
        var generator = SeededGenerator.printingSeed("docker-env")
        let samples = [.plain] + EmitSample.hostile + EmitSample.random(40, &generator)
        let files = try samples.map { sample in
            try VariablesEmitter(.dockerEnv, sample.key(), issuer: sample.url()).files().text(of: "docker.env")
        }
        let program = """
            import docker.utils, json, sys, tempfile
            names = ["JWT_PRIVATE_KEY", "JWKS", "JWT_ISSUER"]
            def command_line(data):
                found = {}
                for number, line in enumerate(data.split(b"\\n")):
                    if number == 0: line = line.removeprefix(b"\\xef\\xbb\\xbf")
                    line = line.removesuffix(b"\\r").decode().lstrip()
                    if not line or line.startswith("#"): continue
                    name, equals, value = line.partition("=")
                    assert name and equals and not set(name) & set(" \\t"), line
                    found[name] = value
                return found
            read = []
            for text in json.load(sys.stdin):
                with tempfile.NamedTemporaryFile() as file:
                    file.write(text.encode())
                    file.flush()
                    found = docker.utils.parse_env_file(file.name)
                    assert found == command_line(text.encode()) and list(found) == names
                    read.append([found[name] for name in names])
            print(json.dumps(read))
            """
        let output = try RealClient.python.output(["-c", program], input: JSONEncoder().encode(files))
        try expect(JSONDecoder().decode([[String]].self, from: output), are: samples)
    }

    @Test func the_first_comment_says_that_it_may_not_be_committed() throws {
        let key = try EmitSample.plain.key()
        for files in [
            try VariablesEmitter(.dotEnv, key, issuer: nil).files(),
            try VariablesEmitter(.dockerEnv, key, issuer: nil).files(),
        ] {
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
