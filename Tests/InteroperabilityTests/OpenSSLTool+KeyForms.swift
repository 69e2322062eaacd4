import Foundation
import TestSupport

extension OpenSSLTool {
    static func answer(_ batch: KeyFormBatch) throws -> [KeyFormReader.Reading] {
        try batch.keys.map { key in
            try withTemporaryFolder { folder in
                let (file, mark) = (folder.appending(path: "key"), folder.appending(path: "signature"))
                let passphrase = folder.appending(path: "passphrase")
                try key.bytes.write(to: file)
                try Base64URLText.decode(key.signature).write(to: mark)
                try Data((key.passphrase ?? "").utf8).write(to: passphrase)
                return try reading(of: key, file.path, "file:\(passphrase.path)", batch, mark.path)
            }
        }
    }

    private static func reading(
        of key: KeyFormBatch.Key, _ file: String, _ passphrase: String, _ batch: KeyFormBatch, _ signature: String
    ) throws -> KeyFormReader.Reading {
        let form = key.form
        let encoding = form.isDER ? "DER" : "PEM"
        var reading = KeyFormReader.Reading()
        let password = key.passphrase == nil ? [] : ["-passin", passphrase]
        if form.isPrivate {
            let read = try run(["pkey", "-in", file, "-inform", encoding, "-noout"] + password)
            guard read.succeeded else {
                reading.refusal = read.errorText
                return reading
            }
            reading.thumbprint = try thumbprint(of: ["-in", file, "-inform", encoding] + password)
            let made = try self.signature(of: batch.message, key: ["-sign", file, "-keyform", encoding] + password)
            reading.signature = Base64URLText.encode(Data(made))
        } else {
            let kind = form.rawValue.hasPrefix("pkcs1Public") ? "-RSAPublicKey_in" : "-pubin"
            reading.thumbprint = try thumbprint(of: [kind, "-in", file, "-inform", encoding])
            func verifies(_ message: String) throws -> Bool {
                try run(
                    ["dgst", "-sha256", "-verify", file, "-keyform", encoding, "-signature", signature],
                    input: Array(message.utf8)
                ).succeeded
            }
            reading.verifies = try verifies(batch.message)
            reading.verifiesOther = try verifies(batch.otherMessage)
        }
        return reading
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256.
    /// - Parameter key: options of `openssl dgst` that name it.
    static func signature(of message: String, key: [String]) throws -> [UInt8] {
        let outcome = try run(["dgst", "-sha256"] + key, input: Array(message.utf8))
        guard outcome.succeeded else { throw Client.Failed("openssl dgst -sign", outcome) }
        return outcome.standardOutput
    }
}
