import Encodings
import HostSystem

enum Samples {
    static let now = NumericDate(secondsSince1970: 1_769_903_999)
    static let stamp = "20260131T235959Z"
    static let names = ["jwt_private_key.pem", "jwks.json"]
    static let wording = OptionWording(
        destinationOption: "--out", replaceOption: "--force", suggestedName: "auth-keys")

    static func files(_ tag: String = "new") -> [StagedFile] {
        [
            StagedFile(name: "jwt_private_key.pem", isSecret: true, contents: Array("secret \(tag)".utf8)),
            StagedFile(name: "jwks.json", isSecret: false, contents: Array("public \(tag)".utf8)),
        ]
    }

    /// What ``files(_:)`` look like in `folder` of a tree.
    static func tree(_ folder: String, _ tag: String = "new") -> [String: String] {
        [
            folder: "folder 700",
            "\(folder)/jwt_private_key.pem": "file 600 secret \(tag)",
            "\(folder)/jwks.json": "file 644 public \(tag)",
        ]
    }

    static func writer(
        _ path: String, replacing: Bool = false, calls: SystemCalls = SystemCalls()
    ) -> FolderWriter {
        FolderWriter(
            destination: path, fileNames: names, replacing: replacing, wording: wording, calls: calls)
    }

    static func fileWriter(
        _ path: String, isSecret: Bool = true, replacing: Bool = false, calls: SystemCalls = SystemCalls()
    ) -> FileWriter {
        FileWriter(destination: path, isSecret: isSecret, replacing: replacing, wording: wording, calls: calls)
    }

    /// A folder `keys` that an earlier run left in `place`.
    static func makeOld(in place: TemporaryFolder) throws {
        _ = try writer(place["keys"]).write(files("old"), at: now)
    }
}

/// The error that `body` throws; nil when it throws none.
func thrownError(_ body: () throws(AuthKeysError) -> Void) -> AuthKeysError? {
    do throws(AuthKeysError) {
        try body()
        return nil
    } catch {
        return error
    }
}
