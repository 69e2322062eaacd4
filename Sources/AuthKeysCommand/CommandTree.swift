package import CommandOptions

/// All the commands there are. Parsing, help and dispatch read this.
package enum CommandTree {
    static let commands: [[String]: any Command.Type] = [
        ["generate"]: GenerateCommand.self,
        ["key", "convert"]: KeyConvertCommand.self,
        ["key", "inspect"]: KeyInspectCommand.self,
        ["key", "check"]: KeyCheckCommand.self,
        ["pem", "wrap"]: PEMWrapCommand.self,
        ["pem", "unwrap"]: PEMUnwrapCommand.self,
        ["jwks", "derive"]: JWKSDeriveCommand.self,
        ["jwks", "add"]: JWKSAddCommand.self,
        ["jwks", "remove"]: JWKSRemoveCommand.self,
        ["jwks", "merge"]: JWKSMergeCommand.self,
        ["jwks", "list"]: JWKSListCommand.self,
        ["jwks", "lint"]: JWKSLintCommand.self,
        ["jwt", "sign"]: JWTSignCommand.self,
        ["jwt", "verify"]: JWTVerifyCommand.self,
        ["jwt", "inspect"]: JWTInspectCommand.self,
        ["convex", "push"]: ConvexPushCommand.self,
        ["convex", "pull"]: ConvexPullCommand.self,
        ["convex", "rotate"]: ConvexRotateCommand.self,
        ["convex", "origins"]: ConvexOriginsCommand.self,
        ["rotation", "init"]: RotationInitCommand.self,
        ["rotation", "status"]: RotationStatusCommand.self,
        ["rotation", "plan"]: RotationPlanCommand.self,
        ["rotation", "apply"]: RotationApplyCommand.self,
        ["rotation", "confirm"]: RotationConfirmCommand.self,
        ["rotation", "simulate"]: RotationSimulateCommand.self,
        ["rotation", "rollback"]: RotationRollbackCommand.self,
        ["rotation", "revoke"]: RotationRevokeCommand.self,
        ["emit", "dotenv"]: EmitDotEnvCommand.self,
        ["emit", "docker-env"]: EmitDockerEnvCommand.self,
        ["emit", "docker-entrypoint"]: EmitDockerEntrypointCommand.self,
        ["emit", "compose"]: EmitComposeCommand.self,
        ["emit", "kubernetes"]: EmitKubernetesCommand.self,
        ["emit", "github-actions"]: EmitGitHubActionsCommand.self,
        ["emit", "auth-config"]: EmitAuthConfigCommand.self,
        ["emit", "well-known"]: EmitWellKnownCommand.self,
        ["emit", "gitignore"]: EmitGitIgnoreCommand.self,
        ["doctor"]: DoctorCommand.self,
        ["explain"]: ExplainCommand.self,
        ["completions"]: CompletionsCommand.self,
    ]

    /// Options that every command takes.
    static let json = Flag("json", help: "Print the result as JSON, without any secret.")
    static let quiet = Flag("quiet", short: "q", help: "Print errors only, and data that was asked for.")

    package static let root = CommandSpec(
        group: "authkeys",
        abstract: "The RSA keys that sign JWTs: make them, publish them, put them where they are read.",
        discussion: [
            "'authkeys generate' makes a key pair in the folder auth-keys, with the values of JWT_PRIVATE_KEY and JWKS "
                + "ready to use, and proves that they work together before it writes them."
        ],
        commonOptions: [json.spec, quiet.spec],
        examples: [
            .init("authkeys generate", "Make keys for Convex Auth in the folder auth-keys."),
            .init("authkeys generate --help", "Show what can be chosen."),
        ],
        exitStatuses: [
            .init(0, "Done, or the answer is yes."),
            .init(1, "The answer is no."),
            .init(2, "The input could not be read or processed, or a file or the network failed."),
            .init(64, "The command line is wrong."),
            .init(70, "A fault of this program."),
        ],
        subcommands: [
            GenerateCommand.specification, key, pem, jwks, jwt, ConvexCommands.specification,
            RotationCommands.specification, emit,
            DoctorCommand.specification,
            ExplainCommand.specification,
            CompletionsCommand.specification,
        ])

    private static let key = CommandSpec(
        group: "key", abstract: "Convert keys, say what they are, judge their strength.",
        subcommands: [
            KeyConvertCommand.specification, KeyInspectCommand.specification, KeyCheckCommand.specification,
        ])

    private static let pem = CommandSpec(
        group: "pem", abstract: "Put the text of a key on one line, and back.",
        subcommands: [PEMWrapCommand.specification, PEMUnwrapCommand.specification])

    private static let jwks = CommandSpec(
        group: "jwks", abstract: "Make, edit, list and judge JWK sets.",
        subcommands: [
            JWKSDeriveCommand.specification, JWKSAddCommand.specification, JWKSRemoveCommand.specification,
            JWKSMergeCommand.specification, JWKSListCommand.specification, JWKSLintCommand.specification,
        ])

    private static let jwt = CommandSpec(
        group: "jwt", abstract: "Sign tokens, verify them, and say what is in one.",
        subcommands: [
            JWTSignCommand.specification, JWTVerifyCommand.specification, JWTInspectCommand.specification,
        ])

    private static let emit = CommandSpec(
        group: "emit", abstract: "Write a key in the form in which a deployment takes it.",
        subcommands: [
            EmitDotEnvCommand.specification, EmitDockerEnvCommand.specification,
            EmitDockerEntrypointCommand.specification, EmitComposeCommand.specification,
            EmitKubernetesCommand.specification, EmitGitHubActionsCommand.specification,
            EmitAuthConfigCommand.specification, EmitWellKnownCommand.specification,
            EmitGitIgnoreCommand.specification,
        ])
}
