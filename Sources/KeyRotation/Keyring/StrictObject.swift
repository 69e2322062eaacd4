internal import AuthKeysJOSE

/// An object of a keyring: it has the members that it must have, no others, and each of its type.
struct StrictObject {
    private let json: JSONValue
    private let what: String

    init(_ json: JSONValue?, _ what: String, allowing names: [String]) throws(AuthKeysError) {
        self.what = what
        guard let json, let members = json.members else {
            throw Self.malformed("\(what) is no object", at: json)
        }
        self.json = json
        for member in members where !names.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
            throw Self.malformed(
                "\(what) has a member \(Escaper.json(member.name, shownLength: 64)) that is not known here", at: json)
        }
    }

    func value(_ name: String) throws(AuthKeysError) -> JSONValue {
        guard let value = json[name] else { throw Self.malformed("\(what) has no '\(name)'", at: json) }
        return value
    }

    func has(_ name: String) -> Bool { json[name] != nil }

    func string(_ name: String) throws(AuthKeysError) -> String {
        let value = try value(name)
        guard let string = value.string else { throw wrong(name, value, "a string") }
        return string
    }

    func optionalString(_ name: String) throws(AuthKeysError) -> String? { has(name) ? try string(name) : nil }

    func boolean(_ name: String) throws(AuthKeysError) -> Bool {
        let value = try value(name)
        guard let boolean = value.boolean else { throw wrong(name, value, "true or false") }
        return boolean
    }

    func integer(_ name: String) throws(AuthKeysError) -> Int64 {
        let value = try value(name)
        guard let integer = value.number?.int64, integer >= 0 else { throw wrong(name, value, "a whole number") }
        return integer
    }

    /// One that is counted up by one at a time, so that it never comes near the end of its type.
    func count(_ name: String) throws(AuthKeysError) -> Int64 {
        let integer = try integer(name)
        guard integer <= 1 << 53 else { throw wrong(name, try value(name), "a number of times, at most 2^53") }
        return integer
    }

    func duration(_ name: String) throws(AuthKeysError) -> Duration { .seconds(try integer(name)) }

    func optionalDuration(_ name: String) throws(AuthKeysError) -> Duration? {
        try value(name).isNull ? nil : try duration(name)
    }

    func date(_ name: String) throws(AuthKeysError) -> NumericDate {
        do throws(AuthKeysError) { return try RFC3339.date(try string(name)) } catch {
            guard error.code != RotationCode.malformed.code else { throw error }
            throw wrong(name, try value(name), "a time")
        }
    }

    func optionalDate(_ name: String) throws(AuthKeysError) -> NumericDate? {
        guard let value = json[name], !value.isNull else { return nil }
        return try date(name)
    }

    func elements(_ name: String) throws(AuthKeysError) -> [JSONValue] {
        let value = try value(name)
        guard let elements = value.elements else { throw wrong(name, value, "an array") }
        return elements
    }

    func wrong(_ name: String, _ value: JSONValue, _ expected: String) -> AuthKeysError {
        Self.malformed("the '\(name)' of \(what) is not \(expected)", at: value)
    }

    static func malformed(_ message: String, at json: JSONValue?) -> AuthKeysError {
        AuthKeysError(
            RotationCode.malformed, message,
            hint: "nothing was changed; take the file of a backup, and edit no keyring by hand",
            at: json.map { SourceLocation(byteOffset: $0.byteOffset) })
    }
}
