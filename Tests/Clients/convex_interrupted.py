"""convex_interrupted.py BINARY FOLDER FIRST.json

Ends `authkeys convex rotate --yes` with a signal at each of its requests, which the model deployment then does or does
not do, and lets a job run after it that rotates old keys only: where its files are and where they are not. A signal that
it was started with ignored has no effect. All but KILL go to what it started, too, as from a terminal. Prints one JSON line
for each try:

    {"signal", "at", "isDone", "keepsFiles", "isIgnored", "status", "error", "variables",
     "again": {"status", "error", "variables"}}
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading

sys.dont_write_bytecode = True
import convex_deployment as deployment  # noqa: E402


def run(binary, folder, port, *options, ignoring=None):
    environment = {
        "PATH": os.environ["PATH"], "HOME": folder, "CONVEX_SELF_HOSTED_URL": f"http://127.0.0.1:{port}",
        "CONVEX_SELF_HOSTED_ADMIN_KEY": deployment.ADMIN_KEY}
    return subprocess.Popen(
        [binary, "convex", "rotate", "--yes", *options], cwd=folder, env=environment, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=ignoring and (lambda: signal.signal(ignoring, signal.SIG_IGN)))


def outcome(process):
    _, error = process.communicate(timeout=60)
    return {"status": process.returncode, "error": error, "variables": dict(deployment.variables)}


def interrupt(binary, folder, port, first, number, at, is_done, keeps_files, is_ignored=False):
    deployment.variables.clear()
    deployment.variables.update(first)
    deployment.backend.cache.clear()
    deployment.backend.clock = 0.0
    deployment.requests.clear()
    shutil.rmtree(folder, ignore_errors=True)
    os.mkdir(folder)
    started = threading.Event()
    processes = []

    def on_request(count, was_answered):
        if was_answered or count != at:
            return
        started.wait(30)
        os.kill(processes[0].pid if number == signal.SIGKILL else -processes[0].pid, number)
        if number == signal.SIGKILL:
            processes[0].wait(30)
            if not is_done:
                raise deployment.Dropped

    deployment.settings.on_request = on_request
    processes.append(run(binary, folder, port, ignoring=number if is_ignored else None))
    started.set()
    found = outcome(processes[0])
    deployment.settings.on_request = lambda count, was_answered: None
    if not keeps_files:
        shutil.rmtree(folder)
        os.mkdir(folder)
    return found | {
        "signal": number, "at": at, "isDone": is_done, "keepsFiles": keeps_files, "isIgnored": is_ignored,
        "again": outcome(run(binary, folder, port, "--if-older-than", "80d"))}


def main():
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.alarm(280)
    binary, folder, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        first = json.load(file)
    deployment.settings.tick = 2.0
    with deployment.Server(("127.0.0.1", 0), deployment.Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        for at in [4, 5, 8, 11, 12, 13]:
            for is_done, keeps_files in [(True, True), (True, False), (False, True)]:
                found = interrupt(binary, folder, port, first, signal.SIGKILL, at, is_done, keeps_files)
                print(json.dumps(found), flush=True)
        for number in [signal.SIGINT, signal.SIGTERM]:
            for at in [4, 5, 8, 11, 12]:
                print(json.dumps(interrupt(binary, folder, port, first, number, at, True, True)), flush=True)
        for number, at in [(signal.SIGINT, 4), (signal.SIGTERM, 5), (signal.SIGHUP, 4)]:
            found = interrupt(binary, folder, port, first, number, at, True, True, is_ignored=True)
            print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
