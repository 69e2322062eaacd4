internal import Diagnosis
internal import Synchronization

/// What the servers that were asked have been shown or have said, as far as it is secret.
final class SecretsOfServers: Sendable {
    private let secrets = Mutex(RemoteSecrets())

    func learn(_ learn: (inout RemoteSecrets) -> Void) {
        secrets.withLock { learn(&$0) }
    }

    var all: RemoteSecrets { secrets.withLock { $0 } }

    func cleaned(_ text: String) -> String { all.cleaned(text) }
}
