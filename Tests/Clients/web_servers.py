"""web_servers.py: nginx and Caddy with the emitted snippets, each on a socket in a folder of its own, and what they send.

Reads one JSON object on standard input, the texts of the emitted files by name, and prints for each server what curl got
for each request. The snippets are used as they are but for the folder of the documents.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

files = json.load(sys.stdin)

REQUESTS = {
    "discovery": [".well-known/openid-configuration"],
    "set": [".well-known/jwks.json"],
    "head": ["--head", ".well-known/jwks.json"],
    "post": ["--data", "x", ".well-known/jwks.json"],
    "other": [".well-known/other"],
    "outside": ["--path-as-is", ".well-known/../secret"],
    "missing": [".well-known/jwks.json"],
}


def program(name):
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin") or sys.exit(f"there is no {name}")


def run(folder, *command):
    """To its end; what it leaves running keeps the file of its output open, which a pipe would wait for."""
    with open(folder / "output", "w+b") as output:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, timeout=60)
        output.seek(0)
        if done.returncode:
            sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}: {output.read().decode()}")


def start_nginx(folder, snippet):
    (folder / "nginx.conf").write_text(
        f"user root; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\nevents {{ }}\nhttp {{\n"
        f"access_log off; types {{ text/html html; }}\n"
        f"server {{ listen unix:{folder}/socket; root {folder}/html;\n{snippet}\n}}\n}}\n")
    arguments = [program("nginx"), "-p", folder, "-e", folder / "error.log", "-c", folder / "nginx.conf"]
    run(folder, *arguments, "-t")
    run(folder, *arguments)


def start_caddy(folder, snippet):
    (folder / "Caddyfile").write_text(
        f"{{\nadmin off\nauto_https off\nstorage file_system {folder}/storage\n}}\n"
        f"http:// {{\nbind unix/{folder}/socket\nroot * {folder}/html\n{snippet}\nfile_server\n}}\n")
    os.environ |= {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    configuration = ["--config", folder / "Caddyfile", "--adapter", "caddyfile"]
    run(folder, program("caddy"), "validate", *configuration)
    run(folder, program("caddy"), "start", *configuration, "--pidfile", folder / "pid")


def get(folder, arguments):
    command = ["curl", "-q", "-sS", "-i", "--unix-socket", folder / "socket", *arguments[:-1]]
    answer = subprocess.run(
        command + ["http://keys.example/" + arguments[-1]], check=True, stdout=subprocess.PIPE, timeout=60).stdout.decode()
    head, _, body = answer.partition("\r\n\r\n")
    lines = head.split("\r\n")
    return {
        "status": int(lines[0].split()[1]), "body": body,
        "headers": [line.split(": ", 1) for line in lines[1:]],
    }


def serve(start, snippet):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        documents = folder / "well-known"
        documents.mkdir()
        (folder / "html").mkdir()
        (folder / "secret").write_text("a secret")
        for file in ("openid-configuration", "jwks.json"):
            (documents / file).write_text(files[file])
        start(folder, files[snippet].replace("/srv/well-known", str(documents)))
        try:
            answers = {}
            for request, arguments in REQUESTS.items():
                if request == "missing":
                    (documents / "jwks.json").unlink()
                answers[request] = get(folder, arguments)
            return answers
        finally:
            os.kill(int((folder / "pid").read_text()), signal.SIGTERM)


print(json.dumps({
    "nginx": serve(start_nginx, "well-known.nginx.conf"), "Caddy": serve(start_caddy, "well-known.Caddyfile"),
}))
