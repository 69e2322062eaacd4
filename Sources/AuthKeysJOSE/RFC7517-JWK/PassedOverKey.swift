/// A key of a set that is of another kind than those that are used here: enough of it to tell whoever looks for it.
package struct PassedOverKey: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// A `kty` other than RSA.
        case type(String)
        /// An RSA key with an `alg` that is not known here.
        case algorithm(String)
    }

    let keyID: KeyID?
    let kind: Kind

    /// `nil` where neither can be told.
    init?(_ json: JSONValue) {
        guard let type = json["kty"]?.string else { return nil }
        keyID = json["kid"]?.string.map { KeyID($0) }
        if type.utf8.elementsEqual("RSA".utf8) {
            guard let algorithm = json["alg"]?.string else { return nil }
            kind = .algorithm(algorithm)
        } else {
            kind = .type(type)
        }
    }

    /// `kty "EC"`, `alg "PS256"`.
    var kindInWords: String {
        switch kind {
        case .type(let type): "kty \(Escaper.json(type, shownLength: 64))"
        case .algorithm(let algorithm): "alg \(Escaper.json(algorithm, shownLength: 64))"
        }
    }
}
