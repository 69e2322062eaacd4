internal import CAuthKeysLinux
internal import Glibc

/// How much can run at once.
package enum ProcessorCount {
    /// The processors that this process may run on, at least 1; an affinity mask (taskset, a cpuset) counts, a share of
    /// processor time (a CPU quota) does not.
    package static var available: Int {
        // Room for 8,192: the kernel refuses a mask smaller than its own.
        var mask = [UInt64](repeating: 0, count: 128)
        let status = unsafe mask.withUnsafeMutableBytes {
            unsafe authkeys_sched_getaffinity(0, $0.count, $0.baseAddress)
        }
        guard status >= 0 else { return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
        return max(1, mask.reduce(0) { $0 + $1.nonzeroBitCount })
    }
}
