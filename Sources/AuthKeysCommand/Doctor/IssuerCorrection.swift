internal import Consumers
internal import CryptoOpenSSL
internal import Diagnosis
internal import Encodings
internal import EnvironmentText

/// The variables that hold the issuer, as they should be; what would be a guess is said and not written.
struct IssuerCorrection {
    private(set) var values: [(name: String, value: String)] = []
    /// What stays as it is, and why.
    private(set) var remarks: [String] = []

    init(_ evidence: Evidence) {
        guard evidence.profile.isOnConvex else { return }
        let variables = [WatchedVariable.siteURL, WatchedVariable.siteOrigin].compactMap { evidence.variable($0) }
            .filter { !$0.isEmpty }
        let corrected = variables.map { IssuerCheck.correction(of: $0.text) }
        let meant = zip(variables, corrected).map { $1 ?? $0.text }
        guard Set(meant.map { Array($0.utf8) }).count <= 1 else {
            let names = variables.map(\.name).joined(separator: " and ")
            remarks = ["\(names) stay as they are: they are different issuers, and which one is right is not known"]
            return
        }
        for (variable, value) in zip(variables, corrected) {
            if let value {
                values.append((variable.name, value))
            } else if IssuerCheck.complaints(about: variable.text).contains(where: \.isRefusal) {
                remarks.append("\(variable.name) stays as it is: what it should be would be a guess")
            }
        }
    }

    /// A line for each value.
    var changes: [String] {
        values.map { name, value in
            let whose =
                name.utf8.elementsEqual(WatchedVariable.siteURL.utf8)
                ? "where you set it yourself: a deployment makes its own of CONVEX_SITE_ORIGIN"
                : "for the environment of the container"
            return "\(name) is \(value), \(whose)"
        }
    }

    /// - Parameter count: how many variables stand there already.
    /// - Throws: `internal.proof-failed`.
    func appended(to lines: SecretBytes, after count: Int) throws(AuthKeysError) -> SecretBytes {
        guard !values.isEmpty else { return lines }
        var text = SecretBuilder(reservingCapacity: lines.count + 256 * values.count)
        lines.withBytes { text.append($0) }
        for (name, value) in values { try DotEnvWriter.append(name: name, value: value.utf8.span, to: &text) }
        let written = text.finish()
        try written.withBytes { bytes throws(AuthKeysError) in
            for file in [DotEnv.parse(bytes), try PythonDotEnv.parse(bytes), try ShellAssignments.parse(bytes)] {
                guard file.assignments.count == count + values.count,
                    values.allSatisfy({ file.value(of: $0.name) == Array($0.value.utf8) })
                else { throw AuthKeysError(InternalCode.proofFailed, "a reader would not read the corrected issuer") }
            }
        }
        return written
    }
}
