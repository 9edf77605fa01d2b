"""Run git as a process: follow what it says, end it, and say in plain words why it did not do what was asked."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from editor.language import tr
from editor.text.white_space import ASCII_SPACE

TIME_LIMIT_S: Final = 30.0
"""For what only looks; what runs hooks or asks a server ends when the writer cancels it."""
COMMIT_LIMIT_S: Final = 120.0
"""For a commit that runs no hook and asks for no passphrase: a stranger's pipe may lie where git reads a file."""
_PAUSE_S: Final = 0.05
_REDIRECTING: Final = frozenset(
    f"GIT_{name}"
    for name in (
        *("DIR", "WORK_TREE", "COMMON_DIR", "INDEX_FILE", "OBJECT_DIRECTORY", "ALTERNATE_OBJECT_DIRECTORIES"),
        *("NAMESPACE", "PREFIX", "IMPLICIT_WORK_TREE", "GRAFT_FILE", "SHALLOW_FILE", "REPLACE_REF_BASE", "CONFIG"),
        *("ATTR_SOURCE", "EXTERNAL_DIFF", "QUARANTINE_PATH", "INTERNAL_SUPER_PREFIX", "DEFAULT_REF_FORMAT"),
        *("LITERAL_PATHSPECS", "GLOB_PATHSPECS", "NOGLOB_PATHSPECS", "ICASE_PATHSPECS"),
    )
)
"""Variables that lead git to another repository, as a hook that started this program has them."""


class GitProblem(Exception):  # noqa: N818  what stands in the way, no fault
    """Why git can't do it, in plain words that name what to do.

    Attributes:
        code: names the case.
        message: for the writer.
        output: what git and its hooks said.

    """

    def __init__(self, code: str, message: str, output: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.output = code, message, output


@dataclass(frozen=True, slots=True)
class Done:
    """What a command of git gave back."""

    code: int
    out: bytes
    said: str

    @property
    def text(self) -> str:
        """What it printed, without the line end behind it."""
        return os.fsdecode(self.out).rstrip("\n")

    @property
    def reason(self) -> str:
        """The line that says why it failed; "" when it did not."""
        return last_line(self.said) if self.code else ""


def last_line(said: str) -> str:
    """The line of git's words that says what is wrong."""
    lines = [line.strip(ASCII_SPACE) for line in said.split("\n") if line.strip(ASCII_SPACE)]
    told = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines or [tr("it gave no reason")]
    return told[-1].removeprefix("fatal: ").removeprefix("error: ")


class Watch:
    """What follows a long command: hears what it says, and may stop it."""

    def __init__(self, heard: Callable[[str], None] = lambda _: None) -> None:
        self.heard = heard
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Have the command end; from any thread."""
        self._stopped.set()

    @property
    def stopped(self) -> bool:
        """Whether it was to end."""
        return self._stopped.is_set()


def run_git(
    folder: Path,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    given: bytes | None = None,
    watch: Watch | None = None,
    limit_s: float | None = None,
) -> Done:
    """Run git in a folder and wait for it.

    Args:
        environment: what is set besides the user's own variables.
        given: what it reads.
        watch: for what may take long; without one it ends after `TIME_LIMIT_S`.
        limit_s: when it ends though it is watched; None for never.

    Raises:
        GitProblem: git is missing, took too long, or was stopped.

    """
    try:
        process = subprocess.Popen(
            [git_program(), "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(environment),
            start_new_session=os.name != "nt",
        )
    except OSError as error:
        raise GitProblem("no-git", tr("git can’t be started: {0}.").format(error.strerror)) from None
    if watch is not None:
        done = _followed(process, given, watch, limit_s)
        if done is None:
            raise _slow(folder, limit_s or 0)
        return done
    try:
        out, said = process.communicate(given, TIME_LIMIT_S)
    except subprocess.TimeoutExpired:
        _end(process)
        raise _slow(folder, TIME_LIMIT_S) from None
    return Done(process.returncode, out, said.decode("utf-8", "replace"))


def _slow(folder: Path, limit_s: float) -> GitProblem:
    return GitProblem("slow", tr("git did not answer within {0} s in {1}.").format(round(limit_s), folder))


def git_program() -> str:
    """Return the path of git. Raises `GitProblem`."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in search_path():
        program = Path(folder) / name
        if program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise GitProblem("no-git", tr("git is not installed: install it from git-scm.com, then try again."))


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in _REDIRECTING}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    environment |= {"GIT_PAGER": "cat", "GIT_EDITOR": ":"}
    return environment | dict(more)


def search_path() -> list[str]:
    """Return the folders in which programs are looked for; a relative one may be the blog's."""
    return [folder for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if Path(folder).is_absolute()]


def _followed(
    process: subprocess.Popen[bytes], given: bytes | None, watch: Watch, limit_s: float | None
) -> Done | None:
    """Wait for a process, pass on what it says, end it when it is to stop; None when it took too long."""
    ends = time.monotonic() + limit_s if limit_s is not None else None
    assert process.stderr is not None
    assert process.stdout is not None
    said, out = list[bytes](), list[bytes]()
    readers = [
        threading.Thread(target=_hear, args=(process.stderr, said, watch.heard), daemon=True),
        threading.Thread(target=_hear, args=(process.stdout, out, lambda _: None), daemon=True),
    ]
    for reader in readers:
        reader.start()
    if process.stdin is not None:
        try:
            process.stdin.write(given or b"")
            process.stdin.close()
        except OSError:
            process.stdin = None  # it ended without reading: its code tells why
    while process.poll() is None:
        if watch.stopped:
            _end(process)
            raise GitProblem("stopped", tr("Stopped as you wished."))
        if ends is not None and time.monotonic() > ends:
            _end(process)
            return None
        threading.Event().wait(_PAUSE_S)
    for reader in readers:
        reader.join(_PAUSE_S * 20)  # a program that a hook left running may hold the pipe
    return Done(process.returncode, b"".join(out), b"".join(said).decode("utf-8", "replace"))


def _hear(pipe: IO[bytes], parts: list[bytes], heard: Callable[[str], None]) -> None:
    """On a thread."""
    with pipe:
        while part := os.read(pipe.fileno(), 65_536):
            parts.append(part)
            heard(part.decode("utf-8", "replace"))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git and what it started; git takes its locks away when it is asked to end."""
    for name in ("SIGTERM", "SIGKILL"):
        try:
            if os.name == "nt":
                process.kill()
            else:
                os.killpg(process.pid, getattr(signal, name))
        except (ProcessLookupError, PermissionError):
            return
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            continue
        return
