"""Which settings of a repository's own configuration git is given before the user trusts the folder: an allow list.

All others are withheld, also those that a future git adds. Sources: git-config(1), `config.c` of git (what a file of
settings may look like).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

NETWORK: Final = ("https", "http", "ssh", "git")
"""Protocols that start nothing of the repository: git's own helpers and the user's ssh."""

_BOOL: Final = "true|false|yes|no|on|off|0|1|"
_TEXT: Final = r"[^\x00-\x1f\x7f]*"
_NAME: Final = r"(?![-./])[^\x00-\x20\x7f:~^?*\[\\]+"
"""A remote's or a branch's name: not an option, not an address."""
_ADDRESS: Final = (
    r"(?:https?|ssh|git)://(?!-)[^\x00-\x20\x7f]+"
    r"|(?!-|.*://)(?:[\w.+-]+@)?[A-Za-z0-9][\w.-]+:(?!:)[^\x00-\x20\x7f]+"
)
"""Not a path (a drive's letter is one), no other transport (`ext::`), none of the local machine (`file:`)."""
_ALLOWED: Final = tuple(
    (re.compile(key, re.ASCII | re.DOTALL), re.compile(value, re.ASCII | re.IGNORECASE))
    for key, value in (
        (r"core\.repositoryformatversion", r"[01]"),
        (r"core\.(filemode|ignorecase|precomposeunicode|symlinks|trustctime|sparsecheckout(cone)?)", _BOOL),
        (r"core\.logallrefupdates", f"{_BOOL}|always"),
        (r"core\.autocrlf", f"{_BOOL}|input"),
        (r"core\.eol", r"lf|crlf|native"),
        (r"core\.safecrlf", f"{_BOOL}|warn"),
        (r"core\.checkstat", r"default|minimal"),
        (r"core\.sharedrepository", r"umask|group|true|false|1|0"),
        (r"index\.sparse", _BOOL),
        (r"index\.version", r"[234]"),
        (r"(user|author|committer)\.(name|email)", _TEXT),
        (r"user\.useconfigonly|commit\.gpgsign", _BOOL),
        (r"user\.signingkey", r"(0x)?[0-9A-F]{8,40}!?"),
        (r"gpg\.format", r"openpgp|x509|ssh"),
        (r"extensions\.(objectformat|compatobjectformat)", r"sha1|sha256"),
        (r"extensions\.refstorage", r"files|reftable"),
        (r"extensions\.(noop|preciousobjects|relativeworktrees)", _BOOL),
        (r"extensions\.partialclone", _NAME),
        (rf"remote\.{_NAME}\.(url|pushurl)", _ADDRESS),
        (rf"remote\.{_NAME}\.fetch", r"\+?refs/heads/[^\x00-\x20\x7f:]+:refs/remotes/[^\x00-\x20\x7f:]+"),
        (rf"remote\.{_NAME}\.promisor", _BOOL),
        (rf"remote\.{_NAME}\.partialclonefilter", r"[a-z0-9:=+.]+"),
        (r"branch\.[^\x00-\x20\x7f]+\.(remote|pushremote)", rf"{_NAME}|\."),
        (r"branch\.[^\x00-\x20\x7f]+\.merge", r"refs/heads/[^\x00-\x20\x7f:]+"),
    )
)
"""Keys and their values. A file's name, a command, an address of this machine is nowhere among them."""
_HANDLED: Final = re.compile(r"core\.(bare|worktree)|extensions\.worktreeconfig")
"""Keys that are read here and never passed on."""
_TOLD: Final = re.compile(
    r"core\.(fsmonitor|sshcommand|gitproxy|askpass|hookspath)|credential\..*|filter\..*\.(clean|smudge|process)"
    r"|gpg\.(.*\.)?program|hook\..*|http\..*|lfs\..*|url\..*|include\.path|includeif\..*\.path"
    r"|remote\..*\.(uploadpack|receivepack|url|pushurl|vcs|proxy)|branch\..*\.(remote|pushremote|merge)|user\.signingkey",
    re.DOTALL,
)
"""Withheld keys without which something that the user set up is missing: the user is told of these."""
_REDIRECTS: Final = re.compile(r"url\..*\.(insteadof|pushinsteadof)|include\.path|includeif\..*\.path", re.DOTALL)
"""Withheld keys that may lead a push elsewhere than the allowed ones say."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its key as git names it (section and variable in lower case) and its value; None without one."""

    key: str
    value: str | None

    @property
    def is_allowed(self) -> bool:
        """Return whether git may be given it."""
        value = "true" if self.value is None else self.value
        return any(key.fullmatch(self.key) and allowed.fullmatch(value) for key, allowed in _ALLOWED)


class LocalSettings:
    """The settings of a repository's own files, in their order.

    Attributes:
        allowed: what git is given.
        withheld: what it is not.

    """

    def __init__(self, settings: Sequence[Setting] = ()) -> None:
        self._all = tuple(settings)
        self.allowed = tuple(one for one in settings if one.is_allowed)
        self.withheld = tuple(one for one in settings if not one.is_allowed and not _HANDLED.fullmatch(one.key))

    def last(self, key: str) -> str:
        """Return a key's value, whether it is allowed or not; "" without one."""
        return next((one.value or "" for one in reversed(self._all) if one.key == key), "")

    def is_on(self, key: str) -> bool:
        """Return a switch's value, whether it is allowed or not."""
        found = next((one for one in reversed(self._all) if one.key == key), None)
        return found is not None and (found.value is None or found.value.lower() in ("true", "yes", "on", "1"))

    @property
    def told(self) -> tuple[str, ...]:
        """Return the withheld keys that the user is told of."""
        return tuple(dict.fromkeys(one.key for one in self.withheld if _TOLD.fullmatch(one.key)))

    @property
    def unknown_format(self) -> str:
        """Return the key of a repository format that is not known here; "" when it is known.

        Without its setting git would take the files for something that they are not. Version 0 has no extensions
        (git's Documentation/technical/repository-version).
        """
        if self.last("core.repositoryformatversion") in ("", "0"):
            return ""
        wrong = (
            one.key for one in self.withheld if one.key.startswith(("extensions.", "core.repositoryformatversion"))
        )
        return next(wrong, "")

    @property
    def remotes(self) -> tuple[str, ...]:
        """Return the names of all remotes, also of those whose address is withheld."""
        keys = (one.key for one in self._all if one.key.startswith("remote.") and one.key.count(".") > 1)
        return tuple(dict.fromkeys(key.partition(".")[2].rpartition(".")[0] for key in keys))

    def redirect(self, branch: str, remote: str) -> str:
        """Return the first withheld key that decides where the branch goes; "" when there is none."""
        own = {f"remote.{remote}.{name}" for name in ("url", "pushurl", "vcs")}
        own |= {f"branch.{branch}.{name}" for name in ("remote", "pushremote", "merge")}
        return next((one.key for one in self.withheld if one.key in own or _REDIRECTS.fullmatch(one.key)), "")


def parsed(listed: str) -> Iterator[Setting]:
    """Parse what `git config --list -z` prints."""
    for entry in listed.split("\0")[:-1]:
        key, has_value, value = entry.partition("\n")
        yield Setting(key, value if has_value else None)


def as_file(settings: Iterable[Setting]) -> str:
    """Return settings as a configuration file that git reads back to the same keys and values."""
    lines = list[str]()
    for one in settings:
        section, _, rest = one.key.partition(".")
        subsection, has_subsection, name = rest.rpartition(".")
        lines.append(f"[{section} {_quoted(subsection)}]" if has_subsection else f"[{section}]")
        lines.append(f"\t{name}" if one.value is None else f"\t{name} = {_quoted(one.value)}")
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
