"""Why a fetch or push did not succeed, read off what git said, and what the writer can do about it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from editor.export.git import GitProblem, last_line
from editor.language import msg, tr

KEPT: Final = msg("The commit is kept.")


class _Reason(NamedTuple):
    """A name for a case, what git says then (in English, as it is asked to), and what we say."""

    code: str
    pattern: str
    message: str


_REASONS: Final = (
    _Reason(
        "protected",
        r"[Pp]rotected branch|GH006|GH013|denied updating a protected",
        msg(
            "{0} does not take commits directly (the branch is protected, or the server’s rules "
            "refuse it). Push onto a branch of its own and open a pull request."
        ),
    ),
    _Reason(
        "too-large",
        r"GH001|exceeds .*file size limit|larger than the maximum|RPC failed; HTTP 413|error: 413",
        msg("{0} refuses it because a file is too large: make the picture smaller, then export again."),
    ),
    _Reason(
        "moved-on",
        r"\[rejected\].*\((?:fetch first|non-fast-forward|stale info)"
        r"|\[remote rejected\].*(?:cannot lock ref|failed to update ref)",
        msg("Somebody pushed to {0} at the same moment. Push again."),
    ),
    _Reason(
        "checked-out",
        r"refusing to update checked out branch",
        msg(
            "{0} is a folder in which that branch is checked out, so git refuses to push there: "
            "push to a bare repository."
        ),
    ),
    _Reason(
        "hook",
        r"\[remote rejected\].*hook declined|update hook",
        msg("The server of {0} refused the commit (see what it says): mend that, or push onto a branch of its own."),
    ),
    _Reason(
        "password",
        r"Authentication failed|could not read Username|could not read Password|Permission denied \(|Invalid username"
        r"|terminal prompts disabled|HTTP Basic: Access denied|403 Forbidden|error: 40[13]|Permission to .* denied",
        msg("{0} did not let you in: the password, token or key is wrong, or you may not write there."),
    ),
    _Reason(
        "host-key",
        r"Host key verification failed",
        msg(
            "The server of {0} is not known to ssh yet, or its key has changed: connect once "
            "with ssh in a terminal, and compare the key."
        ),
    ),
    _Reason(
        "no-network",
        r"Could not resolve host|Couldn't connect|Failed to connect|Connection refused|Connection timed out"
        r"|Network is unreachable|No route to host|unable to connect|Temporary failure in name resolution",
        msg("{0} can’t be reached: there is no network, or the server does not answer. Try again later."),
    ),
    _Reason(
        "certificate",
        r"SSL certificate|certificate verify failed|server certificate",
        msg("The certificate of {0} is not valid, so nothing was sent: ask whoever runs the server."),
    ),
    _Reason(
        "cut",
        r"hung up|early EOF|unexpected disconnect|RPC failed|Connection reset|Broken pipe|closed by remote",
        msg("The connection to {0} broke off. Try again later."),
    ),
    _Reason(
        "not-found",
        r"[Rr]epository .*not found|does not appear to be a git repository|not found|does not exist|No such file",
        msg("{0} was not found: its address may be wrong, or you may not see it (“git remote -v” shows it)."),
    ),
    _Reason(
        "forbidden-transport",
        r"transport '.*' not allowed",
        msg("The address of {0} would run a program; Postwright does not do that."),
    ),
    _Reason(
        "full",
        r"No space left|disk quota|unpack(?:er)? error",
        msg("There is no room left on the disk of {0} or yours."),
    ),
)
"""The first row that fits counts."""


def push_problem(said: str, where: str, *, fetching: bool = False, kept: str | None = None) -> GitProblem:
    """Why it did not succeed.

    Args:
        where: the remote and the branch, as "origin/main".
        kept: what becomes of the commit; "" where there is none. It is kept, if nothing is said.

    """
    kept = tr(KEPT) if kept is None else kept
    if (
        not fetching
        and "failed to push some refs" in said
        and not re.search(r"! \[|^fatal:|RPC failed", said, re.MULTILINE)
    ):
        message = tr("A hook of this repository stopped the push to {0} (see what it says).").format(where)
        return GitProblem("own-hook", f"{message} {kept}".rstrip(" "), said)
    for code, pattern, message in _REASONS:
        if re.search(pattern, said, re.MULTILINE):
            return GitProblem(code, f"{tr(message).format(where)} {kept}".rstrip(" "), said)
    return GitProblem(
        "not-pushed", tr("{0} did not take it: {1}. {2}").format(where, last_line(said), kept).rstrip(" "), said
    )
