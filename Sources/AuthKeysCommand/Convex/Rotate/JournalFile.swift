internal import CryptoOpenSSL
internal import Deployment
internal import Encodings
internal import HostSystem

/// The file that holds the journal of a rotation, mode 0600.
struct JournalFile {
    let path: String
    /// Whether '--undo' names it, which excludes '--journal'.
    let isForUndo: Bool

    private var writer: FileWriter {
        FileWriter(
            destination: path, isSecret: true, replacing: true,
            wording: OptionWording(
                destinationOption: isForUndo ? "--undo" : "--journal", replaceOption: nil,
                suggestedName: "convex-rotation.json"))
    }

    /// `nil` when there is no file.
    /// - Parameter deployment: the URL of the one that is meant.
    /// - Throws: `file.*`; `convex.journal-form`, also for the journal of another deployment.
    func read(for deployment: String) throws(AuthKeysError) -> RotationJournal? {
        var text = SecretBuilder()
        do throws(AuthKeysError) {
            try FileReader.read(path, limit: RotationJournal.sizeLimit, into: &text)
        } catch {
            guard error.code == FileCode.missing.code else { throw error }
            return nil
        }
        let journal: RotationJournal
        do throws(AuthKeysError) { journal = try RotationJournal(reading: text.finish()) } catch {
            guard isForUndo else { throw error.about("'\(path)'") }
            throw error.about("'\(path)'").hinting("name the file that a rotation says behind 'undo:'")
        }
        guard journal.deployment.utf8.elementsEqual(deployment.utf8) else {
            throw AuthKeysError(
                ConvexCode.journalForm, "'\(path)' is the journal of a rotation of '\(journal.deployment)'",
                hint: "set CONVEX_SELF_HOSTED_URL to that, or name another file")
        }
        return journal
    }

    /// Runs `body` while no other rotation has this journal, and without waiting: who waits would rotate what has just
    /// been rotated.
    /// - Throws: `file.locked`, `file.*` for the lock file beside it, and what `body` throws.
    func locked<Result>(_ body: () throws(AuthKeysError) -> Result) throws(AuthKeysError) -> Result {
        do throws(AuthKeysError) {
            return try writer.lockedByFile(patience: LockPatience(limit: .zero), onWait: {}) {
                _ throws(AuthKeysError) in try body()
            }
        } catch {
            guard error.code == FileCode.locked.code else { throw error }
            throw AuthKeysError(
                FileCode.locked, "another rotation is under way, with the journal '\(path)'; nothing was changed",
                hint: "run it again when that has ended")
        }
    }

    /// There whole, and flushed to the disk, when this returns. What it replaces is a journal too: ``read(for:)`` came
    /// first.
    /// - Throws: `file.*`.
    func write(_ journal: RotationJournal) throws(AuthKeysError) {
        try writer.write(journal.json)
    }
}
