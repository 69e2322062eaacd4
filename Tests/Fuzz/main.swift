import CLibFuzzer
import FuzzProperties
import Glibc

if CommandLine.arguments.contains("--names") {
    for property in FuzzProperty.all { print(property.name) }
    exit(0)
}
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
exit(
    unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
        Fuzzed.check(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
    })
