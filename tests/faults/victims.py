"""Saves that strace kills, or whose system calls it lets fail: many at once, each in a process of its own.

A nursery loads what a save needs once. For each strike it forks a parent, which strace takes hold of; that forks a child
for each folder that it was given. strace counts the calls of each child from its fork on, so one strike kills all of
them at the same call, and a kill costs some milliseconds instead of a start of Python. What a child has to say it leaves
as the target of a symbolic link, for that needs no call that fails.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

CALLS = "trace=%file,%desc"
"""What becomes of a file depends on these calls: those that take a file's name or descriptor."""
_LIMIT_S = 60.0
_CALL = re.compile(r"(\d+)\s+(\w+)\(")
_NURSERY = """
import json, os, signal, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import tempfile, hashlib
from editor.post.files import FileError, Stamp, write_file
from editor.post.swap import _renameat2
_renameat2()
tempfile.gettempdir()
tempfile._get_candidate_names()

def job_of(folder):
    path = Path(folder)
    old = path / "old"
    expected = Stamp.of(old.read_bytes()) if old.exists() else None
    return path / os.readlink(path / "name"), path / "told", (path / "new").read_bytes(), expected

def save(path, told, new, expected):
    said = "saved"
    try:
        write_file(path, new, expected=expected)
    except FileError as error:
        said = "refused: " + error.reason
    except BaseException as error:
        said = "error: " + repr(error)
    os.symlink(said, told)

def strike(jobs):
    signal.sigwait([signal.SIGUSR1])
    for job in jobs:
        child = os.fork()
        if not child:
            signal.alarm(20)  # a save that never ends has nothing to tell
            save(*job)
            os._exit(0)
        os.waitpid(child, 0)

signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
for line in sys.stdin:
    jobs = [job_of(folder) for folder in json.loads(line)]
    parent = os.fork()
    if not parent:
        strike(jobs)
        os._exit(0)
    print(parent, flush=True)
    print(os.waitpid(parent, 0)[1], flush=True)
"""


class Call(NamedTuple):
    """The `count`-th call of a name in a save."""

    name: str
    count: int


class Nursery:
    """Where the saves are forked that are to be struck; for one thread."""

    def __init__(self) -> None:
        program = [sys.executable, "-I", "-S", "-B", "-u", "-c", _NURSERY, str(ROOT)]
        self._process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout

    def close(self) -> None:
        """End it."""
        self._to.close()
        self._process.wait(_LIMIT_S)
        self._from.close()

    def strike(self, folders: Sequence[Path], *options: str) -> list[list[str]]:
        """Save the post of each folder; the names of the calls that each save made.

        Args:
            folders: each with `new` (the bytes to save), `old` (what the post must hold; none for a new post), and
                `name`, a symbolic link to the post's name. Afterwards `told` is there, where the save came to its end.
            options: of strace, as `-e inject=…`.

        """
        log = folders[0].with_name(f"{folders[0].name}.trace")
        self._to.write(json.dumps([str(folder) for folder in folders]) + "\n")
        self._to.flush()
        parent = int(self._from.readline())
        command = ["strace", "-f", "-o", str(log), "-e", CALLS, *options, "-p", str(parent)]
        with subprocess.Popen(command, stderr=subprocess.PIPE) as tracer:
            assert tracer.stderr is not None
            assert b"attached" in tracer.stderr.readline()
            os.kill(parent, signal.SIGUSR1)
            assert int(self._from.readline()) == 0
            tracer.wait(_LIMIT_S)
        found: dict[str, list[str]] = {}
        for line in log.read_text(errors="replace").splitlines():
            match = _CALL.match(line)
            if match is not None and int(match[1]) != parent:
                found.setdefault(match[1], []).append(match[2])
        log.unlink()
        return list(found.values())

    def calls_of(self, folder: Path) -> list[Call]:
        """Each call of a save, in their order: from one that comes to its end."""
        (names,) = self.strike([folder])
        assert told(folder) == "saved", told(folder)
        counts: dict[str, int] = {}
        found = list[Call]()
        for name in names[: names.index("symlink")]:
            counts[name] = counts.get(name, 0) + 1
            found.append(Call(name, counts[name]))
        return found


def told(folder: Path) -> str:
    """What a save said; "" when it did not come to its end."""
    try:
        return os.readlink(folder / "told")
    except FileNotFoundError:
        return ""
