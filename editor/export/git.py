"""The only module that starts git. A stranger's repository names programs: none is run before the writer trusts it.

Whatever the repository's own configuration runs (hooks, filters, monitors, helpers, signature programs, transports) is
given the value of the writer's own configuration for each call, or one that does nothing. Sources: git-config(1),
gitattributes(5), githooks(5), git-remote-helpers(7).
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Final

from editor.language import tr

TIME_LIMIT_S: Final = 30.0
"""For what only looks; what runs hooks or asks a server ends when the writer cancels it."""
_PAUSE_S: Final = 0.05
OLDEST: Final = (2, 26)
"""Git that can tell which file a setting comes from."""

_ALWAYS: Final = {
    "core.pager": "cat",
    "core.quotePath": "false",
    "submodule.recurse": "false",
    "fetch.recurseSubmodules": "false",
}
_UNTRUSTED: Final = {"diff.external": "", "log.showSignature": "false", "protocol.ext.allow": "never"}
_RUN: Final = (
    (r"core\.fsmonitor", "false"),
    (r"core\.(askpass|editor|alternaterefscommand)", ""),
    (r"core\.sshcommand", "ssh"),
    (r"sequence\.editor|interactive\.difffilter|pager\..*", ""),
    (r"diff\..*\.(command|textconv)|filter\..*\.(clean|smudge|process)|merge\..*\.driver", ""),
    (r"filter\..*\.required", "false"),
    (r"gpg\.(openpgp\.)?program", "gpg"),
    (r"gpg\.x509\.program", "gpgsm"),
    (r"gpg\.ssh\.program", "ssh-keygen"),
    (r"gpg\.ssh\.defaultkeycommand|trailer\..*\.(command|cmd)", ""),
    (r"(http|remote\..*)\.proxy|http\..*\.proxy", ""),
    (r"http\.(.*\.)?sslverify", "true"),
    (r"protocol\.allow|protocol\..*\.allow", "user"),
    (r"submodule\..*\.update", "none"),
)
"""Settings that run a program, or lead elsewhere what is asked of a server; and what does neither."""
_TOLD: Final = re.compile(
    r"core\.(fsmonitor|sshcommand|gitproxy|askpass)|credential\.(.*\.)?helper|filter\..*\.(clean|smudge|process)"
    r"|gpg\.(.*\.)?program|remote\..*\.(uploadpack|receivepack)",
    re.IGNORECASE,
)
"""Of them, those without which something is missing: the writer is told of these."""
_HELPER: Final = re.compile(r"credential\.(.*\.)?helper", re.IGNORECASE)
_HOOKS: Final = (
    "pre-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "pre-push",
    "reference-transaction",
    "post-index-change",
)


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
    lines = [line.strip() for line in said.splitlines() if line.strip()]
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


class Git:
    """Git in a folder.

    Args:
        trusted: the writer trusts what the folder's repository runs.
        asking: a program that asks for a password and prints it ("" where nobody can be asked).

    """

    def __init__(self, folder: Path, *, trusted: bool = False, asking: str = "") -> None:
        self.folder, self.trusted, self._asking = folder, trusted, asking

    def run(
        self,
        *arguments: str,
        given: bytes | None = None,
        environment: Mapping[str, str] | None = None,
        watch: Watch | None = None,
    ) -> Done:
        """Run a command and wait for it; its own failure is in `Done.code`.

        Args:
            given: what it reads.
            watch: for what may take long; without one it ends after `TIME_LIMIT_S`.

        Raises:
            GitProblem: git is missing, took too long, or was stopped.

        """
        return self._call([*self._settings, *arguments], given, environment, watch)

    def text(self, *arguments: str, given: bytes | None = None) -> str | None:
        """What a command prints; None when it fails."""
        done = self.run(*arguments, given=given)
        return done.text if done.code == 0 else None

    def answer(self, *arguments: str) -> str:
        """Return what a command prints; "" where it says that there is none.

        For questions whose answer may be "no": git exits with 1 then (an unset setting, no such branch), and with
        another code when it could not look.

        Raises:
            GitProblem: it could not look: that is not to be taken for a "no".

        """
        done = self.run(*arguments)
        if done.code not in (0, 1):
            message = tr("git can’t read the repository in {0}: {1}").format(self.folder, done.reason)
            raise GitProblem("broken", message, done.said)
        return done.text if done.code == 0 else ""

    @cached_property
    def version(self) -> tuple[int, ...]:
        """The version of git. Raises `GitProblem` when there is none, or it is too old."""
        done = self._call(["version"], None, None, None)
        match = re.search(r"(\d+)\.(\d+)(?:\.(\d+))?", done.text, flags=re.ASCII)
        version = tuple(int(part) for part in match.groups("0")) if match is not None else ()
        if version < OLDEST:
            wanted = ".".join(map(str, OLDEST))
            raise GitProblem(
                "old-git",
                tr("{0} is too old: install git {1} or a newer one.").format(done.text or tr("This git"), wanted),
            )
        return version

    @property
    def to_fetch(self) -> tuple[str, ...]:
        """Options of a fetch: of `remote.*.uploadpack` git takes the first, so that no other setting helps."""
        return () if self.trusted else ("--upload-pack=git-upload-pack",)

    @property
    def to_push(self) -> tuple[str, ...]:
        """The same for a push."""
        return () if self.trusted else ("--receive-pack=git-receive-pack",)

    @cached_property
    def of_the_repository(self) -> tuple[str, ...]:
        """What the repository's own configuration would run and is of use: names of hooks and settings."""
        found = [name for name, scope, _ in self._configured if _is_local(scope) and _TOLD.fullmatch(name)]
        hooks = [scope for name, scope, _ in self._configured if name.lower() == "core.hookspath"]
        answer = self._call(["rev-parse", "--git-path", "hooks"], None, None, None)
        if answer.code == 0 and (not hooks or _is_local(hooks[-1])):
            folder = self.folder / answer.text
            found += [f"hook {name}" for name in _HOOKS if os.access(folder / name, os.X_OK)]
        return tuple(dict.fromkeys(found))

    # -- parts

    @cached_property
    def _configured(self) -> list[tuple[str, str, str]]:
        """Every setting: name, the kind of file it comes from, value."""
        done = self._call(["config", "--list", "--show-scope", "-z"], None, None, None)
        parts = os.fsdecode(done.out).split("\0")
        pairs = zip(parts[::2], parts[1::2], strict=False)
        return [(name, scope, value) for scope, entry in pairs for name, _, value in [entry.partition("\n")]]

    @cached_property
    def _settings(self) -> list[str]:
        """What is put before each command."""
        settings = list(_ALWAYS.items())
        if not self.trusted:
            settings += [*self._harmless(), *_UNTRUSTED.items()]
        return [word for name, value in settings for word in ("-c", f"{name}={value}")]

    def _harmless(self) -> list[tuple[str, str]]:
        """What takes the place of the repository's own settings: the writer's own, else one that runs nothing."""
        own = [(name, value) for name, scope, value in self._configured if not _is_local(scope)]
        last = {name.lower(): value for name, value in own}
        found = [("core.hooksPath", last.get("core.hookspath", os.devnull))]
        for name, scope, _ in self._configured:
            if _is_local(scope):
                plain = next((value for pattern, value in _RUN if re.fullmatch(pattern, name, re.IGNORECASE)), None)
                if plain is not None:
                    found.append((name, last.get(name.lower(), plain)))
        helpers = [(name, value) for name, value in own if _HELPER.fullmatch(name)]
        return [*found, ("credential.helper", ""), *helpers]

    def _call(
        self,
        arguments: Sequence[str],
        given: bytes | None,
        environment: Mapping[str, str] | None,
        watch: Watch | None,
    ) -> Done:
        command = ["git", "-C", str(self.folder), *arguments]
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=self._environment(environment or {}),
                start_new_session=os.name != "nt",
            )
        except FileNotFoundError:
            raise GitProblem(
                "no-git", tr("git is not installed: install it from git-scm.com, then try again.")
            ) from None
        except OSError as error:
            raise GitProblem("no-git", tr("git can’t be started: {0}.").format(error.strerror)) from None
        if watch is not None:
            return _followed(process, given, watch)
        try:
            out, said = process.communicate(given, TIME_LIMIT_S)
        except subprocess.TimeoutExpired:
            _end(process)
            raise GitProblem(
                "slow", tr("git did not answer within {0} s in {1}.").format(round(TIME_LIMIT_S), self.folder)
            ) from None
        return Done(process.returncode, out, said.decode("utf-8", "replace"))

    def _environment(self, more: Mapping[str, str]) -> dict[str, str]:
        environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
        environment |= {"GIT_PAGER": "cat", "GIT_EDITOR": ":"}
        if not self.trusted:
            environment.setdefault("GIT_PROXY_COMMAND", "")  # of `core.gitProxy` the first counts, too
        if self._asking:
            environment.setdefault("GIT_ASKPASS", self._asking)
            environment.setdefault("SSH_ASKPASS", self._asking)
            environment.setdefault("SSH_ASKPASS_REQUIRE", "force")
        return environment | dict(more)


LOOKING: Final = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": ""}
"""The environment of commands that only look: they write nothing and ask no server."""


def _is_local(scope: str) -> bool:
    return scope in ("local", "worktree")


def _followed(process: subprocess.Popen[bytes], given: bytes | None, watch: Watch) -> Done:
    """Wait for a process, pass on what it says, end it when it is to stop."""
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
