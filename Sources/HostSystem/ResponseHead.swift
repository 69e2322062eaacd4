internal import Encodings
import HTTPExchange

/// The status and the headers of a response, as curl writes them down (RFC 9112 §4 and §5).
struct ResponseHead {
    private(set) var status: Int
    private(set) var fields: [HTTPField] = []

    /// nil when it is no response. Of several heads the last counts: those before it are interim ones (status 1xx).
    /// What follows its empty line are trailers, which are left out.
    init?(_ bytes: [UInt8]) {
        var head: ResponseHead?
        var isOpen = false
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if !isOpen {
                guard head == nil || head?.isInterim == true else { break }
                guard let status = Self.status(in: line) else { break }
                head = ResponseHead(status: status)
                isOpen = true
            } else if line.isEmpty {
                isOpen = false
            } else {
                head?.append(line)
            }
        }
        guard let head, !isOpen, !head.isInterim else { return nil }
        self = head
    }

    private init(status: Int) {
        self.status = status
    }

    private var isInterim: Bool { (100...199).contains(status) }

    /// `HTTP/1.1 200 OK`, `HTTP/2 200`.
    private static func status(in line: ArraySlice<UInt8>) -> Int? {
        let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard words.count >= 2, words[0].starts(with: "HTTP/".utf8), words[1].count == 3 else { return nil }
        return Int(String(decoding: words[1], as: UTF8.self)).flatMap { (100...999).contains($0) ? $0 : nil }
    }

    private mutating func append(_ line: ArraySlice<UInt8>) {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var value = line
        var name: ArraySlice<UInt8> = []
        let isFolded = line.first.map(isSpace) ?? false
        if !isFolded {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
            name = line[..<colon]
            value = line[(colon + 1)...]
            guard !name.isEmpty, name.allSatisfy(CurlConfiguration.isTokenCharacter) else { return }
        }
        value = value.drop(while: isSpace)
        while let last = value.last, isSpace(last) { value = value.dropLast() }
        if !isFolded {
            fields.append(HTTPField(name: Self.text(name), value: Self.text(value)))
        } else if let last = fields.popLast() {
            fields.append(HTTPField(name: last.name, value: "\(last.value) \(Self.text(value))"))
        }
    }

    /// UTF-8 where it is that, else Latin-1, as RFC 9110 §5.5 has them from older times: no byte is lost.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
