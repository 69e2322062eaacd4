package import Encodings
import Glibc

/// The clock of the machine.
package enum SystemClock {
    /// The wall-clock time, to the nanosecond as far as the machine has it.
    package static func now() -> NumericDate {
        var time = timespec()
        // Cannot fail: every Linux has this clock, and the pointer is good.
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return NumericDate(secondsSince1970: Int64(time.tv_sec), nanoseconds: UInt32(clamping: time.tv_nsec))
    }
}
