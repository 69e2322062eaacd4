"""values_python.py READER FILE...: what a reader in Python finds in each file, as NAME=VALUE, each ended by NUL, and one NUL more."""

import json
import sys

import dotenv


def read_dotenv(path):
    return dotenv.dotenv_values(path)


def read_json(path):
    with open(path, encoding="utf-8") as file:
        members = json.load(file)
    environment = members.pop("environment")
    # Objects are written out again, without spaces.
    return members | environment | {"jwks": json.dumps(members["jwks"], separators=(",", ":"))}


read = {"dotenv": read_dotenv, "json": read_json}[sys.argv[1]]
for path in sys.argv[2:]:
    for name, value in read(path).items():
        sys.stdout.write(f"{name}={value}\0")
    sys.stdout.write("\0")
