import AuthKeysCommand
import CryptoOpenSSL
import Encodings
import Foundation
import HTTPExchange
import HostSystem
import TestSupport
import Testing

/// What each kind of source gives, up to a limit.
@Suite struct InputReaderTests {
    private func reader(_ variables: [String: String] = [:], standardInput: String? = nil) throws -> InputReader {
        let entries = variables.map { Array("\($0.key)=\($0.value)".utf8) } + [Array("BAD=".utf8) + [0xFF]]
        guard let standardInput else {
            return InputReader(environment: ProcessEnvironment(entries: entries), standardInput: -1)
        }
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        try Array(standardInput.utf8).withBytes { (bytes) throws(SystemError) in
            try StandardStream.write(bytes, to: ends[1])
        }
        close(ends[1])
        return InputReader(environment: ProcessEnvironment(entries: entries), standardInput: ends[0])
    }

    @Test(arguments: [0, 1, 20_000, 200_000]) func aFileIsReadToTheLimit(_ size: Int) throws {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "in").path
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            try Data(bytes).write(to: URL(filePath: path))
            let reader = try reader()
            #expect(text(try reader.read(.file(path), limit: size)) == bytes)
            #expect(text(try reader.read(.file(path), limit: .max)) == bytes)
            let code = codeThrown { try reader.read(.file(path), limit: size - 1) }
            #expect(code == (size == 0 ? nil : FileCode.tooLarge.code))
        }
    }

    @Test func filesThatCannotBeReadAreTold() throws {
        let reader = try reader()
        #expect(codeThrown { try reader.read(.file("/none"), limit: 10) } == FileCode.missing.code)
        #expect(codeThrown { try reader.read(.file("/"), limit: 10) } == FileCode.notAFile.code)
        #expect(codeThrown { try reader.read(.file("/dev/zero"), limit: 100_000) } == FileCode.tooLarge.code)
        #expect(codeThrown { try reader.read(.file("a\0b"), limit: 10) } == FileCode.invalidPath.code)
        #expect(codeThrown { try reader.read(.file(""), limit: 10) } == FileCode.invalidPath.code)
    }

    @Test func standardInputIsReadOnce() throws {
        let reader = try reader(standardInput: "text\n")
        #expect(text(try reader.read(.standardInput, limit: 5)) == Array("text\n".utf8))
        #expect(codeThrown { try reader.read(.standardInput, limit: 5) } == UsageCode.conflictingOptions.code)
    }

    @Test func standardInputHasALimit() throws {
        let tooLong = try reader(standardInput: "text\n")
        #expect(codeThrown { try tooLong.read(.standardInput, limit: 4) } == FileCode.tooLarge.code)
        let closed = try reader()
        #expect(codeThrown { try closed.read(.standardInput, limit: 4) } == FileCode.failed.code)
    }

    @Test(
        arguments: [
            ("SET", nil), ("UNSET", EnvironmentCode.unset), ("EMPTY", .empty), ("BAD", .invalidUTF8),
            ("LONG", .tooLarge),
        ] as [(String, EnvironmentCode?)])
    func variablesThatAreUnsetAndEmptyAreToldApart(_ name: String, _ code: EnvironmentCode?) throws {
        let reader = try reader(["SET": "value é", "EMPTY": "", "LONG": "12345678901"])
        #expect(codeThrown { try reader.read(.environment(name: name), limit: 10) } == code?.code)
        if code == nil {
            #expect(text(try reader.read(.environment(name: name), limit: 10)) == Array("value é".utf8))
        }
    }

    @Test func aURLIsFetched() throws {
        let server = try ServingProcess(
            "python3", [Repository.root.appending(path: "Tests/Clients/http_server.py").path])
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let reader = try reader(["PATH": path])
        let origin = "http://127.0.0.1:\(server.firstLine)"
        #expect(try reader.read(.url(HTTPURL("\(origin)/length/10")), limit: 10).count == 10)
        #expect(
            codeThrown { try reader.read(.url(HTTPURL("\(origin)/length/11")), limit: 10) } == NetworkCode.tooLarge.code
        )
        #expect(
            codeThrown { try reader.read(.url(HTTPURL("\(origin)/status/404")), limit: 10) } == NetworkCode.status.code)
        _ = server.finish()
    }
}

func text(_ secret: SecretBytes) -> [UInt8] {
    secret.withBytes { bytes in bytes.indices.map { bytes[$0] } }
}
