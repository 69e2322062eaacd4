import Foundation
import TestSupport
import Testing

/// The programs whose reading is modelled, each run once for many files.
enum RealReaders {
    struct Reading: Equatable {
        struct Variable: Equatable {
            let name: [UInt8]
            /// `nil` where the reader knows the name without a value.
            let value: [UInt8]?
        }

        var variables: [Variable] = []
        /// The lines that the reader reports as skipped, where it does.
        var skippedLines: [Int] = []
        var refused = false
    }

    /// The expression that the npm package documents as its grammar, executed by Node itself.
    static func npmDotenv(_ files: [[UInt8]]) throws -> [Reading] {
        let program = #"""
            const line = /^\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?(?:$|$)/mg
            const read = text => {
              const variables = []
              for (const [, name, raw] of text.replace(/\r\n?/g, "\n").matchAll(line)) {
                const trimmed = (raw ?? "").trim()
                let value = trimmed.replace(/^(['"`])([^]*)\1$/mg, (whole, quote, inner) => inner)
                if (trimmed.startsWith('"')) value = value.replaceAll("\\n", "\n").replaceAll("\\r", "\r")
                variables.push([name, value])
              }
              return variables
            }
            """#
        return try node(program, files)
    }

    /// What `node --env-file` reads with.
    static func nodeParseEnv(_ files: [[UInt8]]) throws -> [Reading] {
        try node("const read = text => Object.entries(require('util').parseEnv(text))", files)
    }

    private static func node(_ read: String, _ files: [[UInt8]]) throws -> [Reading] {
        let program =
            read + #"""

                const hex = text => Buffer.from(text, "utf8").toString("hex")
                const files = JSON.parse(require("fs").readFileSync(0, "utf8"))
                console.log(JSON.stringify(files.map(file => ({
                  variables: read(Buffer.from(file, "hex").toString()).map(pair => pair.map(hex)), skipped: []
                }))))
                """#
        return try readings(RealClient.node.output(["-e", program], input: input(files)))
    }

    /// Only the release that `PythonDotEnv` models: an older one, found elsewhere on the machine, reads differently.
    static func pythonDotenv(_ files: [[UInt8]]) throws -> [Reading] {
        let program = """
            import importlib.metadata, io, json, logging, os, sys
            import dotenv, dotenv.parser
            found = importlib.metadata.version("python-dotenv")
            if found != "1.2.4": sys.exit("python-dotenv is " + found + "; the model is that of 1.2.4")
            logging.disable(logging.CRITICAL)
            os.environ.clear()
            def text(data): return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
            def encoded(value): return None if value is None else value.encode().hex()
            def read(data):
                try:
                    values = dotenv.dotenv_values(stream=text(data))
                    bindings = list(dotenv.parser.parse_stream(text(data)))
                except UnicodeDecodeError:
                    return None
                skipped = []
                for binding in bindings:
                    if binding.error:
                        blank = len(binding.original.string) - len(binding.original.string.lstrip())
                        skipped.append(binding.original.line + binding.original.string[:blank].count("\\n"))
                return {"variables": [[encoded(k), encoded(v)] for k, v in values.items()], "skipped": skipped}
            print(json.dumps([read(bytes.fromhex(file)) for file in json.load(sys.stdin)]))
            """
        return try readings(RealClient.python.output(["-c", program], input: input(files)))
    }

    /// The values of `names` after `. ./file`, each file in a subshell of one process.
    static func shell(_ shell: RealClient, _ files: [[UInt8]], names: [String]) throws -> [Reading] {
        var script = "unset \(names.joined(separator: " "))\n"
        for file in files {
            // Octal, because the file itself may hold anything.
            let octal = file.map {
                "\\" + String(repeating: "0", count: 3 - String($0, radix: 8).count) + String($0, radix: 8)
            }
            script += "printf '\(octal.joined())' > file\n( . ./file"
            for name in names { script += "; printf '%s\\0' \"${\(name)+=}${\(name)-}\"" }
            script += " ) || printf 'refused\\0'\n printf 'end\\0'\n"
        }
        let output = try shell.output(input: Data(script.utf8))
        var results: [Reading] = []
        var fields: [[UInt8]] = []
        for field in output.split(separator: 0, omittingEmptySubsequences: false).dropLast().map({ Array($0) }) {
            guard field == Array("end".utf8) else {
                fields.append(field)
                continue
            }
            let variables = zip(names, fields).filter { !$0.1.isEmpty }
            let isWhole = fields.count == names.count
            results.append(
                Reading(
                    variables: variables.map { .init(name: Array($0.0.utf8), value: Array($0.1.dropFirst())) },
                    refused: !isWhole))
            fields = []
        }
        try #require(results.count == files.count)
        return results
    }

    private static func input(_ files: [[UInt8]]) throws -> Data {
        try JSONEncoder().encode(files.map { file in file.map { hexadecimal($0) }.joined() })
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    private struct Answer: Decodable {
        let variables: [[String?]]
        let skipped: [Int]
    }

    private static func readings(_ output: Data) throws -> [Reading] {
        try JSONDecoder().decode([Answer?].self, from: output).map { answer in
            guard let answer else { return Reading(refused: true) }
            let variables = answer.variables.map { pair in
                Reading.Variable(name: bytes(pair.first ?? "") ?? [], value: bytes(pair.last ?? nil))
            }
            return Reading(variables: variables, skippedLines: answer.skipped)
        }
    }

    private static func bytes(_ hexadecimal: String?) -> [UInt8]? {
        guard let digits = hexadecimal.map({ Array($0.utf8) }) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { index in
            UInt8(String(decoding: digits[index..<min(index + 2, digits.count)], as: UTF8.self), radix: 16) ?? 0
        }
    }
}
