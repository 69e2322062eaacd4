internal import Glibc

package enum ProcessExit {
    package static func end(_ status: Int32) -> Never {
        exit(status)
    }
}
