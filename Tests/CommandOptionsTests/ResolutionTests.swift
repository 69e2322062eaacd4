import CommandOptions
import Testing

@Suite struct ResolutionTests {
    @Test(
        arguments: [
            ([], "authkeys", []), (["generate"], "authkeys generate", []), (["key"], "authkeys key", []),
            (["key", "convert", "k", "--to"], "authkeys key convert", ["k", "--to"]),
            (["key", "--json"], "authkeys key", ["--json"]), (["--version"], "authkeys", ["--version"]),
            (["generate", "key"], "authkeys generate", ["key"]),
        ] as [([String], String, [String])])
    func table(_ words: [String], _ name: String, _ rest: [String]) throws {
        let resolution = try Sample.tool.resolve(words)
        #expect(resolution.path.name == name)
        #expect(Array(resolution.rest) == rest)
    }

    @Test func aGroupIsTold() throws {
        #expect(try Sample.tool.resolve(["key"]).path.command.isGroup)
        #expect(try !Sample.tool.resolve(["key", "check"]).path.command.isGroup)
    }

    @Test func parsedArgumentsTellTheirCommand() throws {
        #expect(try Sample.arguments("key convert k --to spki").command.words == ["key", "convert"])
    }

    @Test func theTreeCanBeWalked() {
        let root = CommandPath(root: Sample.tool)
        #expect(
            root.commands.map(\.name) == [
                "authkeys generate", "authkeys key convert", "authkeys key check", "authkeys key inspect",
                "authkeys jwt verify", "authkeys jwt inspect", "authkeys convex",
            ])
        #expect(root.commands.last?.options.map(\.spelling) == ["--profile", "--json", "--quiet", "--help"])
    }
}
