internal import AuthKeysJOSE
internal import Consumers
package import Encodings
package import KeyFormats
package import KeyStrength

package struct WeakKey: KeySetRule {
    package let code = JOSECode.weakKey.code
    package let severity = Finding.Severity.error
    package let title = "A key of the set is weak"
    package let explanation = """
        The private half of a weak key can be computed from the public one, or was published: whoever has it signs any \
        token. 'authkeys key check' says more of each weakness. Shared primes are looked for among the first 100 keys, \
        and among fewer that have more than 2048 bits; a note says when there are others, and when a key is only unusual, \
        as one with the exponent 3 is.
        """

    /// The time that a set can be made to take grows with the square of this: seconds at 100 keys of 2048 bits.
    private static let comparedBits = JWKSet.maximumCount * 2048

    private let sharedPrimes: @Sendable ([RSAPublicKey]) throws(AuthKeysError) -> [SharedPrime]

    /// - Parameter sharedPrimes: what compares the keys; a test has it fail.
    package init(
        sharedPrimes: @escaping @Sendable ([RSAPublicKey]) throws(AuthKeysError) -> [SharedPrime] = {
            keys throws(AuthKeysError) in try RSAKeyStrength.sharedPrimes(among: keys)
        }
    ) {
        self.sharedPrimes = sharedPrimes
    }

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        var found = Found()
        for key in set.keys { judge(key, &found) }
        compare(set.keys.filter { $0.rsaKey != nil }, &found)
        guard let severity = found.severity else { return nil }
        let remarks = found.unchecked.shortened()
        guard let first = found.first else {
            return finding(
                "not every weakness was looked for", severity: severity, evidence: remarks,
                reason: "What was not looked for is not ruled out.",
                fix: .edit(
                    severity == .note
                        ? "remove the keys that no unexpired token was signed with; 'authkeys key check' compares all"
                        : "try again; if it stays so, the machine is short of memory"))
        }
        let evidence = (found.weaknesses + found.oddities).shortened() + remarks
        guard !found.weaknesses.isEmpty else {
            return finding(
                "a key of the set is unusual", severity: severity, evidence: evidence, reason: first.sentence,
                fix: .edit(first.remedy))
        }
        return finding(
            "a key of the set is weak", severity: severity, evidence: evidence,
            reason: "Who breaks the key signs tokens that \(profile.name) accepts.", fix: .command("authkeys generate"))
    }

    private struct Found {
        /// `nil` when there is nothing to say.
        var severity: Finding.Severity?
        var first: KeyWeakness?
        var weaknesses: [String] = []
        /// What is only unusual.
        var oddities: [String] = []
        var unchecked: [String] = []

        mutating func raise(to other: Finding.Severity) {
            severity = max(severity ?? other, other)
        }

        mutating func add(_ weakness: KeyWeakness, of key: KeySetContents.Key) {
            let line = "\(key.label): \(weakness.message) [\(weakness.code.rawValue)]"
            first = first ?? weakness
            guard weakness.severity > .note else {
                oddities.append(line)
                return raise(to: .note)
            }
            weaknesses.append(line)
            raise(to: weakness.severity == .error ? .error : .warning)
        }

        /// The answer cannot be yes where the question was not asked.
        mutating func add(_ what: String, notCheckedBecauseOf error: AuthKeysError) {
            unchecked.append("\(what) not checked: \(error.description)")
            raise(to: .error)
        }
    }

    private func judge(_ key: KeySetContents.Key, _ found: inout Found) {
        guard let rsaKey = key.rsaKey else { return }
        do throws(AuthKeysError) {
            for weakness in try RSAKeyStrength.weaknesses(of: rsaKey) where !weakness.isOfSize {
                found.add(weakness, of: key)
            }
        } catch { found.add("\(key.label) was", notCheckedBecauseOf: error) }
    }

    private func compare(_ keys: [KeySetContents.Key], _ found: inout Found) {
        var bits = 0
        let compared = Array(
            keys.prefix(JWKSet.maximumCount).prefix { key in
                bits += key.rsaKey?.keySizeInBits ?? 0
                return bits <= Self.comparedBits
            })
        do throws(AuthKeysError) {
            for shared in try sharedPrimes(compared.compactMap(\.rsaKey)) {
                found.weaknesses.append(
                    "\(compared[shared.first].label) and \(compared[shared.second].label) share a prime "
                        + "[\(shared.weakness.code.rawValue)]")
                found.first = found.first ?? shared.weakness
                found.raise(to: .error)
            }
        } catch { found.add("primes that keys share were", notCheckedBecauseOf: error) }
        guard compared.count < keys.count else { return }
        found.unchecked.append(
            "shared primes were looked for among the first \(compared.count) of \(keys.count) RSA keys")
        found.raise(to: .note)
    }
}
