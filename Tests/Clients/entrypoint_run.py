"""entrypoint_run.py: runs an entrypoint in a folder laid out like Convex's image, against a server on a free port of
127.0.0.1 that speaks the deployment API.

Reads one JSON object on standard input and prints one: what was logged, how it ended, which requests came, and what
the backend was started with. The backend reads its standard input, which is closed when the result has been logged, so
nothing here waits for a time to pass.

    shell               the words that run a script, such as ["/usr/bin/dash"]
    script              its text
    arguments           of the script
    environment         of the script, besides PATH and where things are
    files               name: text, made beside the backend; {folder} in the environment stands for where that is
    versionFailures     how many looks at /version are answered with 503; null for all
    statuses            path: HTTP statuses to answer with before the real answer; the last one stays when negative
    stored              the variables of the deployment
    acceptedKey         whether the admin key is the right one
    adminKeyText        what generate_admin_key.sh prints; {key} stands for the key
    backendStatus       the exit status of the backend
    terminateAtVersion  whether the first look at /version sends SIGTERM to the process
    endAtVersion        whether it ends the backend
    needles             texts that no process may have among its arguments, nor the backend in its environment
"""

import http.server
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

scenario = json.load(sys.stdin)
admin_key = "convex-self-hosted|" + secrets.token_hex(24)
needles = scenario["needles"] + [admin_key]
stored = dict(scenario["stored"])
requests = []
leaks = []
state = {"versions": 0}
started = threading.Event()
lock = threading.Lock()


def look_for_leaks():
    for process in Path("/proc").glob("[0-9]*"):
        try:
            arguments = (process / "cmdline").read_bytes().decode("latin-1")
        except OSError:
            continue
        leaks.extend(needle[:20] for needle in needles if needle in arguments)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.handle_any(b"")

    def do_POST(self):
        self.handle_any(self.rfile.read(int(self.headers["Content-Length"])))

    def handle_any(self, body):
        started.wait()
        with lock:
            if self.path == "/version":
                return self.version()
            look_for_leaks()
            requests.append({
                "method": self.command, "path": self.path, "body": body.decode(),
                "authorization": (self.headers["Authorization"] or "").replace(admin_key, "ADMIN-KEY"),
                "contentType": self.headers["Content-Type"],
            })
            statuses = scenario["statuses"].get(self.path, [])
            if statuses:
                status = statuses[0] if statuses[0] < 0 else statuses.pop(0)
                return self.answer(abs(status), b'{"code":"Scripted","message":"as the scenario asks"}')
            if self.headers["Authorization"] != "Convex " + admin_key or not scenario["acceptedKey"]:
                return self.answer(401, b'{"code":"BadAdminKey","message":"The provided admin key was invalid"}')
            if (self.command, self.path) == ("GET", "/api/v1/list_environment_variables"):
                return self.answer(200, json.dumps({"environmentVariables": stored}).encode())
            if (self.command, self.path) == ("POST", "/api/v1/update_environment_variables"):
                for change in json.loads(body)["changes"]:
                    stored[change["name"]] = change["value"]
                return self.answer(200)
            self.answer(404)

    def version(self):
        state["versions"] += 1
        if scenario["terminateAtVersion"]:
            os.kill(child.pid, signal.SIGTERM)
            ended.wait()
        if scenario["endAtVersion"]:
            child.stdin.close()
            ended.wait()
        failures = scenario["versionFailures"]
        failing = failures is None or state["versions"] <= failures
        self.answer(503 if failing else 200, b"" if failing else b"unknown")


BACKEND = """#!/bin/sh
printf '%s' "$$" > record.pid
pwd > record.folder
for argument in "$@"; do printf '%s\\0' "$argument"; done > record.arguments
cat "/proc/$$/environ" > record.environment
[ -e record.status ] || exec cat
cat > /dev/null
exit "$(cat record.status)"
"""

with tempfile.TemporaryDirectory() as name:
    folder = Path(name) / "convex"
    folder.mkdir()
    (folder / "run_backend.sh").write_text(BACKEND)
    printed = scenario["adminKeyText"].replace("{key}", admin_key)
    (folder / "admin_key").write_text(printed)
    (folder / "generate_admin_key.sh").write_text('#!/bin/sh\n[ -e run_backend.sh ] && cat admin_key\n')
    for script in ("run_backend.sh", "generate_admin_key.sh"):
        (folder / script).chmod(0o744)
    if scenario["backendStatus"] is not None:
        (folder / "record.status").write_text(str(scenario["backendStatus"]))
    for file, text in scenario["files"].items():
        (folder / file).write_text(text)
    script = Path(name) / "entrypoint.sh"
    script.write_text(scenario["script"])

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    marker = Path(name) / "seeded"
    environment = {
        "PATH": os.environ["PATH"], "AUTHKEYS_CONVEX_DIR": str(folder), "AUTHKEYS_PORT": str(server.server_port),
        "AUTHKEYS_MARKER": str(marker), "AUTHKEYS_PAUSE_SECONDS": "0", "AUTHKEYS_WAIT_SECONDS": "60",
    }
    environment |= {key: value.replace("{folder}", str(folder)) for key, value in scenario["environment"].items()}
    ended = threading.Event()
    child = subprocess.Popen(
        scenario["shell"] + [str(script)] + scenario["arguments"], env=environment, cwd=name, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    started.set()

    def reap():
        child.wait()
        ended.set()

    threading.Thread(target=reap, daemon=True).start()
    lines = []
    for line in child.stderr:
        lines.append(line.decode(errors="backslashreplace").rstrip("\n"))
        if lines[-1].startswith("authkeys: result:") and not child.stdin.closed:
            child.stdin.close()
    ended.wait()
    server.shutdown()

    def record(file):
        path = folder / f"record.{file}"
        return path.read_text() if path.exists() else None

    variables = (record("environment") or "").split("\0")
    leaks += [needle[:20] for needle in needles if any(needle in variable for variable in variables)]
    print(json.dumps({
        "log": lines, "output": child.stdout.read().decode(), "status": child.returncode, "requests": requests,
        "looks": state["versions"], "stored": stored, "leaks": leaks, "marker": marker.exists(),
        "sameProcess": record("pid") == str(child.pid),
        "folder": (record("folder") or "").strip() == str(folder),
        "arguments": (record("arguments") or "").split("\0")[:-1],
        "variables": sorted(variable.partition("=")[0] for variable in variables if variable),
    }))
