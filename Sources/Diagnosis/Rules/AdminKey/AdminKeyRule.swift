internal import Consumers
internal import Encodings

/// A rule about the form of an admin key; none of the key is in what it says.
protocol AdminKeyRule: Rule {}

extension AdminKeyRule {
    package func findings(in evidence: Evidence) -> [Finding] {
        let names = [WatchedVariable.adminKey, WatchedVariable.pinnedAdminKey]
        for variable in names.compactMap({ evidence.variable($0) }) where !variable.isEmpty {
            do throws(AuthKeysError) {
                _ = try AdminKey(variable.text)
            } catch {
                guard error.code == code else { continue }
                return [
                    finding(
                        error.message, evidence: [variable.place.description],
                        reason: "The deployment answers BadAdminKey, and nothing can be set or read.",
                        fix: error.hint.map { .edit($0) }, place: variable.place.finding)
                ]
            }
        }
        return []
    }
}

extension RuleRegistry {
    package static let adminKeyRules: [any Rule] = [
        PublishedInstanceSecret(), PublishedAdminKey(), LostAdminKey(), AdminKeyForm(), AdminKeyCarriageReturn(),
        InstanceNameOfAdminKey(), PinnedAdminKey(),
    ]
}
