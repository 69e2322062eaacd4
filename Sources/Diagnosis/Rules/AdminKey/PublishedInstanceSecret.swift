internal import Encodings
internal import KeyFormats

struct PublishedInstanceSecret: Rule {
    let code = ConvexCode.publishedSecret.code
    let severity = Finding.Severity.error
    let title = "The instance secret is a published one"
    let explanation = """
        The secret that begins with `4361726e69746173` is printed in the README of Convex's repository for development. \
        With it anybody makes admin keys for the deployment. A new `INSTANCE_SECRET` revokes every admin key that was \
        made with the old one.
        """

    private static let beginning = Array("4361726e69746173".utf8)

    func findings(in evidence: Evidence) -> [Finding] {
        guard let variable = evidence.variable(WatchedVariable.instanceSecret) else { return [] }
        let isPublished = variable.value.withBytes { bytes in
            bytes.count >= Self.beginning.count
                && Self.beginning.indices.allSatisfy { bytes[$0] | 0x20 == Self.beginning[$0] | 0x20 }
        }
        guard isPublished else { return [] }
        return [
            finding(
                "\(variable.name) is the secret that Convex's own README prints",
                evidence: [variable.place.description],
                reason: "Whoever reads that page makes admin keys for this deployment.",
                fix: .edit("INSTANCE_SECRET=$(openssl rand -hex 32), restart the backend, make a new admin key"),
                place: variable.place.finding)
        ]
    }
}
