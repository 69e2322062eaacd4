internal import CommandOptions

/// The group `authkeys convex`.
enum ConvexCommands {
    static let settings =
        "The deployment is the one that CONVEX_SELF_HOSTED_URL and CONVEX_SELF_HOSTED_ADMIN_KEY name, in the environment, "
        + ".env.local or .env, as for Convex's own CLI. The admin key is sent over https, or to this machine, and nowhere "
        + "else."

    static let specification = CommandSpec(
        group: "convex", abstract: "Set, fetch, rotate and place the keys of a self-hosted Convex deployment.",
        subcommands: [
            ConvexPushCommand.specification, ConvexPullCommand.specification, ConvexRotateCommand.specification,
            ConvexOriginsCommand.specification,
        ])
}
