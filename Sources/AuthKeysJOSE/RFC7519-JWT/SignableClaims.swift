/// Claims that a careful verifier does not refuse for their form.
enum SignableClaims {
    static func check(_ claims: JSONValue) throws(AuthKeysError) {
        guard case .object(let members) = claims.content else {
            throw AuthKeysError(
                JWTCode.claims, "\(claims.typeName) where the claims, an object, are expected",
                hint: "the claims of a JWT are {\"sub\":…,\"exp\":…}")
        }
        try refuseDuplicates(claims)
        for member in members {
            guard let expected = RegisteredClaimType(name: member.name), !expected.allows(member.value) else {
                continue
            }
            throw AuthKeysError(
                JWTCode.claimType, "the claim \(member.name) is \(member.value.typeName), expected \(expected)",
                hint: expected == .date ? "a time is the number of seconds since 1970, without quotes" : nil)
        }
    }

    private static func refuseDuplicates(_ value: JSONValue) throws(AuthKeysError) {
        switch value.content {
        case .object(let members):
            if let name = repeatedName(members) {
                throw AuthKeysError(
                    JSONCode.duplicateName, "the claim \(Escaper.json(name)) stands twice",
                    hint: "remove one of the two: readers disagree about which one counts")
            }
            for index in members.indices { try refuseDuplicates(members[index].value) }
        case .array(let elements):
            for index in elements.indices { try refuseDuplicates(elements[index]) }
        case .string, .number, .boolean, .null: break
        }
    }

    /// Few names are compared with each other, many go through a set.
    private static func repeatedName(_ members: [JSONMember]) -> String? {
        guard members.count <= 16 else {
            var names: Set<[UInt8]> = []
            return members.first { !names.insert(Array($0.name.utf8)).inserted }?.name
        }
        for index in members.indices {
            for earlier in 0..<index where members[earlier].name.hasSameBytes(as: members[index].name) {
                return members[index].name
            }
        }
        return nil
    }
}

/// What RFC 7519 §4.1 wants a registered claim to be.
enum RegisteredClaimType: Sendable, Hashable, CustomStringConvertible {
    case string
    case strings
    case date

    /// `nil` for a claim that is not registered there. Names are compared as bytes.
    init?(name: String) {
        // Names of small ASCII letters are equivalent to no other than themselves.
        switch name {
        case "iss", "sub", "jti": self = .string
        case "aud": self = .strings
        case "exp", "nbf", "iat": self = .date
        default: return nil
        }
    }

    func allows(_ value: JSONValue) -> Bool {
        switch self {
        case .string: value.string != nil
        case .strings: value.string != nil || value.elements?.allSatisfy { $0.string != nil } == true
        case .date: value.number != nil
        }
    }

    var description: String {
        switch self {
        case .string: "a string"
        case .strings: "a string or an array of strings"
        case .date: "a number"
        }
    }
}
