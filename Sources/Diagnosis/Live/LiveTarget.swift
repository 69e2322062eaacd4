package import HTTPExchange

/// Which deployment is looked at, and with which right.
package struct LiveTarget: Sendable {
    /// What was named on the command line: an API origin or a site origin, which its answer tells.
    package var named: HTTPURL?
    /// The API of the settings, which the admin key belongs to.
    package var configured: HTTPURL?
    /// As it was given, and where.
    package var issuer: (text: String, place: String)?
    package var hasAdminKey = false
    /// What stands before its `|`.
    package var instanceOfAdminKey: String?
    /// Why the settings hold no admin key that can be shown, for the report.
    package var obstacle: String?
    /// What removes that obstacle.
    package var obstacleHint: String?

    package init() {}

    /// Where the admin key may go: to the configured API and nowhere else; to the named one when it alone is given.
    func takesAdminKey(_ api: HTTPURL) -> Bool {
        hasAdminKey && (configured.map { $0.hasSameOrigin(as: api) } ?? true)
    }
}
