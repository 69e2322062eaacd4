/// Claims that a careful verifier does not refuse for their form.
enum SignableClaims {
    static func check(_ claims: JSONValue) throws(AuthKeysError) {
        guard let members = claims.members else {
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
        var names: Set<[UInt8]> = []
        let members = value.members ?? []
        for (index, member) in members.enumerated() {
            // Few names are compared with each other, many go through a set.
            let stoodBefore =
                members.count <= 16
                ? members[..<index].contains { $0.name.utf8.elementsEqual(member.name.utf8) }
                : !names.insert(Array(member.name.utf8)).inserted
            guard !stoodBefore else {
                throw AuthKeysError(
                    JSONCode.duplicateName, "the claim \(Escaper.json(member.name)) stands twice",
                    hint: "remove one of the two: readers disagree about which one counts")
            }
            try refuseDuplicates(member.value)
        }
        for element in value.elements ?? [] { try refuseDuplicates(element) }
    }
}

/// What RFC 7519 §4.1 wants a registered claim to be.
enum RegisteredClaimType: Sendable, Hashable, CustomStringConvertible {
    case string
    case strings
    case date

    /// `nil` for a claim that is not registered there. Names are compared as bytes.
    init?(name: String) {
        func isOne(of names: String...) -> Bool { names.contains { $0.utf8.elementsEqual(name.utf8) } }
        guard name.utf8.count == 3 else { return nil }
        if isOne(of: "iss", "sub", "jti") {
            self = .string
        } else if isOne(of: "aud") {
            self = .strings
        } else if isOne(of: "exp", "nbf", "iat") {
            self = .date
        } else {
            return nil
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
