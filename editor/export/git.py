"""The only module that starts git. A stranger's repository names programs: none is run before the user trusts it.

Before that, git reads the repository through a common directory of ours (`common_directory`): of its own settings it
gets those of an allow list (`local_settings`), and nothing else that could start a program or lead elsewhere. Sources:
git(1) "Environment Variables", git-config(1), gitattributes(5), githooks(5), git-remote-helpers(7).
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Final

from editor.export.common_directory import CommonDirectory
from editor.export.git_folder import GitFolder, find_git_folder
from editor.export.git_process import Done, GitProblem, Watch, git_program, last_line, run_git, search_path
from editor.export.local_settings import LocalSettings, parsed
from editor.language import tr

__all__ = ["Done", "Git", "GitProblem", "Watch", "last_line", "no_repository"]

OLDEST: Final = (2, 31)
"""Git that takes settings from `GIT_CONFIG_COUNT`, in which a key may hold any character."""

_ALWAYS: Final = {
    "core.pager": "cat",
    "core.quotePath": "false",
    "submodule.recurse": "false",
    "fetch.recurseSubmodules": "false",
    "push.recurseSubmodules": "no",
    "log.showSignature": "false",
}
_UNTRUSTED: Final = {
    "core.fsmonitor": "false",
    "diff.ignoreSubmodules": "all",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "protocol.ext.allow": "never",
}
"""Of the user's own settings, what would look into embedded repositories, or start what goes on afterwards."""
_LOOKING: Final = {"GIT_OPTIONAL_LOCKS": "0"}
_NO_NETWORK: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": ""}
"""For all that asks no server: what a partial clone lacks is not fetched (git before 2.45 heeds the second alone)."""
_HOOKS: Final = (
    "pre-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "pre-push",
    "reference-transaction",
    "post-index-change",
)
_NOWHERE: Final = f"not a git repository: '{os.devnull}'"
"""What git says where there is none: it is sent to a place that is none, so that it does not look for one itself."""
_FILTER: Final = re.compile(r"filter\.(.*)\.(clean|smudge|process|required)", re.DOTALL)
_MAX_TOLD: Final = 60
"""A key that is longer is cut where it is named."""


class Git:
    """Git in a folder.

    Args:
        trusted: the writer trusts what the folder's repository runs.
        asking: a program that asks for a password and prints it ("" where nobody can be asked).

    """

    def __init__(self, folder: Path, *, trusted: bool = False, asking: str = "") -> None:
        self.folder, self.trusted, self._asking = folder, trusted, asking

    @classmethod
    def nowhere(cls, folder: Path) -> Git:
        """Git that looks for no repository, for what needs none."""
        git = cls(folder)
        git.place = None
        return git

    def run(
        self,
        *arguments: str,
        given: bytes | None = None,
        environment: Mapping[str, str] | None = None,
        watch: Watch | None = None,
        protocols: Collection[str] = (),
        limit_s: float | None = None,
    ) -> Done:
        """Run a command and wait for it; its own failure is in `Done.code`.

        Args:
            given: what it reads.
            watch: for what may take long; without one it ends after `TIME_LIMIT_S`.
            protocols: by which it may ask a server, in a repository that is not trusted.
            limit_s: when it ends though it is watched; None for never.

        Raises:
            GitProblem: git is missing, too old, took too long, or was stopped; the repository can't be read.

        """
        more = {**self._guarded(protocols), **(environment or {})}
        return self._call(arguments, given, more, watch, limit_s)

    def look(self, *arguments: str) -> Done:
        """Run a command that only looks: it writes nothing, asks no server and runs no filter, trusted or not.

        Raises:
            GitProblem: as for `run`.

        """
        if self.trusted:
            return Git(self.folder).look(*arguments)
        guarded = self._guarded(())
        none = {key: "false" if key.endswith(".required") else "" for key in self._own if _FILTER.fullmatch(key)}
        return self._call(arguments, None, {**_with_settings(guarded, none), **_LOOKING}, None)

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
            raise self._unreadable(done.reason, done.said)
        return done.text if done.code == 0 else ""

    def printed(self, *arguments: str, given: bytes | None = None) -> bytes:
        """Return what a command prints that has an answer in every repository.

        Raises:
            GitProblem: it failed: what it printed until then is not the answer.

        """
        done = self.run(*arguments, given=given)
        if done.code:
            raise self._unreadable(done.reason, done.said)
        return done.out

    @property
    def version(self) -> tuple[int, ...]:
        """The version of git. Raises `GitProblem` when there is none, or it is too old."""
        return _version(git_program())

    @cached_property
    def place(self) -> GitFolder | None:
        """Where the repository lies; None where there is none."""
        return find_git_folder(self.folder)

    @property
    def local(self) -> LocalSettings:
        """The settings of the repository's own files. Raises `GitProblem` when they can't be read."""
        if self._common is None:
            return LocalSettings()
        try:
            settings = self._common.settings
        except (ValueError, OSError) as error:
            raise self._unreadable(str(error)) from None
        if settings.unknown_format:
            raise self._unreadable(_plain(settings.unknown_format))
        return settings

    @cached_property
    def of_the_repository(self) -> tuple[str, ...]:
        """What the repository itself brings and is of use once it is trusted: names of settings, hooks and files."""
        if self.place is None:
            return ()
        hooks = self.local.last("core.hookspath")
        folder = self.place.common / "hooks"
        if hooks:
            folder = (self.place.root or self.place.own) / Path(hooks).expanduser()
        found = [_plain(key) for key in self.local.told]
        if hooks or not self._own_hooks:
            found += [f"hook {name}" for name in _HOOKS if os.access(folder / name, os.X_OK)]
        return (*dict.fromkeys(found), *self._leads_out)

    def require_inside(self) -> None:
        """Make sure that git writes nowhere but in the repository, if it is not trusted. Raises `GitProblem`."""
        ways = () if self.trusted else self._leads_out
        if ways:
            raise GitProblem(
                "leads-out",
                tr(
                    "In {0}, git would write outside of the folder ({1}): trust the folder if you know "
                    "where it comes from."
                ).format(self.folder, ways[0]),
            )

    def require_remote(self, branch: str, remote: str) -> None:
        """Make sure that a branch goes where the settings that git is given say. Raises `GitProblem`."""
        key = "" if self.trusted else self.local.redirect(branch, remote)
        if key:
            raise GitProblem(
                "untrusted-remote",
                tr(
                    "“{0}” in the configuration of {1} decides where a push goes: check it, then trust the folder "
                    "if you know where it comes from."
                ).format(_plain(key), self.folder),
            )

    @property
    def runs_hooks(self) -> bool:
        """Whether a hook may be run: the repository's own, or the user's."""
        return self.trusted or bool(self._own_hooks)

    # -- parts

    @property
    def _leads_out(self) -> tuple[str, ...]:
        place = self.place
        if place is None:
            return ()
        own = () if place.is_claimed_by(self.local.last("core.worktree")) else (".git",)
        return (*own, *map(_plain, place.ways_out()))

    @cached_property
    def _common(self) -> CommonDirectory | None:
        """What git reads instead of the repository's common directory. Raises `GitProblem`: it can't be made."""
        if self.place is None:
            return None
        if self.place.is_foreign:
            self._ask_whose()
        stuck = next(self.place.pipes(), "")
        if stuck:
            raise self._unreadable(stuck)
        try:
            # no method of ours: Git would be freed late, and the directory with it
            return CommonDirectory(self.place, partial(_listed, self.folder))
        except OSError as error:
            raise GitProblem("no-git", tr("git can’t be started: {0}.").format(error.strerror)) from None

    def _unreadable(self, reason: str, said: str = "") -> GitProblem:
        message = tr("git can’t read the repository in {0}: {1}").format(self.folder, reason)
        return GitProblem("broken", message, said)

    def _ask_whose(self) -> None:
        """Have git say whether the user may use a repository of another user: it does so before it reads settings."""
        done = self._call(["rev-parse", "--git-dir"], None, {}, None)
        if done.code:
            raise no_repository(self.folder, done.said)

    @cached_property
    def _own(self) -> dict[str, str]:
        """The user's own settings, the last one of each key."""
        done = self._call(["config", "--list", "--show-scope", "-z"], None, self._at(), None)
        parts = os.fsdecode(done.out).split("\0")
        pairs = zip(parts[::2], parts[1::2], strict=False)
        own = "".join(f"{entry}\0" for scope, entry in pairs if scope not in ("local", "worktree"))
        return {one.key: "true" if one.value is None else one.value for one in parsed(own)}

    @property
    def _own_hooks(self) -> str:
        """The user's own folder of hooks; a relative one would be the repository's."""
        folder = self._own.get("core.hookspath", "")
        return folder if Path(folder).expanduser().is_absolute() else ""

    def _at(self) -> dict[str, str]:
        """The variables that say which repository it is."""
        if self._common is None:
            return {"GIT_DIR": os.devnull}
        self.local  # noqa: B018  brought up to date
        return self._common.environment()

    def _guarded(self, protocols: Collection[str]) -> dict[str, str]:
        """The variables of a command; nothing that the repository brings is run when it is not trusted."""
        self.version  # noqa: B018  raises when there is none that does
        if self.trusted:
            return _with_settings({}, _ALWAYS)
        settings = {**_ALWAYS, **_UNTRUSTED, "core.hooksPath": self._own_hooks or os.devnull}
        environment = {**_with_settings(self._at(), settings), "GIT_NO_REPLACE_OBJECTS": "1"}
        if not protocols:
            return environment | _NO_NETWORK
        asked, usual = os.environ.get("GIT_ALLOW_PROTOCOL"), self._own.get("protocol.allow")
        allowed = [
            name
            for name in protocols
            if self._own.get(f"protocol.{name}.allow", usual) != "never" and (asked is None or name in asked.split(":"))
        ]
        return environment | {"GIT_ALLOW_PROTOCOL": ":".join(allowed)}

    def _call(
        self,
        arguments: Sequence[str],
        given: bytes | None,
        environment: Mapping[str, str],
        watch: Watch | None,
        limit_s: float | None = None,
    ) -> Done:
        more = {} if self.trusted else {"PATH": os.pathsep.join(search_path())}
        if self._asking:
            asks = {"GIT_ASKPASS": self._asking, "SSH_ASKPASS": self._asking, "SSH_ASKPASS_REQUIRE": "force"}
            more |= {name: value for name, value in asks.items() if name not in os.environ}
        done = run_git(self.folder, arguments, {**more, **environment}, given, watch, limit_s)
        return replace(done, said=done.said.replace(_NOWHERE, _NOWHERE.partition(":")[0]))


def no_repository(folder: Path, said: str) -> GitProblem:
    """Return why git finds no repository in a folder, by what it said."""
    if "dubious ownership" in said:
        return GitProblem(
            "other-owner",
            tr(
                "{0} belongs to another user, so git refuses it. If you trust it: “git config "
                "--global --add safe.directory {0}”."
            ).format(folder),
            said,
        )
    if "not a git repository" in said:
        return GitProblem(
            "no-repository", tr("{0} is in no git repository: run “git init” there, or clone the blog.").format(folder)
        )
    return GitProblem("broken", tr("git can’t read the repository in {0}: {1}").format(folder, last_line(said)), said)


def _listed(folder: Path, data: bytes) -> str:
    """What git lists of the text of a configuration file. Raises ValueError when it is none."""
    nowhere = {"GIT_DIR": os.devnull, "PATH": os.pathsep.join(search_path())}
    done = run_git(folder, ["config", "--file", "-", "--no-includes", "--list", "-z"], nowhere, data)
    if done.code:
        raise ValueError(done.reason.replace("standard input", "config"))
    return os.fsdecode(done.out)


@lru_cache(maxsize=8)
def _version(program: str) -> tuple[int, ...]:
    done = run_git(Path(program).parent, ["version"], {"GIT_DIR": os.devnull})
    match = re.search(r"(?<!\d)(\d++)\.(\d+)(?:\.(\d+))?", done.text, flags=re.ASCII)
    version = tuple(int(part) for part in match.groups("0")) if match is not None else ()
    if version < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        raise GitProblem(
            "old-git",
            tr("{0} is too old: install git {1} or a newer one.").format(done.text or tr("This git"), wanted),
        )
    return version


def _with_settings(environment: Mapping[str, str], settings: Mapping[str, str]) -> dict[str, str]:
    """Variables that give git settings after those that it is given already; a key may hold any character."""
    given = environment.get("GIT_CONFIG_COUNT", os.environ.get("GIT_CONFIG_COUNT", ""))
    count = int(given) if re.fullmatch(r"[0-9]{1,4}", given) else 0
    found = dict(environment)
    for number, (key, value) in enumerate(settings.items(), count):
        found |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return found | {"GIT_CONFIG_COUNT": str(count + len(settings))}


def _plain(key: str) -> str:
    """A name of a stranger's as it can be shown: one line, nothing that changes the writing direction, not long."""
    shown = "".join(one if one.isprintable() else "�" for one in key)
    return shown if len(shown) <= _MAX_TOLD else f"{shown[:_MAX_TOLD]}…"
