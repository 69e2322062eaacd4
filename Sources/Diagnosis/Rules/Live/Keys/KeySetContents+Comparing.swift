internal import AuthKeysJOSE

extension KeySetContents {
    /// The same keys under the same kids, whatever their order and their other members.
    func holdsSameKeys(as other: Self) -> Bool {
        names == other.names
    }

    /// The kids and thumbprints, for evidence.
    var listing: String {
        guard !keys.isEmpty else { return "no key" }
        return keys.map { key in
            "kid \(key.keyID?.quoted ?? "none") (thumbprint \(key.thumbprint?.description ?? "unknown"))"
        }.shortened(to: 5).joined(separator: ", ")
    }

    private var names: Set<[String]> {
        Set(keys.map { [$0.keyID?.description ?? "", $0.thumbprint?.description ?? $0.entry.json.compactJSON] })
    }
}
