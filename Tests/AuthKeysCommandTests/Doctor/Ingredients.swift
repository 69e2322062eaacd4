import AuthKeysCommand
import Encodings
import Foundation
import TestSupport

/// What situations are made of: the test keys of `Fixtures` in every shape that a recipe leaves them in.
///
/// A template names them in braces: `{A.line}` is the key A on one line, `{A.jwk:k1}` its JWK under the kid k1.
enum Ingredients {
    static let files: [Character: String] = [
        "A": "weakkeys/keys/good_2048_0.pem", "B": "weakkeys/keys/good_3072.pem", "F": "weakkeys/keys/fermat_5.pem",
        "O": "weakkeys/keys/roca_2048.pem", "R": "keys/rfc7515-a2.pkcs8.pem", "S": "weakkeys/keys/size_1024.pem",
        "T": "weakkeys/keys/e_3.pem",
    ]

    static func expanded(_ template: String, _ others: [String: String]) throws -> String {
        var text = template
        let part = /\{([A-Z])\.(\w+)(?::([^{}]*))?\}/
        while let match = text.firstMatch(of: part) {
            let value = try value(
                of: Character(String(match.1)), String(match.2), argument: match.3.map(String.init))
            text.replaceSubrange(match.range, with: value)
        }
        while let match = text.firstMatch(of: /\{spaces:(\d+)\}/) {
            text.replaceSubrange(match.range, with: String(repeating: " ", count: Int(match.1) ?? 0))
        }
        for (name, value) in others { text = text.replacingOccurrences(of: "{\(name)}", with: value) }
        return text
    }

    static func pem(_ key: Character) throws -> String {
        try Repository.text(of: "Fixtures/\(files[key] ?? "")")
    }

    /// Pieces of the private keys, and of the admin key and the signatures that situations have: none is ever printed.
    static func secrets() throws -> [String] {
        let pieces = try files.keys.sorted().flatMap { key in
            let body = Array(try value(of: key, "body", argument: nil).filter { $0 != "\n" })
            return [500, 700, 820].filter { $0 + 24 <= body.count }.map { String(body[$0..<$0 + 24]) }
        }
        return pieces + ["01a2b3c4d5", "697461732c206c69"]
    }

    private static func value(of key: Character, _ part: String, argument: String?) throws -> String {
        let pem = try pem(key)
        switch part {
        case "pem": return pem
        case "line": return line(pem)
        case "crlf": return pem.replacingOccurrences(of: "\n", with: "\r\n")
        case "joined": return pem.replacingOccurrences(of: "\n", with: "")
        case "escaped": return pem.replacingOccurrences(of: "\n", with: "\\n")
        case "nospace": return pem.replacingOccurrences(of: "[ \n]", with: "", options: .regularExpression)
        case "base64": return Data(pem.utf8).base64EncodedString()
        case "base64line": return Data(line(pem).utf8).base64EncodedString()
        case "base64lines": return wrapped(Data(pem.utf8).base64EncodedString())
        case "base64twice": return Data(Data(pem.utf8).base64EncodedString().utf8).base64EncodedString()
        case "dashes": return pem.replacingOccurrences(of: "-----", with: "\u{2014}\u{2014}-")
        case "fourhyphens": return pem.replacingOccurrences(of: "-----BEGIN", with: "----BEGIN")
        case "lower": return pem.replacingOccurrences(of: "BEGIN PRIVATE KEY", with: "begin private key")
        case "body": return pem.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined(separator: "\n")
        case "masked": return masked(line(pem))
        case "cut": return String(line(pem).prefix(1024))
        case "spki": return try converted(key, "spki")
        case "pkcs1": return try converted(key, "pkcs1")
        case "pkcs1line": return line(try converted(key, "pkcs1"))
        case "wronglabel": return try converted(key, "pkcs1").replacingOccurrences(of: "RSA PRIVATE", with: "PRIVATE")
        case "privatejwk": return try converted(key, "jwk").trimmingCharacters(in: .whitespacesAndNewlines)
        default: return try publicValue(of: key, part, argument: argument)
        }
    }

    private static func publicValue(of key: Character, _ part: String, argument: String?) throws -> String {
        let set = try derived(key)
        let jwk = String(set.dropFirst(#"{"keys":["#.count).dropLast(2))
        let kid = #""kid":"[^"]*","#
        switch part {
        case "jwks":
            guard let parts = argument?.split(separator: "=", maxSplits: 1), parts.count == 2 else { return set }
            return set.replacingOccurrences(
                of: #""\#(parts[0])":"[^"]*""#, with: #""\#(parts[0])":"\#(parts[1])""#, options: .regularExpression)
        case "jwkscut": return String(set.prefix(256))
        case "thumbprint": return try JSON.parse(set, limits: .keySet)["keys"]?.elements?.first?["kid"]?.string ?? ""
        case "jwk2kid": return jwk.replacingOccurrences(of: #""kid":"#, with: #""kid":"first","kid":"#)
        case "jwk":
            guard let argument else { return jwk }
            return jwk.replacingOccurrences(
                of: kid, with: argument.isEmpty ? "" : #""kid":"\#(argument)","#, options: .regularExpression)
        default: throw Unknown(part: part)
        }
    }

    struct Unknown: Error { let part: String }

    private static func line(_ pem: String) -> String {
        pem.trimmingCharacters(in: .newlines).replacingOccurrences(of: "\n", with: " ")
    }

    private static func masked(_ text: String) -> String {
        String(text.prefix(200)) + "***" + String(text.dropFirst(260))
    }

    private static func wrapped(_ text: String) -> String {
        stride(from: 0, to: text.count, by: 76).map { start in
            String(text.dropFirst(start).prefix(76)) + "\n"
        }.joined()
    }

    private static func converted(_ key: Character, _ form: String) throws -> String {
        let path = Repository.fixtures.appending(path: files[key] ?? "").path
        return ToolRun(["key", "convert", path, "--to", form, "--out", "-"]).output
    }

    private static func derived(_ key: Character) throws -> String {
        let path = Repository.fixtures.appending(path: files[key] ?? "").path
        return ToolRun(["jwks", "derive", path]).output.trimmingCharacters(in: .newlines)
    }
}
