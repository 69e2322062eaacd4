/// What was being done when the system refused; it decides the verb of the message, and which right was missing.
package enum FileAction: Sendable, Hashable, CaseIterable {
    case read, inspect, list, create, protect, write, flush, place, replace, remove, lock

    var verb: String {
        switch self {
        case .read: "read"
        case .inspect: "look at"
        case .list: "look into"
        case .create: "create"
        case .protect: "set the rights of"
        case .write: "write"
        case .flush: "flush to disk"
        case .place: "put into place"
        case .replace: "replace"
        case .remove: "remove"
        case .lock: "lock"
        }
    }

    /// Whether it needs the right to read; all others need the right to write.
    var onlyReads: Bool {
        switch self {
        case .read, .inspect, .list, .lock: true
        case .create, .protect, .write, .flush, .place, .replace, .remove: false
        }
    }
}
