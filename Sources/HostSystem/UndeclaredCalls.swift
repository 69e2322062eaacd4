// Calls of the GNU C library that its headers show only to `_GNU_SOURCE`, which the compiler's Glibc module is built
// without. They are declared here under their own symbols; integers and pointers are passed alike in both conventions.

/// renameat2(2): 1 is RENAME_NOREPLACE, 2 is RENAME_EXCHANGE.
@_silgen_name("renameat2")
func renameat2(
    _ oldFolder: Int32, _ oldName: UnsafePointer<CChar>, _ newFolder: Int32, _ newName: UnsafePointer<CChar>,
    _ flags: UInt32
) -> Int32

/// getauxval(3): 0 for an entry that the kernel did not pass.
@_silgen_name("getauxval")
func getauxval(_ type: UInt) -> UInt

/// sched_getaffinity(2), for the process when `process` is 0.
@_silgen_name("sched_getaffinity")
func sched_getaffinity(_ process: Int32, _ byteCount: Int, _ mask: UnsafeMutableRawPointer?) -> Int32
