"""lines_progress.py PROGRAM ARGUMENT...

PROGRAM answers each line of standard input with one on standard output. Runs it three times at once with standard error
on a terminal: as it is, with --quiet, and on a terminal that cannot move its cursor. Gives all of them one line after the
other until the first has drawn something three times, and prints what was shown on each terminal as JSON.
"""

import json
import os
import pty
import select
import signal
import subprocess
import sys

DRAWN = b"\r\x1b[K"


class Run:
    def __init__(self, command, **environment):
        self.shown = b""
        self.terminal, terminal = pty.openpty()
        self.process = subprocess.Popen(
            command, env={"NO_COLOR": "1", **environment}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=terminal)
        os.close(terminal)

    def ask(self):
        self.process.stdin.write(b"x\n")
        self.process.stdin.flush()
        if not self.process.stdout.readline():
            sys.exit("it gives no answer")
        while select.select([self.terminal], [], [], 0)[0]:
            self.shown += os.read(self.terminal, 65536)

    def finish(self):
        self.process.stdin.close()
        self.process.stdout.read()
        while True:
            try:
                self.shown += os.read(self.terminal, 65536)
            except OSError:  # EIO: nobody has the other end any more
                break
        self.process.wait()
        return self.shown.decode()


def main():
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.alarm(280)
    command = sys.argv[1:]
    runs = {
        "watched": Run(command, TERM="xterm"), "quiet": Run([*command, "--quiet"], TERM="xterm"),
        "dumb": Run(command, TERM="dumb")}
    while runs["watched"].shown.count(DRAWN) < 3:
        for run in runs.values():
            run.ask()
    print(json.dumps({name: run.finish() for name, run in runs.items()}))


main()
