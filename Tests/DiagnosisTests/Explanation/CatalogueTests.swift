import Diagnosis
import Encodings
import TestSupport
import Testing

/// The catalogue holds together: each entry can be reached, and says all that it has to.
struct CatalogueTests {
    static let catalogue = Catalogue.whole
    static let now = NumericDate(secondsSince1970: 1_800_000_000)

    static func codes(in text: String) -> [String] {
        LogExamination.explanation(of: text, now: now).diagnoses.map(\.trouble.code.rawValue)
    }

    @Test func isAsLargeAsItShouldBe() {
        #expect(Self.catalogue.messages.count >= 150)
        #expect(Set(Self.catalogue.messages.flatMap(\.speakers)) == Set(Speaker.allCases))
    }

    @Test func eachExampleIsRecognisedAsItsOwnKindAndNoOther() {
        for message in Self.catalogue.messages {
            let found = LogExamination.explanation(of: message.example, now: Self.now).diagnoses
            #expect(
                found.map(\.trouble.code) == [message.code], "\(message.example)")
            #expect(found.first?.sightings.first?.message.example == message.example, "another entry has it")
        }
    }

    /// Every choice of every pattern, with something in its holes.
    @Test func noPatternHidesAnother() {
        for message in Self.catalogue.messages {
            for pattern in message.patterns {
                for sample in MessagePattern.samples(of: pattern) {
                    let found = LogExamination.explanation(of: sample, now: Self.now).diagnoses
                    #expect(
                        found.contains { $0.sightings.contains { $0.message.example == message.example } },
                        "\(pattern) of \(message.code.rawValue) is read as \(found.map(\.trouble.code.rawValue))")
                    #expect(found.count == 1, "\(sample): \(found.map(\.trouble.code.rawValue))")
                }
            }
        }
    }

    /// In double quotes a shell takes the quotes of a message away.
    @Test func quotesMakeNoDifference() {
        for message in Self.catalogue.messages {
            let text = message.example.filter { $0 != "\"" }
            #expect(Self.codes(in: text) == [message.code.rawValue], "\(text)")
        }
    }

    @Test func everyMessageHasItsTroubleAndEveryTroubleItsMessage() {
        let spoken = Set(Self.catalogue.messages.map(\.code.rawValue))
        let explained = Self.catalogue.troubles.map(\.code.rawValue)
        #expect(Set(explained) == spoken)
        #expect(Set(explained).count == explained.count)
        let registered = Set(CodeRegistry.entries.map(\.code.rawValue))
        #expect(Set(explained).isSubset(of: registered))
        #expect(
            LeakAdvice.all.map(\.secretCode.rawValue).sorted() == registered.filter { $0.hasPrefix("leak.") }.sorted())
    }

    @Test func everyTroubleSaysWhatToDo() {
        for trouble in Self.catalogue.troubles {
            let name = Comment(rawValue: trouble.code.rawValue)
            #expect(!trouble.causes.isEmpty, name)
            #expect((trouble.role == .unrelated) == trouble.commands.isEmpty, name)
            for text in trouble.causes.flatMap({ [$0.reason, $0.fix] }) {
                #expect(!text.isEmpty && !text.hasSuffix(".") && !text.contains("\n"), name)
            }
            for command in trouble.commands { #expect(command.hasPrefix("authkeys "), name) }
        }
    }

    /// The list is in the order of the roles, so a cause must not stand behind what it brings about.
    @Test func nothingExplainsWhatComesBeforeIt() {
        for trouble in Self.catalogue.troubles {
            for code in trouble.explains {
                let effect = Self.catalogue.trouble(of: code)
                #expect(
                    effect.map { $0.role >= trouble.role && $0.code != trouble.code } == true, "\(trouble.code) \(code)"
                )
            }
        }
    }

    @Test func everyCodeOfAuthkeysIsExplained() {
        for entry in CodeRegistry.entries {
            #expect(CodeExplanation(entry.code.rawValue)?.meaning == entry.meaning)
        }
        for rule in RuleRegistry.rules { #expect(CodeExplanation(rule.code.rawValue)?.rule?.title == rule.title) }
        #expect(CodeExplanation("jwt.nothing") == nil)
    }
}
