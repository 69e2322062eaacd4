extension JWKSetDocument {
    /// The names of the private members that stand beside `keys`, where a single private JWK was made into a set.
    package var privateMembersOfSet: [String] { JWKObject(json).privateMembers }

    /// For whoever publishes or passes on the set.
    /// - Throws: `jwk.private-member`, with the member's name and never its value.
    public func requirePublic() throws(AuthKeysError) {
        for (index, entry) in entries.enumerated() {
            guard let member = entry.privateMembers.first else { continue }
            throw AuthKeysError(
                JOSECode.privateMember, "key \(index + 1) of the set has the private member '\(member)'",
                hint: "treat that key as published: replace it, and publish only kty, use, alg, kid, n and e",
                at: SourceLocation(byteOffset: entry.json[member]?.byteOffset ?? entry.byteOffset))
        }
        if let member = privateMembersOfSet.first {
            throw AuthKeysError(
                JOSECode.privateMember, "the set itself has the private member '\(member)'",
                hint: "treat that key as published: replace it, and publish only an object with 'keys'",
                at: SourceLocation(byteOffset: json[member]?.byteOffset ?? json.byteOffset))
        }
    }
}
