/// What people see when no message says why.
package enum SymptomCode: String, CodeFamily {
    case afterDeploy = "symptom.after-deploy"
    case afterRestart = "symptom.after-restart"
    case afterRotation = "symptom.after-rotation"
    case everybody = "symptom.everybody"
    case hourly = "symptom.hourly"
    case identityNull = "symptom.no-identity"
    case inPipeline = "symptom.not-in-ci"
    case inContainer = "symptom.not-in-container"
    case keyExposed = "symptom.key-exposed"
    case loop = "symptom.sign-in-loop"
    case reconnecting = "symptom.reconnect-loop"
    case serverSide = "symptom.server-side"
    case sometimes = "symptom.sometimes"

    package var meaning: String {
        switch self {
        case .afterDeploy: "Users are signed out after a deployment."
        case .afterRestart: "Users are signed out, or cannot sign in, after the backend was restarted."
        case .afterRotation: "Users are signed out after the key was changed."
        case .everybody: "Nobody can sign in."
        case .hourly: "Users are signed out after an hour."
        case .identityNull: "A function sees no user although somebody is signed in."
        case .inPipeline: "It works on a developer's machine and not in CI."
        case .inContainer: "It works outside of the container and not inside."
        case .keyExposed: "The private key was where others could read it: in git, a log, a chat."
        case .loop: "Signing in succeeds, and the user is signed out again at once."
        case .reconnecting: "The client connects again and again, and shows no error."
        case .serverSide: "Pages that a server renders see no user, and the browser does."
        case .sometimes: "Some requests are refused and others are not, with the same token."
        }
    }
}
