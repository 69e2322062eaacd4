import Encodings

/// How to undo what was done so far, last step first.
struct Rollback {
    private struct Step {
        /// What is left behind when it cannot be undone, as a person would write it.
        let path: String
        /// Steps before this one may only be undone after it: their files are in place until then.
        let holdsEarlierSteps: Bool
        let undo: () throws(SystemError) -> Void
    }

    private var steps: [Step] = []
    var count: Int { steps.count }

    mutating func add(
        _ path: String, holdsEarlierSteps: Bool = false, _ undo: @escaping () throws(SystemError) -> Void
    ) {
        steps.append(Step(path: path, holdsEarlierSteps: holdsEarlierSteps, undo: undo))
    }

    /// Undoes everything that it can.
    ///
    /// - Returns: `error`, with what could not be undone added to it.
    func error(after error: AuthKeysError) -> AuthKeysError {
        var left: [String] = []
        for step in steps.reversed() {
            do throws(SystemError) { try step.undo() } catch {
                left.append("'\(step.path)' is left as it is: \(error.text)")
                if step.holdsEarlierSteps { break }
            }
        }
        guard !left.isEmpty else { return error }
        return AuthKeysError(
            FileCode(rawValue: error.code.rawValue) ?? .failed, "\(error.message); \(left.joined(separator: "; "))",
            hint: error.hint, underlying: error.underlying + left)
    }
}
