import Encodings
import Testing

@Suite struct ByteSinkTests {
    /// Many small pieces are appended in linear time: an array that moved at each of them would take a minute for a
    /// line of log that holds many colons.
    @Test func pieces_do_not_move_what_is_there() {
        let piece = Array("\\u{3A}".utf8)
        var bytes: [UInt8] = []
        var capacities: Set<Int> = []
        for _ in 0..<10_000 {
            bytes.append(piece.span)
            capacities.insert(bytes.capacity)
        }
        #expect(bytes.count == 60_000)
        #expect(capacities.count < 40)
    }
}
