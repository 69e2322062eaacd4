import CommandOptions
import Testing

@Suite struct ParsedArgumentsTests {
    @Test func defaultThatCanBeConvertedStandsIn() throws {
        let absent = try Sample.arguments("generate")
        #expect(try absent.value(of: Sample.bits) == 2048)
        #expect(try absent.required(Sample.bits) == 2048)
        #expect(!absent.isGiven(Sample.bits.spec))
        let given = try Sample.arguments("generate --bits 2048")
        #expect(given.isGiven(Sample.bits.spec))
        #expect(try given.value(of: Sample.bits) == 2048)
    }

    @Test func defaultThatIsDescribedDoesNot() throws {
        #expect(try Sample.arguments("generate").value(of: Sample.kid) == nil)
    }

    @Test func requiredOptionThatIsAbsentIsAnError() throws {
        let arguments = try Sample.arguments("generate")
        let error = #expect(throws: UsageError.self) { try arguments.required(Sample.profile) }
        #expect(error?.kind == .missingOption)
        #expect(error?.message == "'authkeys generate' needs the option '--profile'")
        #expect(error?.hint == "add '--profile NAME'")
    }

    @Test func enumerationIsConverted() throws {
        #expect(try Sample.arguments("key convert k --to spki").required(Sample.to) == .spki)
        #expect(Sample.to.spec.allowedValues == ["pkcs8", "pkcs1", "spki"])
    }

    @Test func repeatedValuesKeepTheirOrder() throws {
        let arguments = try Sample.arguments("jwt verify --audience b --key k --audience=a --audience b")
        #expect(try arguments.values(of: Sample.audience) == ["b", "a", "b"])
        #expect(try Sample.arguments("jwt verify --key k").values(of: Sample.audience).isEmpty)
    }

    @Test func argumentsAreReadByTheirSpec() throws {
        #expect(try Sample.arguments("key convert k --to spki").required(Sample.source) == "k")
        #expect(try Sample.arguments("jwt verify --key k").value(of: Sample.token) == nil)
        #expect(try Sample.arguments("key check a b").values(of: Sample.sources) == ["a", "b"])
        let absent = try Sample.arguments("jwt verify --key k")
        let error = #expect(throws: UsageError.self) { try absent.required(Sample.token) }
        #expect(error?.kind == .missingArgument)
    }

    @Test func secondArgumentIsToldFromTheRest() throws {
        let first = ArgumentSpec("FIRST", help: "The first.")
        let rest = ArgumentSpec("REST", .zeroOrMore, help: "The rest.")
        let tool = CommandSpec("tool", abstract: "Read.", arguments: [first, rest])
        guard case .run(let arguments) = try tool.parse(["a", "b", "c"]) else { throw Sample.NotRun() }
        #expect(arguments.values(of: first) == ["a"])
        #expect(arguments.values(of: rest) == ["b", "c"])
    }
}
