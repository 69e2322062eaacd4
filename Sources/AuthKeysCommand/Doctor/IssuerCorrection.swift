internal import Consumers
internal import CryptoOpenSSL
internal import Diagnosis
internal import Encodings
internal import EnvironmentText
internal import HTTPExchange

/// The issuer as it should be, where that needs no guess about the host.
struct IssuerCorrection {
    let name: String
    let value: String

    /// - Returns: `nil` where nothing is wrong, or nothing can be known; for `CONVEX_SITE_URL`, which the deployment sets
    ///   itself and lets nobody set.
    init?(_ evidence: Evidence) {
        guard evidence.profile.isOnConvex, let issuer = evidence.issuer,
            issuer.place.name == WatchedVariable.siteOrigin, let url = try? HTTPURL(issuer.text)
        else { return nil }
        let complaints = IssuerCheck.complaints(about: issuer.text).map(\.error.code)
        var origin = url.origin
        if complaints.contains(IssuerCode.apiPort.code) {
            origin = origin.dropLast(String(IssuerCheck.apiPort).count) + String(IssuerCheck.sitePort)
        }
        guard !origin.utf8.elementsEqual(issuer.text.utf8) else { return nil }
        name = issuer.place.name
        value = origin
    }

    var description: String { "\(name) is \(value), for the environment of the container" }

    /// - Throws: `internal.proof-failed`.
    func appended(to values: SecretBytes) throws(AuthKeysError) -> SecretBytes {
        var text = SecretBuilder(reservingCapacity: values.count + 256)
        values.withBytes { text.append($0) }
        try DotEnvWriter.append(name: name, value: value.utf8.span, to: &text)
        let written = text.finish()
        try written.withBytes { bytes throws(AuthKeysError) in
            for file in [DotEnv.parse(bytes), try PythonDotEnv.parse(bytes), try ShellAssignments.parse(bytes)] {
                guard file.assignments.count == 3, file.value(of: name) == Array(value.utf8) else {
                    throw AuthKeysError(InternalCode.proofFailed, "a reader would not read the corrected issuer")
                }
            }
        }
        return written
    }
}
