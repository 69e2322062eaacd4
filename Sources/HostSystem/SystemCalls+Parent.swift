import Encodings
import Glibc

extension SystemCalls {
    /// Opens the folder that is to hold the destination. The caller closes it.
    ///
    /// - Throws: `file.missing` or `file.not-a-folder` where there is no such folder; what open(2) was refused for.
    func openParent(of path: DestinationPath) throws(AuthKeysError) -> Int32 {
        do throws(SystemError) {
            return try open(path.parent, in: AT_FDCWD, O_RDONLY | O_DIRECTORY)
        } catch {
            switch error.number {
            case ENOENT:
                throw AuthKeysError(
                    FileCode.missing, "cannot create '\(path.text)': there is no folder '\(path.parent)'",
                    hint: FilePath.unexpandedHomeHint(path.text) ?? "mkdir -p \(shellWord(path.parent))")
            case ENOTDIR:
                throw AuthKeysError(
                    FileCode.notAFolder, "cannot create '\(path.text)': '\(path.parent)' is not a folder",
                    hint: "see what it is: ls -ld \(shellWord(path.parent))")
            default:
                throw error.error(while: .list, path.parent)
            }
        }
    }

    /// Finds out early whether entries may be made and renamed in the folder that is to hold the destination.
    func checkParent(
        _ parent: Int32, of path: DestinationPath, hint: String? = nil
    ) throws(AuthKeysError) {
        do throws(SystemError) { try checkWritable(parent) } catch {
            throw error.error(while: .create, path.text, hint: hint)
        }
    }
}
