import Foundation
import TestSupport
import Testing

/// A row of `Fixtures/doctor-live/situations.json`.
struct LiveSituation: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    /// The JSON of what the deployment is like, with what is put in still to come.
    let situation: String
    let isTLS: Bool
    let isConfigured: Bool
    let api: String
    let adminKey: String
    let isTrusted: Bool
    /// Beside what is always there.
    let environment: [String: String]
    /// The text of a program that stands in the place of curl.
    let curl: String?
    /// In milliseconds.
    let timeLimit: Int?
    let codes: [String]
    let notChecked: [String]
    let status: Int32

    var testDescription: String { name }

    static let all: [Self] = {
        let path = Repository.root.appending(path: "Fixtures/doctor-live/situations.json")
        let rows = (try? JSONSerialization.jsonObject(with: Data(contentsOf: path))) as? [[String: Any]] ?? []
        return rows.compactMap(Self.init)
    }()

    private init?(_ row: [String: Any]) {
        guard let name = row["name"] as? String, let codes = row["codes"] as? [String],
            let status = row["status"] as? Int
        else { return nil }
        self.name = name
        self.codes = codes
        self.status = Int32(status)
        arguments = row["arguments"] as? [String] ?? ["--live"]
        var situation = row["situation"] as? [String: Any] ?? [:]
        if situation["variables"] == nil { situation["variables"] = ["JWT_PRIVATE_KEY": "{KEY}", "JWKS": "{JWKS}"] }
        situation["now"] = 1_700_000_000
        isTLS = situation["tls"] != nil
        self.situation =
            (try? JSONSerialization.data(withJSONObject: situation)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        isConfigured = row["configured"] as? Bool ?? true
        api = row["api"] as? String ?? "{api}"
        adminKey = row["adminKey"] as? String ?? LiveDeployment.adminKey
        isTrusted = row["trusted"] as? Bool ?? false
        environment = row["environment"] as? [String: String] ?? [:]
        curl = row["curl"] as? String
        timeLimit = row["timeLimit"] as? Int
        notChecked = row["notChecked"] as? [String] ?? []
    }
}
