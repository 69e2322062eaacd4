import CSpawn
import Glibc

/// A file descriptor that is closed once.
final class Descriptor {
    private(set) var number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    func close() {
        guard number >= 0 else { return }
        _ = Glibc.close(number)
        number = -1
    }

    deinit {
        close()
    }
}

struct Pipe {
    let readEnd: Descriptor
    let writeEnd: Descriptor

    /// Closed on exec, or a child started at the same moment by another test would hold it open.
    init() throws(ChildProcess.Failure) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw .system(call: "pipe2", errno: errno) }
        readEnd = Descriptor(ends[0])
        writeEnd = Descriptor(ends[1])
    }
}

struct RunningChild {
    let identifier: pid_t

    func wait() -> ChildProcess.Termination {
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
    }

    func killSession() {
        kill(-identifier, SIGKILL)
        _ = wait()
    }
}

extension ChildProcess {
    /// `posix_spawn` with default signal handling, whatever the tests have set for themselves.
    func spawn(input: Descriptor?, output: Descriptor, error: Descriptor) throws(Failure) -> RunningChild {
        let path = try Executable.path(of: executable)

        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if let input {
            unsafe posix_spawn_file_actions_adddup2(&actions, input.number, STDIN_FILENO)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        unsafe posix_spawn_file_actions_adddup2(&actions, output.number, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, error.number, STDERR_FILENO)
        if let workingDirectory {
            unsafe posix_spawn_file_actions_addchdir_np(&actions, workingDirectory)
        }

        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD] { unsafe sigaddset(&signals, signal) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | authkeys_POSIX_SPAWN_SETSID
        unsafe posix_spawnattr_setflags(&attributes, flags)

        let variables = environment?.map { "\($0.key)=\($0.value)" }
        var identifier = pid_t()
        // By its path: a Python finds the environment that it belongs to beside the name it was started by.
        let result = unsafe withCStringArray([path] + arguments) { argv in
            if let variables {
                unsafe withCStringArray(variables) { envp in
                    unsafe posix_spawn(&identifier, path, &actions, &attributes, argv, envp)
                }
            } else {
                unsafe posix_spawn(&identifier, path, &actions, &attributes, argv, environ)
            }
        }
        guard result == 0 else { throw .system(call: "starting \(path)", errno: result) }
        return RunningChild(identifier: identifier)
    }
}

/// The array is closed by a null pointer, as `exec` wants it.
private func withCStringArray<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe strings.map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe body(pointers)
}

func errorText(_ number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
}
