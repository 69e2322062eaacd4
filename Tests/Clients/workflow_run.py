"""workflow_run.py: runs the steps of one job of a GitHub Actions workflow, as a runner does, on this machine.

Reads one JSON object on standard input and prints one: for each step its name, how it ended and what its log shows, and
whether one of the needles is in a log.

    workflow   its text
    job        the name of the job
    vars       variables of the repository; {url} stands for where the tool is served over https, {sha256} for its digest
    secrets    secrets of the repository, which are hidden in the log as GitHub hides them
    path       folders that come first on PATH
    tool       the file that is served as the tool; null for none
    needles    texts that no log may show
"""

import functools
import hashlib
import http.server
import json
import os
import re
import ssl
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import yaml

given = json.load(sys.stdin)


def serve(tool, folder):
    """The tool, by https with a certificate that only curl in this job knows."""
    site = folder / "site"
    site.mkdir()
    (site / "authkeys").symlink_to(tool)
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(Handler, directory=site))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"https://localhost:{server.server_port}/authkeys", str(certificate)


def value(expression):
    """Of an env: entry: a text without an expression, or one variable or secret; one that is not set is empty."""
    found = re.fullmatch(r"\$\{\{ (vars|secrets)\.([A-Z0-9_]+) \}\}", expression)
    if found:
        return given[found[1]].get(found[2], "")
    if "${{" in expression:
        sys.exit(f"not an expression that is known here: {expression}")
    return expression


def log(text, masks):
    """Takes the commands out, as the runner does, and hides what they name."""
    lines = []
    for line in text.splitlines():
        if line.startswith("::add-mask::"):
            masks.add(line.removeprefix("::add-mask::"))
            continue
        lines.append(line)
    shown = "\n".join(lines)
    for mask in sorted(masks, key=len, reverse=True):
        if mask:
            shown = shown.replace(mask, "***")
    return shown


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    runner_temp = folder / "runner-temp"
    runner_temp.mkdir()
    added_to_path = folder / "github-path"
    added_to_path.touch()
    environment = {
        "HOME": str(folder), "RUNNER_TEMP": str(runner_temp), "GITHUB_PATH": str(added_to_path), "GITHUB_ACTIONS": "true",
    }
    if given["tool"]:
        url, certificate = serve(given["tool"], folder)
        environment["CURL_CA_BUNDLE"] = certificate
        digest = hashlib.sha256(Path(given["tool"]).read_bytes()).hexdigest()
        given["vars"] = {
            key: text.replace("{url}", url).replace("{sha256}", digest) for key, text in given["vars"].items()}
    masks = {line for secret in given["secrets"].values() for line in [secret, *secret.splitlines()]}
    job = yaml.safe_load(given["workflow"])["jobs"][given["job"]]
    steps = []
    for step in job["steps"]:
        if set(step) != {"name", "shell", "env", "run"} or step["shell"] != "sh":
            sys.exit(f"not a step that is known here: {step}")
        script = folder / "script.sh"
        script.write_text(step["run"])
        added = added_to_path.read_text().splitlines()[::-1]
        path = ":".join(added + given["path"] + [os.environ["PATH"]])
        ended = subprocess.run(
            ["sh", "-e", script], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=environment | {"PATH": path} | {key: value(text) for key, text in step["env"].items()})
        shown = log(ended.stdout.decode(errors="backslashreplace"), masks)
        steps.append({"name": step["name"], "status": ended.returncode, "log": shown})
        if ended.returncode:
            break
    print(json.dumps({
        "steps": steps, "left": sorted(entry.name for entry in runner_temp.iterdir()),
        "leaks": [needle[:20] for needle in given["needles"] if any(needle in step["log"] for step in steps)],
    }))
