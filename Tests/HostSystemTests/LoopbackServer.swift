import Foundation
import TestSupport

/// `Tests/Clients/http_server.py` on a free port of 127.0.0.1, until ``stop()`` or until it is let go of.
final class LoopbackServer {
    struct Request: Decodable {
        let method: String
        let target: String
        let headers: [[String]]
        let body: String

        /// The bytes of each header of that name.
        func values(of name: String) -> [[UInt8]] {
            headers.filter { $0[0].lowercased() == name.lowercased() }.map { bytes(hexadecimal: $0[1]) }
        }

        func text(of name: String) -> String? {
            values(of: name).first.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    struct Failure: Error {
        let message: String
    }

    let port: Int
    private let process: ServingProcess

    /// - Parameter certificate: a file with a certificate and its key, to speak TLS.
    init(certificate: String? = nil) throws {
        process = try ServingProcess(
            "python3",
            [Repository.root.appending(path: "Tests/Clients/http_server.py").path]
                + (certificate.map { ["--tls", $0] } ?? []))
        guard let port = Int(process.firstLine) else { throw Failure(message: "the server did not start") }
        self.port = port
    }

    func url(_ path: String, scheme: String = "http", host: String = "127.0.0.1") -> String {
        "\(scheme)://\(host):\(port)\(path)"
    }

    /// Ends it; the requests that it got.
    func stop() throws -> [Request] {
        try JSONDecoder().decode([Request].self, from: Data(process.finish()))
    }
}

func bytes(hexadecimal text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
