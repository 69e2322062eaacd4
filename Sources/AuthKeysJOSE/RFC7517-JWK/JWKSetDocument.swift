/// A JWK set as somebody wrote it, with all that is wrong about it: what linters and models of other verifiers read.
///
/// Verifying takes a ``JWKSet``. One real verifier skips a key that it cannot read, another refuses the whole set: that
/// cannot be told from keys that were thrown away on the way.
public struct JWKSetDocument: Sendable {
    public struct Entry: Sendable {
        public let json: JSONValue
        public let key: Result<JWK, AuthKeysError>
        /// Names of members that only a private key has.
        public let privateMembers: [String]

        public var byteOffset: Int { json.byteOffset }
    }

    /// The whole set.
    public let json: JSONValue
    public let entries: [Entry]
    /// Members whose object already had one of that name.
    public let duplicateMembers: [JSONMember]

    /// - Throws: the codes of `JSON.parse`, `jwks.malformed`.
    public init(reading text: Span<UInt8>) throws(AuthKeysError) {
        var duplicates: [JSONMember] = []
        let json = try JSON.parse(text, limits: .keySet, reportingDuplicatesIn: &duplicates)
        guard json.members != nil else {
            throw AuthKeysError(
                JOSECode.malformedSet, "\(json.typeName) where a JWK set, an object, is expected",
                hint: "a set is {\"keys\":[…]}; a single key has to stand in one")
        }
        guard let keys = json["keys"]?.elements else {
            throw AuthKeysError(
                JOSECode.malformedSet, "a JWK set without an array named 'keys'",
                hint: "a set is {\"keys\":[…]}; a single key has to stand in one",
                at: SourceLocation(byteOffset: json["keys"]?.byteOffset ?? json.byteOffset))
        }
        self.json = json
        entries = keys.map { json in
            Entry(json: json, key: Self.key(json), privateMembers: JWKObject(json).privateMembers)
        }
        duplicateMembers = duplicates
    }

    private static func key(_ json: JSONValue) -> Result<JWK, AuthKeysError> {
        do throws(AuthKeysError) {
            return .success(try JWK(json))
        } catch {
            return .failure(error)
        }
    }
}
