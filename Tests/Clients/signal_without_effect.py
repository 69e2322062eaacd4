"""signal_without_effect.py PROGRAM ARGUMENT...

Runs PROGRAM with the same streams and ends as it does. TERM is handed on to it and has no effect on it, as on the first
process of a container: held back it can be seen, let in it is dropped. That is done by tracing it, so that the address
sanitizer, which traces to look for leaks, cannot do so.
"""

import ctypes
import os
import signal
import sys

TRACEME, CONTINUE = 0, 7
ptrace = ctypes.CDLL(None, use_errno=True).ptrace
ptrace.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p]


def main():
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.alarm(280)
    child = os.fork()
    if child == 0:
        if ptrace(TRACEME, 0, None, None) != 0:
            sys.exit(f"cannot be traced: {os.strerror(ctypes.get_errno())}")
        os.execve(sys.argv[1], sys.argv[1:], os.environ | {"ASAN_OPTIONS": "detect_leaks=0"})
    signal.signal(signal.SIGTERM, lambda number, frame: os.kill(child, number))
    for descriptor in (0, 1, 2):
        os.close(descriptor)
    while True:
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            os._exit(os.waitstatus_to_exitcode(status) & 255)
        number = os.WSTOPSIG(status)
        ptrace(CONTINUE, child, None, 0 if number in (signal.SIGTRAP, signal.SIGTERM) else number)


main()
