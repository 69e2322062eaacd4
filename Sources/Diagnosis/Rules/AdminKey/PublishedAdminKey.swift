internal import Encodings
internal import KeyFormats

struct PublishedAdminKey: Rule {
    let code = ConvexCode.publishedAdminKey.code
    let severity = Finding.Severity.error
    let title = "The admin key is a published one"
    let explanation = """
        Convex's repository holds an admin key for development, made with the instance secret that its README prints. A \
        deployment that accepts it has that secret, and anybody makes admin keys for it. Whether another key was made with \
        that secret cannot be seen in it: the key is encrypted, and `INSTANCE_SECRET` of the container tells.
        """

    /// The version and the first bytes of a random nonce, which no other key has.
    private static let beginning = Array("0135d8598650f8f5".utf8)

    func findings(in evidence: Evidence) -> [Finding] {
        let names = [WatchedVariable.adminKey, WatchedVariable.pinnedAdminKey]
        guard let variable = names.compactMap({ evidence.variable($0) }).first(where: Self.isPublished) else {
            return []
        }
        return [
            finding(
                "\(variable.name) is the admin key that Convex's own repository holds",
                evidence: [variable.place.description],
                reason: "A deployment that accepts it accepts whoever reads that repository.",
                fix: .edit("INSTANCE_SECRET=$(openssl rand -hex 32), restart the backend, make a new admin key"),
                explainedBy: ConvexCode.publishedSecret, place: variable.place.finding)
        ]
    }

    /// With the name of an instance before it, or without.
    private static func isPublished(_ variable: VariableEvidence) -> Bool {
        let text = variable.value.exposeSecret()
        let start = text.firstIndex(of: UInt8(ascii: "|")).map { $0 + 1 } ?? 0
        return text[start...].starts(with: beginning)
    }
}
