import AuthKeysJOSE

/// The document takes what the strict set takes, and so does a set that passes over keys of other kinds; a set that is
/// written is read as itself.
enum KeySetProperty {
    static func check(_ input: [UInt8]) throws {
        let document = try accepted(input.count) { () throws(AuthKeysError) in
            try JWKSetDocument(reading: input.span)
        }
        let strict = try accepted(input.count) { () throws(AuthKeysError) in try JWKSet(parsing: input.span) }
        let tolerant = try accepted(input.count) { () throws(AuthKeysError) in
            try JWKSet(parsing: input.span, unusableKeys: .skip)
        }
        if let document { try requireSound(document, byteCount: input.count) }
        if tolerant != nil {
            try require(document?.entries.allSatisfy(\.privateMembers.isEmpty) ?? false, "no key of a set is private")
        }
        if let strict { try require(tolerant == strict, "nothing is passed over that the strict set takes") }
        guard let set = strict else { return }
        let published = try document?.entries.map { try $0.key.get() }
        try require(published == set.keys, "the document holds the keys of the set")
        try require(document?.duplicateMembers.isEmpty ?? false, "no member of a strict set stands twice")
        let text = set.json.compactJSON
        // Escapes are longer than what they stand for, and a set has a largest size.
        guard text.utf8.count <= JSONLimits.keySet.bytes else { return }
        try require(try JWKSet(parsing: text.utf8.span) == set, "a set is read as it is written")
    }

    private static func requireSound(_ document: JWKSetDocument, byteCount: Int) throws {
        for entry in document.entries {
            try require(entry.byteOffset < byteCount, "an entry stands in the text")
            switch entry.key {
            case .success(let key):
                try require(entry.privateMembers.isEmpty, "a key with private members is no JWK")
                try require(try JWK(key.json) == key, "a JWK is read as it is written")
            case .failure(let error): try FuzzProperties.requireSound(error, byteCount: byteCount)
            }
        }
    }
}
