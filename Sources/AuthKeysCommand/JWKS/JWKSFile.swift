internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem

/// A JWK set that is edited in place.
struct JWKSFile: Sendable {
    static let argument = ArgumentSpec("FILE", help: "The JWK set to edit.")

    private let path: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let source = try InputSource(arguments.required(Self.argument), allowsURL: true)
        guard case .file(let path) = source else {
            throw UsageError(
                .invalidValue, "\(source.displayName) cannot be edited in place", hint: "name the file of the set")
        }
        self.path = path
    }

    var name: String { "'\(path)'" }

    /// Reads the set, lets `edit` change it, and puts the new one in its place in one rename.
    func edit<Result>(
        _ context: CommandContext, _ edit: (inout JWKSetEditor) throws(AuthKeysError) -> Result
    ) throws(AuthKeysError) -> Result {
        let text = try context.inputs.read(.file(path), limit: JSONLimits.keySet.bytes)
        var editor: JWKSetEditor
        let result: Result
        do throws(AuthKeysError) {
            try JWKSInput.refuseKey(text, in: .file(path))
            editor = try text.withBytes { bytes throws(AuthKeysError) in try JWKSetEditor(reading: bytes) }
            result = try edit(&editor)
        } catch { throw error.about(name) }
        let writer = FileWriter(
            destination: path, isSecret: false, replacing: true,
            wording: OptionWording(destinationOption: "FILE", replaceOption: nil, suggestedName: "jwks.json"))
        try writer.write(editor.encoded())
        return result
    }
}
