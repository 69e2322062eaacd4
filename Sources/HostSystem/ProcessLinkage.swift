internal import CAuthKeysLinux

/// How this executable was linked.
package enum ProcessLinkage {
    /// Whether it is a static executable: the kernel started no dynamic loader for it.
    ///
    /// The auxiliary vector holds the address of the loader under AT_BASE, and 0 when there is none. A dynamic
    /// executable that somebody starts through its loader by hand (`ld-linux.so.2 ./program`) looks static here.
    package static var isStatic: Bool {
        getauxval(authkeys_AT_BASE) == 0
    }
}
