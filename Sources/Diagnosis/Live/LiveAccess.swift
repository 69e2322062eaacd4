package import Encodings
package import HTTPExchange

/// What a look at a deployment may do: send a request, and look at the clock.
///
/// The admin key is not here. Who fetches has it, and adds it to the requests that ask for it, which go to the API alone.
package struct LiveAccess: Sendable {
    package enum Credential: Sendable {
        case none
        case adminKey
        /// A token that is shown to the backend.
        case token(String)
    }

    package typealias Fetch = @Sendable (HTTPRequest, Credential) throws(AuthKeysError) -> HTTPResponse

    /// Follows no redirect.
    package let fetch: Fetch
    package let now: @Sendable () -> NumericDate

    package init(fetch: @escaping Fetch, now: @escaping @Sendable () -> NumericDate) {
        self.fetch = fetch
        self.now = now
    }
}
