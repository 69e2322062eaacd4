internal import Consumers

/// The commands that mend a deployment, spelled in one place.
enum LiveFixes {
    /// What is stored, as it should be, made of the stored key. When that cannot be written, nothing is pushed.
    static let rewrite = Finding.Fix.command(
        "authkeys doctor --live --fix fixed.env; [ $? -le 1 ] && authkeys convex push --env-file fixed.env --yes")

    /// For a key that cannot stay, or cannot be read.
    static let replace = Finding.Fix.command("authkeys convex rotate --yes")

    /// For a deployment that has no pair.
    static let seed = Finding.Fix.command("authkeys generate && authkeys convex push auth-keys --yes")

    /// Both values of Convex Auth are set together.
    /// - Parameters:
    ///   - isReadable: whether the stored key can be read, in whatever form it is.
    ///   - isReplaced: whether it must not stay.
    static func pair(in live: LiveEvidence, isReadable: Bool, isReplaced: Bool = false) -> Finding.Fix {
        if isReadable, !isReplaced { return rewrite }
        if let push = live.given?.push { return push }
        let isSet = VariableNotStored.names.contains { live.stored?.has($0) ?? false }
        return isSet ? replace : seed
    }

    static func pair(in live: LiveEvidence) -> Finding.Fix {
        pair(in: live, isReadable: live.stored?.signingKey != nil)
    }

    /// Others than the two are set one by one.
    static func set(_ name: String, in live: LiveEvidence) -> Finding.Fix {
        VariableNotStored.names.contains(name)
            ? pair(in: live) : .edit("npx convex env set \(name), with the value on standard input")
    }
}
