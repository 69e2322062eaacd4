internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

/// The answer of `jwt verify` to one token, and what it rests on.
struct VerifyResult {
    /// One line of it: a check of the verifier, or what the consumer makes of the token.
    private struct Check {
        let name: String
        let result: JWTCheck.Result
        let reason: String
        let code: AuthKeysError.Code?
        let hint: String?
    }

    private let checks: [Check]
    private let token: UnverifiedJWT
    private let profile: Profile
    private let time: NumericDate

    /// What the consumer of a profile makes of the token.
    enum Consumer {
        case verdict(Profile.Verdict)
        /// It was not asked; why.
        case unknown(String)
    }

    /// - Parameter token: the same token, taken apart without being believed.
    init(
        _ report: JWTReport, of token: UnverifiedJWT, consumer: Consumer?, profile: Profile, at time: NumericDate
    ) {
        var checks = report.checks.map { check in
            guard check.name == .format, check.result == .failed else {
                return Check(
                    name: check.name.rawValue, result: check.result, reason: check.reason, code: check.code,
                    hint: check.hint)
            }
            let other = Self.whatItIsInstead(check, token)
            return Check(
                name: check.name.rawValue, result: check.result, reason: other?.message ?? check.reason,
                code: check.code, hint: other.map(\.hint) ?? Self.hint(check, token))
        }
        if let consumer { checks.append(Self.check(consumer, profile, isAccepted: report.isAccepted)) }
        self.checks = checks
        self.token = token
        self.profile = profile
        self.time = time
    }

    var isAccepted: Bool { !checks.contains { $0.result == .failed } }

    /// A text that is something else, or the beginning of a token, is named so: to count its dots explains little.
    private static func whatItIsInstead(_ check: JWTCheck, _ token: UnverifiedJWT) -> AuthKeysError? {
        guard check.code == JOSECode.malformedToken.code,
            token.form == .jsonSerialization || token.anomalies.allSatisfy({ $0.severity == .malformed })
        else { return nil }
        return token.anomalies.last?.error
    }

    /// What people paste around a token is to the verifier a character that does not belong there.
    private static func hint(_ check: JWTCheck, _ token: UnverifiedJWT) -> String? {
        func hint(_ severity: UnverifiedJWT.Anomaly.Severity) -> String? {
            guard let error = token.anomalies.first(where: { $0.severity == severity })?.error else { return nil }
            return error.message + (error.hint.map { "; \($0)" } ?? "")
        }
        return hint(.wrapping) ?? check.hint ?? hint(.malformed)
    }

    private static func check(_ consumer: Consumer, _ profile: Profile, isAccepted: Bool) -> Check {
        switch consumer {
        case .unknown(let reason):
            Check(name: "profile", result: .notChecked, reason: reason, code: nil, hint: nil)
        case .verdict(let verdict):
            if let refusal = verdict.refusal {
                Check(
                    name: "profile", result: .failed, reason: "\(profile.name) refuses it: \(refusal.message)",
                    code: refusal.code, hint: refusal.cause.map { "its cause: \($0)" })
            } else {
                Check(
                    name: "profile", result: .passed,
                    reason: "\(profile.name) \(isAccepted ? "accepts" : "would accept") it", code: nil, hint: nil)
            }
        }
    }

    // MARK: - Text

    /// The answer first, then what failed, then the rest.
    var lines: [String] {
        var lines = [answer]
        for result in [JWTCheck.Result.failed, .passed] {
            for check in checks where check.result == result {
                let code = check.code.map { " [\($0.rawValue)]" } ?? ""
                lines.append(Self.line(result, check.name, check.reason + code))
                if let hint = check.hint { lines.append("\(Self.column("", 27))\(hint)") }
            }
        }
        return lines + notChecked
    }

    /// What could not be checked for one and the same reason is one line.
    private var notChecked: [String] {
        var groups: [(reason: String, names: [String])] = []
        for check in checks where check.result == .notChecked {
            if let last = groups.indices.last, groups[last].reason == check.reason {
                groups[last].names.append(check.name)
            } else {
                groups.append((check.reason, [check.name]))
            }
        }
        return groups.map { reason, names in
            Self.line(.notChecked, names.count > 5 ? "the rest" : names.joined(separator: ", "), reason)
        }
    }

    private static func line(_ result: JWTCheck.Result, _ name: String, _ text: String) -> String {
        "  \(column(result.rawValue, 11))  \(column(name, 10))  \(text)"
    }

    private var answer: String {
        let failures = checks.filter { $0.result == .failed }
        if let first = failures.first {
            let others = failures.count - 1
            return "refused: \(first.reason)"
                + (others == 0 ? "" : others == 1 ? ", and 1 more check failed" : ", and \(others) more checks failed")
        }
        let names = [JWTCheck.Name.key, .expiry].map(\.rawValue)
        return "accepted: signed with "
            + checks.filter { names.contains($0.name) }.map(\.reason).joined(separator: "; ")
    }

    private static func column(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }

    // MARK: - JSON

    /// Header and claims are named as unverified unless the token was accepted. The signature is not there: with it a
    /// result would be a token.
    var json: JSONValue {
        .object([
            JSONMember(name: "schema", value: .string("authkeys.verify/1")),
            JSONMember(name: "accepted", value: .boolean(isAccepted)),
            JSONMember(name: "profile", value: .string(profile.name)),
            JSONMember(name: "at", value: .string(time.description)),
            JSONMember(name: "checks", value: .array(checks.map(Self.json))),
            JSONMember(name: isAccepted ? "header" : "unverifiedHeader", value: Self.object(token.header)),
            JSONMember(name: isAccepted ? "claims" : "unverifiedClaims", value: Self.object(token.claims)),
        ])
    }

    private static func json(_ check: Check) -> JSONValue {
        .object([
            "name": .string(check.name), "result": .string(check.result.rawValue), "reason": .string(check.reason),
            "code": check.code.map { .string($0.rawValue) } ?? .null, "hint": check.hint.map { .string($0) } ?? .null,
        ])
    }

    /// `null` where it cannot be read, and where a member stands twice, as it would in the result too.
    private static func object(_ part: UnverifiedJWT.Part?) -> JSONValue {
        guard let part, part.duplicateMembers.isEmpty, case .success(let json) = part.json, json.members != nil else {
            return .null
        }
        return json.withoutSignatures
    }
}
