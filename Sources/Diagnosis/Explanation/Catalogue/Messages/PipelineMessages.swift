internal import Encodings

extension Catalogue {
    /// Of shells, containers and jobs that hand a key on.
    static let pipelineMessages: [KnownMessage] = [
        KnownMessage(
            .shell, PipelineCode.unmatchedQuote, "unexpected EOF while looking for matching",
            "Syntax error: Unterminated quoted string", "unmatched \"", "Unclosed quote",
            example: "bash: line 3: unexpected EOF while looking for matching `\"'"),
        KnownMessage(
            .shell, PipelineCode.commandNotFound, "PRIVATE: <command not found|not found>",
            "PRIVATE KEY-----: command not found",
            "-----BEGIN: <command not found|not found>", "-----END: <command not found|not found>",
            "MII{}: <command not found|not found|File name too long>", "KEY-----: <command not found|not found>",
            "-----BEGIN {}: <command not found|not found>", "command not found: <PRIVATE|-----BEGIN|-----END|MII>",
            example: ".env: line 2: PRIVATE: command not found"),
        KnownMessage(
            .shell, PipelineCode.argumentTooLong, "Argument list too long", "File name too long", "ENAMETOOLONG",
            "Error: ENAMETOOLONG: name too long", "E2BIG"),
        KnownMessage(
            .shell, PipelineCode.base64Input, "base64: invalid input", "base64: truncated input",
            "base64: stdin: (null): error decoding",
            "Invalid character in input stream", example: "base64: invalid input"),
        KnownMessage(
            .docker, PipelineCode.envFileLine, "unexpected character {} in variable name",
            "invalid env file", "poorly formatted environment: variable",
            "unexpected character {} in variable name near",
            "failed to read {}.env: line", "Invalid environment file",
            "variable '{}' <contains whitespaces|contains white spaces|has white spaces>",
            "python-dotenv could not parse statement",
            example: "failed to read .env: line 2: unexpected character \"/\" in variable name near \"MIIE/\""),
        KnownMessage(
            .docker, PipelineCode.composeVariable, "variable is not set. Defaulting to a blank string",
            "Invalid interpolation format", "invalid interpolation format for",
            "required variable {} is missing a value",
            example: "The \"NAME\" variable is not set. Defaulting to a blank string."),
        KnownMessage(
            .docker, PipelineCode.permission, "./run_backend.sh: Permission denied",
            "./generate_admin_key.sh: Permission denied",
            "read_credentials.sh: Permission denied", "docker-entrypoint{}: permission denied",
            "exec {}.sh{}: permission denied", example: "exec ./run_backend.sh: permission denied"),
        KnownMessage(
            .docker, PipelineCode.credentials, "./read_credentials.sh: No such file or directory",
            "read_credentials.sh: No such file", "credentials/instance_secret: No such file or directory",
            "INSTANCE_SECRET is required", "INSTANCE_NAME is required"),
        KnownMessage(
            .docker, PipelineCode.mountedFolder, "Are you trying to mount a directory onto a file",
            "not a directory: unknown: Are you trying to mount a directory onto a file", "read error: Is a directory",
            ".pem: Is a directory", "EISDIR: illegal operation on a directory, read"),
        KnownMessage(
            .docker, PipelineCode.portInUse, "address already in use", "port is already allocated", "EADDRINUSE",
            "EADDRINUSE: address already in use",
            example: "Bind for 0.0.0.0:3210 failed: port is already allocated"),
        KnownMessage(
            .github, PipelineCode.outputSkipped, "Skip output {} since it may contain secret",
            example: "Warning: Skip output 'jwks' since it may contain secret."),
        KnownMessage(
            .github, PipelineCode.workflowExpression, "Unrecognized named-value: 'secrets'",
            "Context access might be invalid", "Secret {} is required, but not provided",
            example: "Secret NAME is required, but not provided while calling."),
        KnownMessage(
            .github, EnvironmentCode.syntax, "Unable to process file command 'env' successfully",
            "Invalid value. Matching delimiter not found",
            "Unable to process file command 'output' successfully", "Error: Invalid format '",
            "Unable to process file command 'env' successfully{}Invalid value. Matching delimiter not found",
            example: "Error: Unable to process file command 'env' successfully."),
        KnownMessage(
            [.shell], LibraryCode.noKey,
            [
                "<JWT_PRIVATE_KEY|JWT_PRIVATE_KEY_BASE64|JWKS>: "
                    + "<unbound variable|parameter not set|parameter null or not set>"
            ]),
        KnownMessage(
            .others, KeyTextCode.literalCommand, "$(cat {}.pem)", "value is {}$(cat",
            example: "JWT_PRIVATE_KEY is $(cat key.pem)"),
    ]
}
