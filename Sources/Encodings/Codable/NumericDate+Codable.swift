/// A number, as RFC 7519 §2 has it. Here it is exact; with the coders of others a fraction passes through a `Double`.
extension NumericDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let seconds = try? container.decode(Int64.self) {
            self.init(secondsSince1970: seconds)
            return
        }
        // Its description is a JSON number, for every number that a decoder of JSON hands out.
        self.init(JSONNumber(text: try container.decode(Double.self).description))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard nanoseconds > 0 else { return try container.encode(secondsSince1970) }
        try container.encode(Double(secondsSince1970) + Double(nanoseconds) / 1_000_000_000)
    }
}
