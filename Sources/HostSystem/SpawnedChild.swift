internal import CAuthKeysLinux
internal import Glibc

/// A process that this one started, until it is waited for.
struct SpawnedChild {
    enum Ending: Sendable, Hashable {
        case exited(Int32)
        case signalled(Int32)
        /// How it ended was told to somebody else.
        case unknown
    }

    private let identifier: pid_t
    private let leadsGroup: Bool

    /// Signals are handled as a program expects it at its start, whatever this process has set for itself. What it was
    /// started with ignored, as by `nohup`, the child ignores too. What this thread holds back of INT, TERM and HUP so that
    /// a step comes to its end, a child holds back that takes part in it: a terminal sends them to both.
    ///
    /// - Parameters:
    ///   - descriptors: what the child finds under which number; everything else is closed.
    ///   - leadsGroup: whether the child and all that it starts are a process group, which ``end()`` ends as a whole.
    init(
        _ path: String, arguments: [String], environment: [String], descriptors: [(OpenDescriptor, Int32)],
        leadsGroup: Bool = false
    ) throws(SystemError) {
        self.leadsGroup = leadsGroup
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (own, number) in descriptors { unsafe posix_spawn_file_actions_adddup2(&actions, own.number, number) }
        // What a shell has opened for this process (exec 7< key.pem) is inherited further unless it is closed.
        let given = Set(descriptors.map(\.1))
        let end = (given.max() ?? -1) + 1
        for number in 0..<end where !given.contains(number) {
            unsafe posix_spawn_file_actions_addclose(&actions, number)
        }
        let failure = unsafe authkeys_posix_spawn_file_actions_addclosefrom_np(&actions, end)
        guard failure == 0 else { throw SystemError(failure) }

        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var own = sigset_t()
        var signals = sigset_t()
        unsafe pthread_sigmask(SIG_BLOCK, nil, &own)
        unsafe sigemptyset(&signals)
        for signal in leadsGroup ? [] : [SIGINT, SIGTERM, SIGHUP] where unsafe sigismember(&own, signal) == 1 {
            unsafe sigaddset(&signals, signal)
        }
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigemptyset(&signals)
        for signal in [SIGPIPE, SIGXFSZ, SIGCHLD] { unsafe sigaddset(&signals, signal) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(
            &attributes,
            Int16(
                POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (leadsGroup ? POSIX_SPAWN_SETPGROUP : 0)))

        var identifier = pid_t()
        let number = unsafe withCStrings(arguments) { arguments in
            unsafe withCStrings(environment) { environment in
                unsafe posix_spawn(&identifier, path, &actions, &attributes, arguments, environment)
            }
        }
        guard number == 0 else { throw SystemError(number) }
        self.identifier = identifier
    }

    /// Waits for it to end by itself; nil when it has not by the deadline.
    func wait(until deadline: ContinuousClock.Instant) -> Ending? {
        while ContinuousClock.now < deadline {
            switch status(WNOHANG) {
            case .ended(let ending): return ending
            case .running: _ = poll(nil, 0, 2)
            }
        }
        return nil
    }

    /// Ends it at once and waits for it.
    func end() {
        kill(leadsGroup ? -identifier : identifier, SIGKILL)
        _ = status(0)
    }

    private enum Status {
        case running
        case ended(Ending)
    }

    private func status(_ options: Int32) -> Status {
        var status: Int32 = 0
        while true {
            let found = unsafe waitpid(identifier, &status, options)
            if found == 0 { return .running }
            if found == identifier { break }
            if errno != EINTR { return .ended(.unknown) }
        }
        let signal = status & 0x7F
        return .ended(signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal))
    }
}

/// The array is closed by a null pointer, as exec(3) wants it.
private func withCStrings<Result>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe texts.map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe body(pointers)
}
