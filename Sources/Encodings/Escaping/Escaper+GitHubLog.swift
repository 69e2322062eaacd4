extension Escaper {
    /// One line for the log of a GitHub job, where a runner looks for commands (`::name::`, `##[name]`, and on Azure
    /// `##vso[`): what ``terminal(_:)`` shows, without `::` and `##`, and without `:` or `#` at either end, so that no
    /// text around it completes a command.
    public static func githubLog(_ text: String) -> String {
        let line = Array(terminal(text).utf8)
        var output: [UInt8] = []
        output.reserveCapacity(line.count)
        for (index, byte) in line.enumerated() {
            let isEnd = index == 0 || index == line.count - 1
            switch byte {
            case UInt8(ascii: ":"), UInt8(ascii: "#"):
                if isEnd || line[index - 1] == byte {
                    output.append(VisibleScalar.form(of: Unicode.Scalar(byte)))
                } else {
                    output.append(byte)
                }
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// JSON for such a log: the same value without `::` and `##`, which JSON has within strings alone. The second of the
    /// two is an escape there.
    /// - Parameter json: in UTF-8, well formed.
    package static func githubLog(json: Span<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(json.count)
        for index in json.indices {
            let byte = json[index]
            switch byte {
            case UInt8(ascii: ":") where output.last == byte: output.append("\\u003A")
            case UInt8(ascii: "#") where output.last == byte: output.append("\\u0023")
            default: output.append(byte)
            }
        }
        return output
    }
}
