import AuthKeysJOSE
import Consumers
import CryptoOpenSSL
import Diagnosis
import Encodings
import Foundation
import HTTPExchange
import KeyFormats
import TestSupport

/// Deployments that answer from a table, and the values that were given beside them.
enum Deployments {
    static let api = LiveGatheringTests.api
    static let site = LiveGatheringTests.site

    /// With the environment of the given values before it.
    static func evidence(_ situation: PictureOfDeploymentTests.Situation) throws -> [Evidence] {
        var own = Evidence(profile: .convexAuth)
        let origin = ValuePlace.Holder.deployment(origin: api)
        var pair: LiveKeyPair?
        if let stored = situation.stored {
            if !stored.key.isEmpty {
                own.privateKey = try key(stored.key, at: ValuePlace(origin, name: "JWT_PRIVATE_KEY"))
            }
            if !stored.set.isEmpty { own.keySet = try keySet(stored.set, at: ValuePlace(origin, name: "JWKS")) }
            let names = [("JWT_PRIVATE_KEY", stored.key), ("JWKS", stored.set)].filter { !$0.1.isEmpty }.map(\.0)
            own.variables = names.map {
                VariableEvidence(
                    name: $0, value: SecretBytes(copying: "x".utf8.span), place: ValuePlace(origin, name: $0))
            }
            pair = LiveKeyPair(
                place: "here", signingKey: own.privateKey?.publicKey, keySet: try? own.keySet?.contents.get(),
                names: names)
        }
        own.issuer = IssuerEvidence(situation.givenIssuer, at: ValuePlace(.argument, name: "--issuer"))
        own.token = try situation.token.map { try token($0) }
        var live = try gather(situation, stored: pair, key: own.privateKey)
        if own.keySet == nil, let published = live.publishedText {
            own.keySet = KeySetEvidence(
                reading: published.body.span, at: ValuePlace(.deployment(origin: site), name: "the key set"))
        }
        guard let values = situation.given else {
            own.live = live
            return [own]
        }
        let given = try given(values.key, values.set, in: "prod.env")
        live.given = LiveKeyPair(
            place: "'prod.env'", signingKey: given.privateKey?.publicKey, keySet: try? given.keySet?.contents.get(),
            names: ["JWT_PRIVATE_KEY", "JWKS"])
        own.live = live
        return [given, own]
    }

    static func given(_ letter: String, _ set: String, in path: String) throws -> Evidence {
        var evidence = Evidence(profile: .convexAuth)
        let holder = ValuePlace.Holder.environmentFile(path: path, line: 1)
        evidence.environmentFile = EnvironmentFileEvidence(reading: "".utf8.span, path: path)
        evidence.privateKey = try key(letter, at: ValuePlace(holder, name: "JWT_PRIVATE_KEY"))
        evidence.keySet = try keySet(set, at: ValuePlace(holder, name: "JWKS"))
        return evidence
    }

    static func thumbprint(_ letter: String) -> String {
        let key = try? key(letter, at: ValuePlace(.argument, name: ""))
        return key?.thumbprint?.description ?? ""
    }

    // MARK: - What answers

    private static func gather(
        _ situation: PictureOfDeploymentTests.Situation, stored: LiveKeyPair?, key: PrivateKeyEvidence?
    ) throws -> LiveEvidence {
        let issuer = JSONValue.string(situation.issuer ?? site).compactJSON
        let document = LiveGatheringTests.json(#"{"issuer":\#(issuer),"jwks_uri":"\#(site)/.well-known/jwks.json"}"#)
        var answers = LiveGatheringTests.answers()
        answers["\(site)/.well-known/openid-configuration"] = situation.atSite ?? document
        let set: Result<HTTPResponse, AuthKeysError> =
            try situation.published.map {
                LiveGatheringTests.json(try Self.set($0))
            } ?? .success(HTTPResponse(status: 500))
        answers["\(site)/.well-known/jwks.json"] = set
        answers["\(api)/http/.well-known/jwks.json"] = set
        if !situation.isAPI { answers["\(api)/version"] = .success(HTTPResponse(status: 404)) }
        answers["\(api)/api/query"] = situation.probe.map { LiveGatheringTests.json($0.answer, $0.status) }
        var target = try LiveGatheringTests.target(hasAdminKey: stored != nil)
        target.issuer = (situation.givenIssuer, "--issuer")
        let makeToken: LiveGathering.ProbeMaker = { issuer, time, live throws(AuthKeysError) in
            guard let key else { throw AuthKeysError(ConvexCode.notSet, "no key") }
            return try LiveProbeToken(
                signing: try key.key.get(), for: .convexAuth, issuer: issuer, at: time, live: live)
        }
        return LiveGathering.gather(
            target, LiveGatheringTests.Web(answers).access,
            stored: { () throws(AuthKeysError) in
                guard let stored else { throw AuthKeysError(ConvexCode.notConfigured, "no admin key") }
                return stored
            }, probe: situation.probe == nil ? nil : makeToken)
    }

    // MARK: - Keys by their letter

    private static func file(_ letter: Character) -> String {
        "Fixtures/weakkeys/keys/" + (letter == "A" ? "good_2048_0" : "good_3072")
    }

    private static func key(_ letter: String, at place: ValuePlace) throws -> PrivateKeyEvidence {
        let text = letter == "?" ? "no key" : try Repository.text(of: file(Character(letter)) + ".pem")
        return PrivateKeyEvidence(reading: SecretBytes(copying: text.utf8.span), at: place, for: .convexAuth)
    }

    private static func keySet(_ letters: String, at place: ValuePlace) throws -> KeySetEvidence {
        KeySetEvidence(reading: (letters == "?" ? "no set" : try set(letters)).utf8.span, at: place)
    }

    private static func set(_ letters: String) throws -> String {
        var keys: [String] = []
        for letter in letters {
            if letter.isNumber, let last = keys.popLast() {
                keys.append(#"{"kid":"\#(letter)","# + last.dropFirst())
            } else {
                keys.append(try Repository.text(of: file(letter) + ".jwk.json"))
            }
        }
        return KeySets.set(keys)
    }

    private static func token(_ letter: String) throws -> TokenEvidence {
        let place = ValuePlace(.argument, name: "--token")
        guard letter != "?" else {
            return TokenEvidence(reading: SecretBytes(copying: "no token".utf8.span), at: place)
        }
        let key = try key(letter, at: place).key.get()
        let token = try Profile.convexAuth.signer(key: key, keyID: nil).sign(.object(["iss": .string(site)]))
        return TokenEvidence(reading: SecretBytes(copying: token.utf8.span), at: place)
    }
}
