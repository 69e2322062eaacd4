import AuthKeysCommand
import Encodings
import Testing

/// One table of exit statuses, which scripts rely on.
@Suite struct ExitStatusTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    @Test(
        arguments: [
            (ExitStatus.success, 0), (.negative, 1), (.failure, 2), (.usage, 64), (.fault, 70),
        ] as [(ExitStatus, Int32)])
    func numbers(status: ExitStatus, number: Int32) {
        #expect(status.rawValue == number)
    }

    /// By area of the code, for every code there is; a new area has to be entered here.
    private static let areas: [Substring: ExitStatus] = [
        "backend": .failure, "base64": .failure, "consumer": .failure, "convex": .failure,
        "convex-auth": .failure, "crypto": .failure, "der": .failure,
        "disagree": .failure, "discovery": .failure, "encrypted": .failure, "env": .failure, "file": .failure,
        "internal": .fault, "issuer": .failure, "jose": .failure, "json": .failure, "jwk": .failure, "jwks": .failure,
        "jws": .failure, "jwt": .failure, "key": .failure, "keytext": .failure,
        "leak": .failure, "library": .failure, "network": .failure, "pair": .failure, "passphrase": .failure,
        "pem": .failure, "pipeline": .failure, "pkcs8": .failure, "rotation": .failure, "symptom": .failure,
        "text": .failure, "time": .failure, "token": .failure, "unrelated": .failure, "usage": .usage,
        "weak": .failure,
    ]

    /// A step, a clock or a live system that is not as it must be is an answer, and no failure.
    private static let answers: Set = [
        "rotation.clock", "rotation.foreign-key", "rotation.impossible", "rotation.no-overlap", "rotation.rolled-back",
        "rotation.too-early", "rotation.unconfirmed", "rotation.unknown-key",
    ]

    @Test func of_every_code() {
        for family in CodeRegistry.families { check(family) }
    }

    private func check<Family: CodeFamily>(_: Family.Type) {
        #expect(!Family.allCases.isEmpty)
        for code in Family.allCases {
            let area = code.rawValue.prefix { $0 != "." }
            let status = Self.answers.contains(code.rawValue) ? .negative : Self.areas[area]
            #expect(ExitStatus(AuthKeysError(code, "")) == status, "\(code.rawValue)")
        }
    }
}
