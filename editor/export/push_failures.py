"""Why a fetch or push did not succeed, read off what git said, and what the writer can do about it."""

from __future__ import annotations

import re
from typing import Final

from editor.export.git import GitProblem
from editor.export.repository import last_line

_KEPT: Final = "The commit is kept: push again later."
_REASONS: Final = (
    (
        "protected",
        r"[Pp]rotected branch|GH006|GH013|denied updating a protected",
        "{0} does not take commits directly (the branch is protected, or the server’s rules refuse it). Push onto a branch"
        " of its own and open a pull request. The commit is kept.",
    ),
    (
        "too-large",
        r"GH001|exceeds .*file size limit|larger than the maximum|RPC failed; HTTP 413|error: 413",
        "{0} refuses it because a file is too large: make the picture smaller, then export again. The commit is kept.",
    ),
    (
        "moved-on",
        r"\[rejected\].*\((?:fetch first|non-fast-forward|stale info)|\[remote rejected\].*(?:cannot lock ref|failed to update ref)",
        "Somebody pushed to {0} at the same moment. The commit is kept: push again.",
    ),
    (
        "checked-out",
        r"refusing to update checked out branch",
        "{0} is a folder in which that branch is checked out, so git refuses to push there: push to a bare repository."
        " The commit is kept.",
    ),
    (
        "hook",
        r"\[remote rejected\].*hook declined|update hook",
        "The server of {0} refused the commit (see what it says): mend that, or push onto a branch of its own. The commit is"
        " kept.",
    ),
    (
        "password",
        r"Authentication failed|could not read Username|could not read Password|Permission denied \(|Invalid username"
        r"|terminal prompts disabled|HTTP Basic: Access denied|403 Forbidden|error: 403|Permission to .* denied|401",
        "{0} did not let you in: the password, token or key is wrong, or you may not write there. " + _KEPT,
    ),
    (
        "host-key",
        r"Host key verification failed",
        "The server of {0} is not known to ssh yet, or its key has changed: connect once with ssh in a terminal, and"
        " compare the key. " + _KEPT,
    ),
    (
        "no-network",
        r"Could not resolve host|Couldn't connect|Failed to connect|Connection refused|Connection timed out"
        r"|Network is unreachable|No route to host|unable to connect|Temporary failure in name resolution",
        "{0} can’t be reached: there is no network, or the server does not answer. " + _KEPT,
    ),
    (
        "certificate",
        r"SSL certificate|certificate verify failed|server certificate",
        "The certificate of {0} is not valid, so nothing was sent: ask whoever runs the server. " + _KEPT,
    ),
    (
        "cut",
        r"hung up|early EOF|unexpected disconnect|RPC failed|Connection reset|Broken pipe|closed by remote",
        "The connection to {0} broke off. " + _KEPT,
    ),
    (
        "not-found",
        r"[Rr]epository .*not found|does not appear to be a git repository|not found|does not exist|No such file",
        "{0} was not found: its address may be wrong, or you may not see it (“git remote -v” shows it). " + _KEPT,
    ),
    (
        "forbidden-transport",
        r"transport '.*' not allowed",
        "The address of {0} would run a program; Postwright does not do that. " + _KEPT,
    ),
    (
        "full",
        r"No space left|disk quota|unpack(?:er)? error",
        "There is no room left on the disk of {0} or yours. " + _KEPT,
    ),
)
"""A name for the case, what git says then (in English, as it is asked to), and what we say; the first row counts."""


def push_problem(said: str, where: str, *, fetching: bool = False) -> GitProblem:
    """Why it did not succeed.

    Args:
        where: the remote and the branch, as "origin/main".

    """
    if (
        not fetching
        and "failed to push some refs" in said
        and not re.search(r"! \[|^fatal:|RPC failed", said, re.MULTILINE)
    ):
        message = f"A hook of this repository stopped the push to {where} (see what it says). The commit is kept."
        return GitProblem("own-hook", message, said)
    for code, pattern, message in _REASONS:
        if re.search(pattern, said, re.MULTILINE):
            return GitProblem(code, message.format(where), said)
    return GitProblem("not-pushed", f"{where} did not take it: {last_line(said)}. {_KEPT}", said)
