internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem

/// A JWK set that is edited in place.
struct JWKSFile: Sendable {
    static let argument = ArgumentSpec(.file("FILE"), help: "The JWK set to edit.")

    private let path: String
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let source = try InputSource(arguments.required(Self.argument), allowsURL: true)
        guard case .file(let path) = source else {
            throw UsageError(
                .invalidValue, "\(source.displayName) cannot be edited in place", hint: "name the file of the set")
        }
        self.path = path
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    var name: String { "'\(path)'" }

    /// Reads the set, lets `edit` change it, and puts the new one in its place in one rename. Nobody else edits it
    /// meanwhile.
    func edit(
        _ context: CommandContext, _ edit: (inout JWKSetEditor) throws(AuthKeysError) -> JWKSEditReport
    ) throws(AuthKeysError) -> JWKSEditReport {
        let writer = FileWriter(
            destination: path, isSecret: false, replacing: true,
            wording: OptionWording(destinationOption: "FILE", replaceOption: nil, suggestedName: "jwks.json"))
        return try writer.locked(onWait: { if !isQuiet { context.console.noteWait(path) } }) {
            file throws(AuthKeysError) in
            var builder = SecretBuilder()
            try file.read(limit: JSONLimits.keySet.bytes, into: &builder)
            let text = builder.finish()
            var editor: JWKSetEditor
            let report: JWKSEditReport
            do throws(AuthKeysError) {
                try JWKSInput.refuseKey(text, in: .file(path))
                editor = try text.withBytes { bytes throws(AuthKeysError) in try JWKSetEditor(reading: bytes) }
                report = try edit(&editor)
            } catch { throw error.about(name) }
            if let change = try file.write(editor.encoded()) { context.console.warn("\(name) \(change.description)") }
            return report
        }
    }

    /// Says what was done: as JSON where that was asked for, else in a sentence on standard error.
    func tell(
        _ report: JWKSEditReport, _ sentence: @autoclosure () -> String, _ console: Console
    ) throws(AuthKeysError) {
        guard printsJSON else {
            if !isQuiet { console.note(sentence()) }
            return
        }
        do throws(AuthKeysError) { try console.print(report.json(file: path)) } catch {
            // Said even where the reader has only closed the pipe: the exit status alone reads as if nothing was edited.
            throw AuthKeysError(
                FileCode.notReported, "\(name) is edited and whole, but \(error.message)",
                hint: "see what is in it: authkeys jwks list \(InputSource.file(path).argument)",
                underlying: [error.description])
        }
    }
}
