public import Encodings

extension Profile {
    /// What this consumer makes of a private key's text or of a token.
    public struct Verdict: Sendable, Hashable {
        /// Why not; `nil` when it accepts.
        public let refusal: Refusal?

        public var accepted: Bool { refusal == nil }
        /// The consumer's own words.
        public var message: String? { refusal?.message }
        /// This library's name for the trouble.
        public var code: AuthKeysError.Code? { refusal?.code }

        init(_ body: () throws(Refusal) -> Void) {
            do throws(Refusal) {
                try body()
                refusal = nil
            } catch {
                refusal = error
            }
        }
    }
}
