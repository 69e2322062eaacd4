/// What goes wrong between a key and the place it is read from: shells, command lines, containers, jobs.
package enum PipelineCode: String, CodeFamily {
    case adminKeyUnset = "pipeline.no-admin-key"
    case argumentTooLong = "pipeline.argument-too-long"
    case base64Input = "pipeline.base64"
    case commandNotFound = "pipeline.value-run-as-command"
    case composeVariable = "pipeline.compose-variable"
    case credentials = "pipeline.no-credentials"
    case differingValues = "pipeline.differing-values"
    case envFileLine = "pipeline.env-file-line"
    case expiredCertificate = "pipeline.certificate"
    case keyAsOption = "pipeline.key-as-option"
    case mountedFolder = "pipeline.mounted-folder"
    case noDeployment = "pipeline.no-deployment"
    case outputSkipped = "pipeline.output-skipped"
    case permission = "pipeline.script-permission"
    case portInUse = "pipeline.port-in-use"
    case unmatchedQuote = "pipeline.unmatched-quote"
    case unreachable = "pipeline.unreachable"
    case workflowExpression = "pipeline.secret-name"

    package var meaning: String {
        switch self {
        case .adminKeyUnset: "The variable that should hold the admin key is empty or unset."
        case .argumentTooLong: "A value that was given as an argument is longer than the system takes."
        case .base64Input: "What was to be decoded from base64 holds characters that base64 does not have."
        case .commandNotFound: "A shell took a part of a value for a command: the value stood without quotes."
        case .composeVariable: "Compose put nothing, or a part, in place of a variable: it reads '$' in values."
        case .credentials: "The container has no credentials yet, or was started in another folder than its own."
        case .differingValues: "The variable is set to another value already, and nothing said to replace it."
        case .envFileLine: "A line of an env file is no assignment, such as the second line of a PEM key."
        case .expiredCertificate: "No secure connection came about, because the certificate was not accepted."
        case .keyAsOption: "A command took the key for an option, because it begins with hyphens."
        case .mountedFolder: "A folder stands where a file was to be mounted: the file was not there at the start."
        case .noDeployment: "The Convex CLI does not know which deployment is meant."
        case .outputSkipped: "The runner dropped the output of a job, because it holds a secret."
        case .permission: "The scripts of the image may be run by root only, and the container runs as another user."
        case .portInUse: "Another process listens on the port."
        case .unmatchedQuote: "A quote has no partner: a value with a line break or a quote in it broke the line."
        case .unreachable: "Nothing answers at the address: there is no such host, or nothing listens there."
        case .workflowExpression: "The workflow names a secret or a value that GitHub does not know."
        }
    }
}
