"""completing_shell.py SHELL SCRIPT

An interactive SHELL on a terminal of its own, with the completions of SCRIPT: sourced, or found in its folder when its
name is the one that the shell looks for there, _authkeys or authkeys.fish. Each line of standard input is typed, then
the tabulator key and the return key. Prints a line of JSON for each: "words", those that the command was run with, and
"candidates", what the shell was offered, each with what it shows beside it; for bash, which finds files itself, with the
option that asks for them.
"""

import fcntl
import json
import os
import pty
import shlex
import signal
import struct
import sys
import termios

SHELLS = {
    "bash": (
        ["--norc", "--noprofile", "-i"],
        r"""
        bind 'set enable-bracketed-paste off'
        authkeys() { printf '%s\0' "$@" >&9; printf '\1' >&9; }
        source "$SCRIPT"
        compopt() { printf '%s\2' "compopt $*" >&9; builtin compopt "$@"; }
        capture() {
            _authkeys "$@"
            (( ${#COMPREPLY[@]} == 0 )) || printf '%s\2' "${COMPREPLY[@]}" >&9
        }
        complete -o nosort -F capture authkeys
        """,
    ),
    "zsh": (
        ["-f", "-i"],
        r"""
        [[ ${SCRIPT:t} != _authkeys ]] || fpath=("${SCRIPT:h}" $fpath)
        autoload -Uz compinit && compinit -u -D
        [[ ${SCRIPT:t} == _authkeys ]] || source "$SCRIPT"
        bindkey '^I' complete-word
        # Options that do the same are two candidates.
        zstyle ':completion:*' list-grouped false
        authkeys() { printf '%s\0' "$@" >&9; printf '\1' >&9; }
        compadd() {
            if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
            local -a found shown before
            local name index
            if (( $@[(I)-d] )); then
                name=${@[$(( ${@[(i)-d]} + 1 ))]}
                if [[ $name == \(* ]]; then eval "shown=$name"; else shown=("${(@P)name}"); fi
            fi
            builtin compadd -A found -D shown "$@"
            zparseopts -E p:=before
            for (( index = 1; index <= $#found; index++ )); do
                printf '%s\t%s\2' "$IPREFIX$before[2]$found[index]" "$shown[index]" >&9
            done
            builtin compadd "$@"
        }
        """,
    ),
    "fish": (
        ["--no-config", "-i"],
        r"""
        function authkeys; printf '%s\0' $argv >&9; printf '\1' >&9; end
        function capture; printf '%s\2' (complete -C (commandline -cp)) >&9; commandline -f complete; end
        bind \t capture
        if string match -q -- '*/authkeys.fish' $SCRIPT
            set -p fish_complete_path (path dirname $SCRIPT)
        else
            source $SCRIPT
        end
        """,
    ),
}


def main():
    shell, script = sys.argv[1:]
    arguments, setup = SHELLS[shell]
    setup_file = os.path.join(os.path.dirname(script), "setup")
    with open(setup_file, "w") as file:
        file.write(setup + "\nprintf '\\1' >&9\n")
    reading, writing = os.pipe()
    process, terminal = pty.fork()
    if process == 0:
        os.dup2(writing, 9)
        os.environ |= {"SCRIPT": script, "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        os.execvp(shell, [shell] + arguments)
    os.close(writing)
    # Wide and high enough that no shell shortens a list or asks whether it is to be shown.
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 500, 500, 0, 0))
    # What the shell draws has to be taken, or it stops.
    if os.fork() == 0:
        try:
            while os.read(terminal, 65536):
                pass
        except OSError:
            os._exit(0)
    os.write(terminal, f"source {shlex.quote(setup_file)}\r".encode())
    answer(reading)
    for line in sys.stdin.read().splitlines():
        os.write(terminal, line.encode() + b"\t\r")
        seen = answer(reading)
        candidates, words = seen.rsplit("\2", 1) if "\2" in seen else ("", seen)
        result = {
            "words": words.split("\0")[:-1],
            "candidates": [candidate for candidate in candidates.split("\2") if candidate],
        }
        print(json.dumps(result), flush=True)
    os.kill(process, signal.SIGKILL)


def answer(reading):
    """All up to a byte 1."""
    seen = b""
    while not seen.endswith(b"\1"):
        # It ends itself when nothing happens for a minute.
        signal.alarm(60)
        more = os.read(reading, 65536)
        if not more:
            sys.exit(f"the shell ended; it had answered {seen!r}")
        seen += more
    return seen[:-1].decode()


main()
