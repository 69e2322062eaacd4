import Encodings

/// What parses is written as JSON that means the same, the two readers agree, and places lie where they say.
enum JSONProperty {
    private static let limits = JSONLimits(bytes: 64 * 1024, depth: 16)
    /// A character may become two escapes of six.
    private static let wideLimits = JSONLimits(bytes: 12 * 64 * 1024, depth: 16)

    static func check(_ input: [UInt8]) throws {
        var duplicates: [JSONMember] = []
        let reported = Result { () throws(AuthKeysError) in
            try JSON.parse(input.span, limits: limits, reportingDuplicatesIn: &duplicates)
        }
        let refused = Result { () throws(AuthKeysError) in try JSON.parse(input.span, limits: limits) }
        switch (reported, refused) {
        case (.success(let value), .success(let same)):
            try require(duplicates.isEmpty, "no member stands twice")
            try require(same.compactJSON.utf8.elementsEqual(value.compactJSON.utf8), "both read the same value")
        case (.success, .failure(let error)):
            try requireSound(error, byteCount: input.count)
            try require(error.code == JSONCode.duplicateName.code, "only a member that stands twice tells them apart")
            try require(duplicates.first?.nameOffset == error.location?.byteOffset, "both mean the same member")
        case (.failure(let error), .failure(let same)):
            try requireSound(error, byteCount: input.count)
            try require(error.code != JSONCode.duplicateName.code, "the reporting reader refuses no member")
            try require(error.code == same.code && error.location == same.location, "both refuse the same thing")
        case (.failure, .success):
            throw FuzzViolation(description: "the refusing reader accepts what the other refuses")
        }
        guard case .success(let value) = reported else { return }
        try requireRewritable(value)
        for member in duplicates {
            try require(input[member.nameOffset] == UInt8(ascii: "\""), "the name of a member begins with a quote")
        }
        try requirePlaces(value, in: input, after: -1)
    }

    private static func requireRewritable(_ value: JSONValue) throws {
        let text = value.compactJSON
        var duplicates: [JSONMember] = []
        let again = try JSON.parse(text.utf8.span, limits: wideLimits, reportingDuplicatesIn: &duplicates)
        try require(again.compactJSON.utf8.elementsEqual(text.utf8), "compact JSON is read as itself")
        try require(VisibleText.isVisible(text), "compact JSON shows visible text only")
    }

    /// Each value begins where it says, behind the one before it.
    private static func requirePlaces(_ value: JSONValue, in input: [UInt8], after last: Int) throws {
        try require(value.byteOffset > last && value.byteOffset < input.count, "a value begins inside the text")
        let first = input[value.byteOffset]
        switch value.content {
        case .object(let members):
            try require(first == UInt8(ascii: "{"), "an object begins with a brace")
            var last = value.byteOffset
            for member in members {
                try require(member.nameOffset > last && member.nameOffset < input.count, "a name stands in the text")
                try require(input[member.nameOffset] == UInt8(ascii: "\""), "a name begins with a quote")
                try requirePlaces(member.value, in: input, after: member.nameOffset)
                last = member.value.byteOffset
            }
        case .array(let elements):
            try require(first == UInt8(ascii: "["), "an array begins with a bracket")
            var last = value.byteOffset
            for element in elements {
                try requirePlaces(element, in: input, after: last)
                last = element.byteOffset
            }
        case .string: try require(first == UInt8(ascii: "\""), "a string begins with a quote")
        case .number(let number):
            try require(input[value.byteOffset...].starts(with: number.text.utf8), "a number keeps its text")
            try requireValue(number)
        case .boolean(let value): try require(first == UInt8(ascii: value ? "t" : "f"), "a word is what it says")
        case .null: try require(first == UInt8(ascii: "n"), "a word is what it says")
        }
    }

    /// As far as a `Double` can tell.
    private static func requireValue(_ number: JSONNumber) throws {
        guard let value = number.int64 else { return }
        guard let approximation = Double(number.text) else {
            throw FuzzViolation(description: "'\(number.text)' is a whole number and no number")
        }
        let difference = (approximation - Double(value)).magnitude
        try require(difference <= approximation.magnitude * 0x1p-52, "'\(number.text)' is \(value)")
    }
}
