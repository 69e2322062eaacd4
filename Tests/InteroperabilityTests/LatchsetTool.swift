import Foundation
import TestSupport

/// The tool `jose` of latchset, in C and over jansson.
enum LatchsetTool {
    static func answer(_ batch: KeyFormBatch) throws -> [KeyFormReader.Reading] {
        try batch.keys.map { key in
            try withTemporaryFolder { folder in
                let file = folder.appending(path: "key.json")
                try key.bytes.write(to: file)
                var reading = KeyFormReader.Reading()
                reading.thumbprint = try output(["jwk", "thp", "-i", file.path])
                if key.form.isPrivate {
                    reading.signature = try signature(of: batch.message, with: file, in: folder)
                } else {
                    reading.verifies = try verifies(batch.message, key.signature, with: file)
                    reading.verifiesOther = try verifies(batch.otherMessage, key.signature, with: file)
                }
                return reading
            }
        }
    }

    private static func signature(of message: String, with key: URL, in folder: URL) throws -> String {
        let parts = message.split(separator: ".").map(String.init)
        let payload = folder.appending(path: "payload")
        try Base64URLText.decode(parts[1]).write(to: payload)
        let header = String(decoding: try Base64URLText.decode(parts[0]), as: UTF8.self)
        let token = try output(
            ["jws", "sig", "-I", payload.path, "-k", key.path, "-s", #"{"protected":\#(header)}"#, "-c"])
        return String(token.split(separator: ".", omittingEmptySubsequences: false).last ?? "")
    }

    private static func verifies(_ message: String, _ signature: String, with key: URL) throws -> Bool {
        let token = Array("\(message).\(signature)".utf8)
        let outcome = try tool.outcome(["jws", "ver", "-i", "-", "-k", key.path, "-O", "-"], input: token)
        return outcome.succeeded && !outcome.standardOutput.isEmpty
    }

    private static func output(_ arguments: [String]) throws -> String {
        String(decoding: try tool.output(arguments), as: UTF8.self)
            .trimmingCharacters(in: .newlines)
    }

    private static let tool = Client("jose", package: "jose")
}
