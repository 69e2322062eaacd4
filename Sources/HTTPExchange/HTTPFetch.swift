/// Sends a request and returns the answer. Redirects, time limits and the number of bytes read are its business.
public typealias HTTPFetch = @Sendable (HTTPRequest) async throws -> HTTPResponse
