extension JWKSet {
    /// What becomes of keys of another kind: a `kty` other than RSA, or an `alg` other than RS256, RS384 and RS512.
    public enum UnusableKeys: Sendable, Hashable {
        /// The set is refused. For a set of one's own, in which such a key is a mistake.
        case refuse
        /// They are left out, as RFC 7517 §5 has it. For a set of somebody else, who may publish EC keys beside RSA.
        ///
        /// Everything else is refused as ever: a key of any kind with a private member, a member that stands twice, a
        /// key of a known kind that is damaged. A kid may be that of a key left out and of one that is kept, which
        /// RFC 7517 §4.5 allows for keys of different `kty`.
        case skip
    }
}

extension JWKSetDocument.Entry {
    /// Whether it is well formed as far as it is read, and for another purpose.
    var isOfAnotherKind: Bool {
        guard case .failure(let error) = key else { return false }
        return [JOSECode.jwkType.code, JOSECode.algorithm.code].contains(error.code) && privateMembers.isEmpty
    }
}
