/// The commands that mend a deployment, spelled in one place.
enum LiveFixes {
    static let push = Finding.Fix.command("authkeys convex push auth-keys --yes")

    /// Both values of Convex Auth are set together, others one by one.
    static func set(_ name: String) -> Finding.Fix {
        ["JWT_PRIVATE_KEY", "JWKS"].contains(name)
            ? push : .edit("npx convex env set \(name), with the value on standard input")
    }
}
