"""Small Python programs in the places of the display and of prepare, which say what a test has them say."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.paths import store_in
from kiosk.supervise.children import Child

VERSION = "1.0"

SPEAKS = """
import hashlib, json, os, signal, sys

def say(kind, **fields):
    print(json.dumps({"kind": kind, **fields}, separators=(",", ":")), flush=True)

def hear(*kinds):
    for line in sys.stdin:
        if json.loads(line)["kind"] in kinds:
            return json.loads(line)
    sys.exit(0)

def record(text):
    with open(sys.argv[1], "a") as file:
        file.write(str(text) + "\\n")

def read(path):
    with open(path, "rb") as file:
        return file.read()

def write(path, text):
    with open(path + ".part", "w") as file:
        file.write(text)
    os.replace(path + ".part", path)

def report(kind, path, **fields):
    content = hashlib.sha256(read(path)).hexdigest()
    say(kind, files=[{"path": path, "sha256": content, "kind": "HashedFile"}], **fields)

"""

PAINTS = 'hear("Begin")\nsay("Painted", edition="")\n'

PREPARES = """
content = read({contact!r})
wrong = {{"file": "contact.toml", "line": 1, "column": 1, "key": "", "what": "", "cure": "", "severity": "error"}}
if content == b"wrong":
    report("NotPrepared", {contact!r}, problems=[{{**wrong, "text": "It is wrong.", "kind": "Told"}}])
else:
    report("Prepared", {contact!r}, edition=hashlib.sha256(content).hexdigest())
"""


def display(lines: str, record: Path | None = None) -> Callable[[], Child]:
    """Give a starter of a Python program; `record` is where it may note things, as its first argument."""
    return lambda: start(lines, record, subprocess.PIPE)


def prepare(lines: str, record: Path | None = None) -> Callable[[Path], Child]:
    def start_job(state: Path) -> Child:
        store_in(state).mkdir(parents=True, exist_ok=True)
        return start(lines, record, subprocess.DEVNULL)

    return start_job


def errand(lines: str) -> Callable[[Path], Child]:
    """Give a starter of a program that is asked one thing by its standard input."""
    return lambda _state: start(lines, None, subprocess.PIPE)


def gather(lines: str, record: Path | None = None) -> Callable[[], Child]:
    """Give a starter of a program that is told by its standard input what to visit, and answers in one line."""
    return lambda: start(lines, record, subprocess.PIPE)


def start(lines: str, record: Path | None, stdin: int) -> Child:
    command = [sys.executable, "-S", "-c", SPEAKS + lines, str(record)]
    return subprocess.Popen(
        command, stdin=stdin, stdout=subprocess.PIPE, stderr=None, encoding="utf-8", start_new_session=True
    )
