internal import Encodings

extension Catalogue {
    private static let oneLine = "'authkeys pem wrap key.pem --style spaces --out value.txt' makes one line of it"

    /// Between a key and the place it is read from.
    static let pipelineTroubles: [Trouble] = [
        Trouble(
            PipelineCode.keyAsOption, .cause,
            [
                .init(
                    "npx convex env set NAME \"$(cat key.pem)\": the value begins with hyphens",
                    fix: "'authkeys convex push auth-keys --yes', or npx convex env set -- NAME \"$VALUE\"")
            ],
            tell: ["authkeys convex push auth-keys"], explains: [ConvexAuthCode.keyUnset]),
        Trouble(
            PipelineCode.noDeployment, .cause,
            [
                .init(
                    "CONVEX_SELF_HOSTED_URL and CONVEX_SELF_HOSTED_ADMIN_KEY are not set for this step",
                    fix: "set both in the environment or in .env.local"),
                .init(
                    "a pull request of a fork may not read the secret, so it is empty",
                    fix: "run the step for branches of the repository only"),
            ], tell: ["authkeys convex push auth-keys"]),
        Trouble(
            PipelineCode.adminKeyUnset, .cause,
            [
                .init(
                    "its '|' stood unquoted in a file that a shell read, so the value is empty",
                    fix: "write CONVEX_SELF_HOSTED_ADMIN_KEY='…' in single quotes"),
                .init(
                    "the job may not read the secret", fix: "see for which branches and environments it is given out"),
            ], tell: ["authkeys convex push auth-keys"]),
        Trouble(
            PipelineCode.differingValues, .cause,
            [
                .init(
                    "the deployment has another value already",
                    fix: "'authkeys convex push auth-keys' shows the kids; --force of the Convex CLI replaces")
            ],
            tell: ["authkeys convex push auth-keys"]),
        Trouble(
            PipelineCode.unmatchedQuote, .cause,
            [
                .init(
                    "a value with quotes or line breaks was put into a line of shell",
                    fix:
                        "'authkeys emit dotenv --key key.pem --out .env.keys' writes lines that sh and dotenv read alike"
                )
            ],
            tell: ["authkeys doctor --env-file .env"]),
        Trouble(
            PipelineCode.commandNotFound, .cause,
            [
                .init(
                    "the key stands without quotes in a file that a shell sources",
                    fix: "'authkeys emit dotenv --key key.pem --out .env.keys' quotes it")
            ],
            tell: ["authkeys doctor --env-file .env"], explains: [ConvexAuthCode.keyUnset]),
        Trouble(
            PipelineCode.argumentTooLong, .cause,
            [
                .init(
                    "a key or a set was given where the name of a file belongs, or as one long argument",
                    fix: "give the file, or - and standard input")
            ],
            tell: ["authkeys key inspect key.pem"]),
        Trouble(
            PipelineCode.base64Input, .cause,
            [
                .init("the value is PEM and not base64 of it: nothing has to be decoded", fix: "use it as it is"),
                .init("spaces or \\n stand in it", fix: "'authkeys pem unwrap broken.txt --out key.pem' decodes it"),
            ], tell: ["authkeys key inspect env:JWT_PRIVATE_KEY_BASE64"]),
        Trouble(
            PipelineCode.envFileLine, .cause,
            [.init("the key has several lines, and this reader takes one line a variable", fix: oneLine)],
            tell: ["authkeys doctor --env-file .env"], explains: [ConvexAuthCode.keyUnset, ConsumerCode.keyTextRefused]),
        Trouble(
            PipelineCode.composeVariable, .cause,
            [
                .init(
                    "the variable is not in the shell or the .env beside the compose file",
                    fix:
                        "'authkeys emit compose --key key.pem --issuer https://example.com --out compose-keys' hands it over as a file"
                ),
                .init("a '$' in the value was taken for a variable", fix: "write $$"),
            ], tell: ["authkeys doctor --env-file .env"]),
        Trouble(
            PipelineCode.permission, .cause,
            [
                .init(
                    "compose sets user:, and the scripts of the image are for root only (mode 744)",
                    fix: "take user: away")
            ],
            tell: ["authkeys emit docker-entrypoint"]),
        Trouble(
            PipelineCode.credentials, .cause,
            [
                .init(
                    "run_backend.sh was started in another folder than /convex",
                    fix: "cd /convex first, as 'authkeys emit docker-entrypoint' does"),
                .init(
                    "the volume is new and the backend has not started once", fix: "start it, then make the admin key"),
            ], tell: ["authkeys emit docker-entrypoint"]),
        Trouble(
            PipelineCode.mountedFolder, .cause,
            [
                .init(
                    "the file did not exist when the container was made, so docker made a folder of that name",
                    fix: "remove the folder, put the file there, and make the container again")
            ],
            tell: ["authkeys key inspect key.pem"]),
        Trouble(
            PipelineCode.portInUse, .cause,
            [
                .init(
                    "another backend, or another program, listens on the port; no key is involved",
                    fix:
                        "stop it, or choose another port and set the origins to match: 'authkeys convex origins --issuer https://example.com'"
                )
            ],
            tell: ["authkeys convex origins --issuer https://example.com"]),
        Trouble(
            PipelineCode.outputSkipped, .cause,
            [
                .init(
                    "a job's output holds a masked value, so that the next job gets an empty one",
                    fix: "hand on files or secrets, not outputs; JWKS is public and need not be a secret")
            ],
            tell: ["authkeys jwks lint env:JWKS"]),
        Trouble(
            PipelineCode.workflowExpression, .cause,
            [
                .init(
                    "the secret is not defined for this repository or environment",
                    fix: "gh secret set JWT_PRIVATE_KEY < value.txt"),
                .init("secrets are not allowed in that place of the workflow", fix: "hand it to the step by env:"),
            ], tell: ["authkeys doctor --key env:JWT_PRIVATE_KEY"]),
        Trouble(
            EnvironmentCode.syntax, .cause,
            [.init("a value of several lines was written to GITHUB_ENV or GITHUB_OUTPUT as one", fix: oneLine)],
            tell: ["authkeys doctor --env-file .env"], explains: [ConvexAuthCode.keyUnset]),
        Trouble(
            EnvironmentCode.empty, .cause,
            [
                .init(
                    "the value is empty: a secret that the job may not read, or a file that is not there yet",
                    fix: "see where it is set; print its length, never its value"),
                .init("a response was cut off", fix: "ask again with curl -si"),
            ], tell: ["authkeys jwks lint env:JWKS"]),
    ]
}
