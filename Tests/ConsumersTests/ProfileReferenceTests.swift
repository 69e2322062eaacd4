import AuthKeysJOSE
import Consumers
import Foundation
import TestSupport
import Testing

/// The tables of docs/profiles.md are what the profiles say and do.
@Suite struct ProfileReferenceTests {
    static let page = "docs/profiles.md"

    /// `AUTHKEYS_UPDATE=1 swift test --disable-xctest --filter ProfileReferenceTests` writes the tables anew.
    @Test func the_tables_of_profiles_are_current() throws {
        var text = try Repository.text(of: Self.page)
        for (name, table) in [("data", Self.data), ("answers", try Self.answers())] {
            let begin = try #require(text.range(of: "<!-- \(name) -->\n"))
            let end = try #require(text.range(of: "<!-- end -->", range: begin.upperBound..<text.endIndex))
            text.replaceSubrange(begin.upperBound..<end.lowerBound, with: table)
        }
        if ProcessInfo.processInfo.environment["AUTHKEYS_UPDATE"] == "1" {
            try Data(text.utf8).write(to: Repository.root.appending(path: Self.page))
        }
        #expect(try Repository.text(of: Self.page) == text)
    }

    private static func table(_ rows: [(String, (Profile) -> String)]) -> String {
        var text = "| | " + Profile.all.map { "`\($0.name)`" }.joined(separator: " | ") + " |\n"
        text += "|---" + String(repeating: "|---", count: Profile.all.count) + "|\n"
        for (name, value) in rows {
            text += "| \(name) | " + Profile.all.map(value).joined(separator: " | ") + " |\n"
        }
        return text
    }

    private static var data: String {
        table([
            (
                "header of its tokens",
                { profile in
                    (["alg"] + (profile.tokenType == nil ? [] : ["typ"]) + (profile.tokensCarryKeyID ? ["kid"] : []))
                        .joined(separator: ", ")
                }
            ),
            ("largest value", { $0.valueLimitInBytes.map { "\($0) bytes" } ?? "–" }),
            (
                "key, in bits",
                { profile in
                    "\(profile.minimumKeySizeInBits) " + (profile.maximumKeySizeInBits.map { "to \($0)" } ?? "or more")
                }
            ),
            ("a set is used for", { seconds($0.verifier.cacheAge) }),
            (
                "and, while there is no newer one, for",
                { profile in
                    profile.verifier.staleIfError.map { $0 == .zero ? "–" : seconds($0) + " more" } ?? "ever"
                }
            ),
            (
                "a kid that it does not know",
                { profile in
                    profile.verifier.refetchesUnknownKeyID
                        ? "asks again, once in \(seconds(profile.verifier.refetchCooldown))" : "is refused"
                }
            ),
            ("leeway", { seconds($0.verifier.leeway) }),
        ])
    }

    private static func seconds(_ duration: Duration) -> String { "\(duration.components.seconds) s" }

    /// Of tokens that are signed as they should be.
    private static func answers() throws -> String {
        let x = #""kid":"X","#
        let one = try ConvexTokens.set([ConvexTokens.signing(x)])
        let named = #"{"alg":"RS256","kid":"X"}"#
        func judged(
            _ header: String, _ changes: [String: String?] = [:], by set: JWKSetDocument
        ) throws -> (Profile) -> String {
            let token = try ConvexTokens.token(header, ConvexTokens.claims(changes))
            return { profile in
                profile.verifies(token, with: set, settings: ConvexTokens.settings, at: ConvexTokens.now).accepted
                    ? "accepted" : "refused"
            }
        }
        let two = try ConvexTokens.set([ConvexTokens.signing(x), ConvexTokens.other(#""kid":"Y","#)])
        let twins = try ConvexTokens.set([ConvexTokens.signing(x), ConvexTokens.other(x)])
        func beside(_ key: String) throws -> JWKSetDocument { try ConvexTokens.set([ConvexTokens.signing(x), key]) }
        let encryption = try ConvexTokens.set([ConvexTokens.signing(x + #""use":"enc","#)])
        let slash = ["iss": "\"\(ConvexTokens.issuer)/\""]
        return table([
            ("no kid, one key", try judged(#"{"alg":"RS256"}"#, by: one)),
            ("no kid, two keys", try judged(#"{"alg":"RS256"}"#, by: two)),
            ("the kid of one key of two", try judged(named, by: two)),
            ("the kid of two keys, the first of which signed", try judged(named, by: twins)),
            ("the kid of a key whose `use` is `enc`", try judged(named, by: encryption)),
            (
                "its kid, beside an EC key",
                try judged(named, by: beside(#"{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}"#))
            ),
            (
                "its kid, beside an Ed25519 key with `alg`",
                try judged(named, by: beside(#"{"kty":"OKP","crv":"Ed25519","x":"AAAA","alg":"EdDSA"}"#))
            ),
            (
                "its kid, beside an RSA key with padding in `n`",
                try judged(named, by: beside(#"{"kty":"RSA","n":"AQAB==","e":"AQAB"}"#))
            ),
            ("its kid, beside what is no object", try judged(named, by: beside("null"))),
            ("`typ` of `at+jwt`", try judged(#"{"alg":"RS256","typ":"at+jwt","kid":"X"}"#, by: one)),
            ("a `cty`", try judged(#"{"alg":"RS256","kid":"X","cty":"JWT"}"#, by: one)),
            ("a `crit`", try judged(#"{"alg":"RS256","kid":"X","crit":["x"],"x":1}"#, by: one)),
            ("a slash at the end of `iss` only", try judged(named, slash, by: one)),
            ("another audience beside its own", try judged(named, ["aud": #"["convex","x"]"#], by: one)),
            ("no `sub`", try judged(named, ["sub": nil], by: one)),
            ("no `iat`", try judged(named, ["iat": nil], by: one)),
            ("no `exp`", try judged(named, ["exp": nil], by: one)),
            ("`exp` is now", try judged(named, ["exp": "1763600000", "iat": "1763590000"], by: one)),
            ("`nbf` a minute ahead", try judged(named, ["nbf": "1763600060"], by: one)),
            ("`iat` a minute ahead", try judged(named, ["iat": "1763600060"], by: one)),
        ])
    }
}
