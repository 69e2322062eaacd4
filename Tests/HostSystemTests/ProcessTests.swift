import Encodings
import Foundation
import HostSystem
import Testing

/// What the process knows of itself.
@Suite struct ProcessTests {
    @Test func clockIsTheMachines() {
        let before = Date().timeIntervalSince1970.rounded(.down)
        let now = SystemClock.now()
        let after = Date().timeIntervalSince1970.rounded(.up)
        #expect(Double(now.secondsSince1970) >= before && Double(now.secondsSince1970) <= after)
    }

    @Test func linkageAgreesWithTheMemoryMap() throws {
        let file = try #require(FileHandle(forReadingAtPath: "/proc/self/maps"))
        let maps = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        #expect(ProcessLinkage.isStatic == !maps.contains("/ld-linux"))
    }

    @Test func processorsAreThoseOfTheAffinityMask() throws {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") })
        let bits = line.dropFirst("Cpus_allowed:".count).compactMap(\.hexDigitValue).map(\.nonzeroBitCount)
        #expect(ProcessorCount.available == bits.reduce(0, +))
    }

    @Test func environmentIsThatOfTheProcess() throws {
        let environment = ProcessEnvironment.current()
        for (name, value) in ProcessInfo.processInfo.environment where name.utf8.allSatisfy({ $0 < 0x80 }) {
            #expect(try environment.value(of: name) == value)
        }
        #expect(environment.variables["PATH"] != nil)
        #expect(try environment.value(of: "AUTHKEYS_TEST_NOT_SET") == nil)
    }

    @Test func environmentKeepsTheFirstAndRefusesWhatIsNoText() throws {
        let environment = ProcessEnvironment(entries: [
            Array("A=1".utf8), Array("A=2".utf8), Array("EMPTY=".utf8), Array("EQUALS=a=b".utf8), Array("NOTHING".utf8),
            Array("BAD=".utf8) + [0xFF], Array("BAD=good".utf8), Array("\u{212A}=kelvin".utf8), Array("K=k".utf8),
            [0xC3, 0x3D, 0x78],
        ])
        #expect(environment.variables == ["A": "1", "EMPTY": "", "EQUALS": "a=b", "K": "k"])
        #expect(environment.undecodable == ["BAD"])
        let error = thrownError { () throws(AuthKeysError) in _ = try environment.value(of: "BAD") }
        #expect(error?.code == EnvironmentCode.invalidUTF8.code)
    }

    @Test(
        arguments: [
            (0, "19700101T000000Z"), (-1, "19691231T235959Z"), (951_782_400, "20000229T000000Z"),
            (4_107_542_399, "21000228T235959Z"), (4_107_542_400, "21000301T000000Z"),
            (1_769_903_999, "20260131T235959Z"),
            (253_402_300_799, "99991231T235959Z"), (-62_135_596_800, "00010101T000000Z"),
        ] as [(Int64, String)])
    func compactTimestampIsUTC(_ seconds: Int64, _ text: String) {
        #expect(NumericDate(secondsSince1970: seconds).compactTimestamp == text)
    }

    @Test(arguments: [Int64.min, .max]) func everyMomentHasATimestamp(_ seconds: Int64) {
        #expect(NumericDate(secondsSince1970: seconds).compactTimestamp.hasSuffix("Z"))
    }
}
