import HTTPExchange
import Testing

/// How long a response may be used (RFC 9111), as a private cache reads it.
@Suite struct FreshnessTests {
    @Test(
        arguments: [
            ([], nil), (["Cache-Control: public"], nil), (["Cache-Control: "], nil), (["Cache-Control: ,,"], nil),
            (["Cache-Control: public, max-age=15, stale-while-revalidate=15, stale-if-error=86400"], 15),
            (["cache-control: MAX-AGE=15"], 15), (["Cache-Control: max-age=\"15\""], 15),
            (["Cache-Control:\tmax-age = 15\t"], 15), (["Cache-Control: max-age=0"], 0),
            // For shared caches.
            (["Cache-Control: s-maxage=15"], nil), (["Cache-Control: s-maxage=600, max-age=15"], 15),
            // In several fields, and in several words.
            (["Cache-Control: public", "Cache-Control: max-age=15"], 15),
            (["Cache-Control: max-age=60, max-age=15"], 15),
            (["Cache-Control: max-age=15", "Cache-Control: no-store"], 0),
            (["Cache-Control: no-store"], 0), (["Cache-Control: max-age=15, no-cache"], 0),
            (["Cache-Control: No-Cache=\"Set-Cookie\""], 0), (["Cache-Control: must-revalidate, max-age=15"], 15),
            // Not a directive: quoted.
            (["Cache-Control: ext=\"a, no-store, \\\", max-age=1\", max-age=15"], 15),
            (["Cache-Control: ext=\", max-age=15"], nil),
            // Not a number of seconds.
            (["Cache-Control: max-age"], 0), (["Cache-Control: max-age="], 0), (["Cache-Control: max-age=-1"], 0),
            (["Cache-Control: max-age=1.5"], 0), (["Cache-Control: max-age=15;"], 0),
            (["Cache-Control: max-age=+1"], 0),
            (["Cache-Control: max-age=٣"], 0),
            // Longer than anybody means.
            (["Cache-Control: max-age=2147483648"], 2_147_483_648),
            (["Cache-Control: max-age=99999999999999999999999"], 2_147_483_648),
            // What it spent in other caches.
            (["Cache-Control: max-age=60", "Age: 20"], 40), (["Cache-Control: max-age=60", "age: 60"], 0),
            (["Cache-Control: max-age=60", "Age: 99999999999999999999"], 0),
            (["Cache-Control: max-age=60", "Age: 20, 30"], 40), (["Cache-Control: max-age=60", "Age: soon"], 60),
            (["Cache-Control: max-age=60", "Age: -5"], 60), (["Age: 20"], nil),
        ] as [([String], Int64?)])
    func seconds(headers: [String], expected: Int64?) {
        let fields = headers.map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return HTTPField(name: String(parts[0]), value: String(parts[1].drop { $0 == " " }))
        }
        #expect(HTTPResponse(status: 200, headers: fields).secondsOfFreshness == expected)
    }
}
