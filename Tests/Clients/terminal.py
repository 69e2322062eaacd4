"""terminal.py PROGRAM SCENARIO

Runs PROGRAM, which asks for a secret, on a new terminal, as a job in the foreground of its session, does there what the
scenario says, and prints what was seen as JSON. Nothing is timed; it ends itself when nothing happens for a minute.
"""

import fcntl
import json
import os
import pty
import signal
import sys
import termios

QUESTION = b"Secret: "


class Terminal:
    def __init__(self, program):
        signal.alarm(60)
        self.shown = b""
        self.master, self.slave = pty.openpty()
        self.output, output = os.pipe()
        self.endings, endings = os.pipe()
        if os.fork() == 0:
            lead(program, self.slave, output, endings)
        os.close(output)
        os.close(endings)
        self.endings = os.fdopen(self.endings, "r")
        self.process = int(self.endings.readline())

    def echoes(self):
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)

    def wait_for_question(self, number=1):
        while self.shown.count(QUESTION) < number:
            self.shown += os.read(self.master, 1024)

    def type(self, keys):
        os.write(self.master, keys)

    def ending(self):
        return self.endings.readline().strip()

    def finish(self, **seen):
        seen["ending"] = self.ending()
        seen["echoes_after"] = self.echoes()
        seen["printed"] = os.read(self.output, 4096).decode().strip()
        os.set_blocking(self.master, False)
        try:
            self.shown += os.read(self.master, 65536)
        except BlockingIOError:
            pass
        seen["shown"] = self.shown.decode().replace("\r\n", "\n")
        print(json.dumps(seen))


def lead(program, terminal, output, endings):
    """The leader of the session, as a shell is: without one, a job on a terminal cannot be stopped."""
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    job = os.fork()
    if job == 0:
        signal.alarm(60)
        os.setpgid(0, 0)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        os.tcsetpgrp(terminal, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.dup2(os.open("/dev/null", os.O_RDWR), 0)
        os.dup2(output, 1)
        os.execv(program, [program])
    os.close(output)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    os.write(endings, f"{job}\n".encode())
    while True:
        _, status = os.waitpid(job, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            os.write(endings, f"stopped {os.WSTOPSIG(status)}\n".encode())
            continue
        ending = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit {os.WEXITSTATUS(status)}"
        os.write(endings, f"{ending}\n".encode())
        os._exit(0)


def main():
    terminal = Terminal(sys.argv[1])
    scenario = sys.argv[2]
    terminal.wait_for_question()
    seen = {"echoes_while_asking": terminal.echoes()}
    if scenario == "stop":
        terminal.type(b"half\x1a")
        seen["stopped"] = terminal.ending()
        seen["echoes_while_stopped"] = terminal.echoes()
        os.kill(terminal.process, signal.SIGCONT)
        terminal.wait_for_question(2)
        seen["echoes_again"] = terminal.echoes()
        terminal.type(b"hunter2\n")
    elif scenario.startswith("signal-"):
        os.kill(terminal.process, int(scenario.removeprefix("signal-")))
    else:
        terminal.type(scenario.encode().decode("unicode_escape").encode("latin-1"))
    terminal.finish(**seen)


main()
