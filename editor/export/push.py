"""Takes one commit to the blog's other repository, and nothing else: fetched first, never forced.

Where the other side has moved on, our commit alone is made anew on top of it, in git's object store, without touching a
file; only when it has arrived there does the branch here follow, by the same two-way merge that `git checkout` does
(git-read-tree(1), "Two Tree Merge"), which refuses rather than overwrite a file that somebody changed.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from editor.export.git import Done, GitProblem, Watch, last_line
from editor.export.local_settings import NETWORK
from editor.export.merge import merged
from editor.export.push_failures import push_problem
from editor.export.repository import Repository, Upstream
from editor.language import tr
from editor.text.addresses import split_address

_LINK: Final = re.compile(r"^remote:\s+(https?://\S+)\s*$", re.MULTILINE | re.ASCII)
_SCP: Final = re.compile(r"(?:[^@/\s]+@)?(?P<host>[^:/\s]+):(?P<path>[^\s]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Other:
    """A commit of somebody: its short name, who made it, what it says."""

    name: str
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A file that both sides changed in one place.

    Attributes:
        path: from the repository's root.
        base, ours, theirs: its bytes before, in our commit, on the other side; None where it does not exist.

    """

    path: str
    base: bytes | None
    ours: bytes | None
    theirs: bytes | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a branch and the other side stand to each other after fetching.

    Attributes:
        there: the last commit of the other side; "" when the branch does not exist there yet.
        ahead: what would be pushed, the oldest first.
        behind: what the other side has more, the oldest first.

    """

    upstream: Upstream
    there: str
    ahead: tuple[Other, ...]
    behind: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was done.

    Attributes:
        commit: as it is on the other side now.
        followed: how many commits of the other side came here.
        link: where a pull request can be opened; "" where that is not asked for or not known.

    """

    upstream: Upstream
    commit: str
    followed: int = 0
    link: str = ""


class ClashedError(Exception):
    """Our commit and the other side changed the same places; nothing was done. `clashes`: the files."""

    def __init__(self, clashes: list[Clash]) -> None:
        super().__init__(", ".join(clash.path for clash in clashes))
        self.clashes = clashes


def standing(repository: Repository, watch: Watch) -> Standing:
    """Fetch, and tell how the branch stands; nothing changes but what is known of the remote. Raises `GitProblem`."""
    repository.require_ready()
    upstream = repository.upstream()
    repository.require_pushable(upstream)
    options = ("--progress", "--no-tags", "--no-recurse-submodules")
    done = repository.git.run("fetch", *options, "--", upstream.remote, upstream.ref, watch=watch, protocols=NETWORK)
    if done.code and "couldn't find remote ref" not in done.said:
        raise push_problem(done.said, str(upstream), fetching=True)
    there = (repository.git.text("rev-parse", "--verify", "-q", "FETCH_HEAD") or "") if done.code == 0 else ""
    if not there:
        return Standing(upstream, "", tuple(_commits(repository, "HEAD")), ())
    if not repository.git.answer("merge-base", "HEAD", there):
        if repository.is_shallow:
            raise GitProblem(
                "shallow",
                tr("{0} has only a part of the history: run “git fetch --unshallow”, then push again.").format(
                    repository.root
                ),
            )
        raise GitProblem(
            "unrelated",
            tr("{0} has nothing in common with the branch “{1}”: look at “git remote -v”.").format(
                upstream, repository.branch
            ),
        )
    return Standing(
        upstream,
        there,
        tuple(_commits(repository, f"{there}..HEAD")),
        tuple(_commits(repository, f"HEAD..{there}")),
    )


def push(
    repository: Repository,
    stand: Standing,
    watch: Watch,
    *,
    others: bool = False,
    decided: Mapping[str, bytes | None] | None = None,
) -> Pushed:
    """Push our last commit.

    Args:
        others: earlier commits that were not pushed yet may go along.
        decided: for files that clash, what they are to be.

    Raises:
        ClashedError: somebody changed the same places.
        GitProblem: it did not arrive, or the branch here can't follow; the commit is kept.

    """
    git, upstream = repository.git, stand.upstream
    if not stand.ahead:
        if stand.behind:
            _follow(repository, repository.head, stand.there, dry=True)
            _follow(repository, repository.head, stand.there)
        return Pushed(upstream, stand.there, len(stand.behind))
    if len(stand.ahead) > 1 and not others:
        names = ", ".join(f"“{one.subject}”" for one in stand.ahead[:-1][-3:])
        raise GitProblem(
            "others-first",
            tr("{0} earlier commits are not on {1} yet ({2}): push them too, or first.").format(
                len(stand.ahead) - 1, upstream, names
            ),
        )
    ours = repository.head
    new = ours
    if stand.behind:
        if len(stand.ahead) > 1:
            raise GitProblem(
                "diverged",
                tr(
                    "{0} has moved on, and so has “{1}” with other commits than this post’s: bring them "
                    "together first (“git pull --rebase”), then push again. The commit is kept."
                ).format(upstream, repository.branch),
            )
        new = _rebased(repository, ours, stand.there, decided or {})
        _follow(repository, ours, new, dry=True)
    if new != stand.there:
        done = _sent(repository, upstream, new, watch)
        if done.code:
            raise push_problem(done.said, str(upstream))
        git.run("update-ref", f"refs/remotes/{upstream.remote}/{upstream.branch}", new)
    if new != ours:
        _follow(repository, ours, new)
    return Pushed(upstream, new, len(stand.behind))


def push_aside(repository: Repository, stand: Standing, name: str, watch: Watch) -> Pushed:
    """Push our last commit onto a branch of its own, for a pull request; the branch here stays as it is.

    Raises:
        GitProblem: it did not arrive; the commit is kept.

    """
    git, aside = repository.git, Upstream(stand.upstream.remote, name)
    if git.run("check-ref-format", "--branch", name).code:
        raise GitProblem(
            "branch-name", tr("“{0}” can’t be a branch’s name: use letters, digits and hyphens.").format(name)
        )
    commit = repository.head
    if stand.behind and len(stand.ahead) == 1:
        commit = _rebased(repository, commit, stand.there, {})
    done = _sent(repository, aside, commit, watch)
    if done.code:
        raise push_problem(done.said, str(aside))
    told = _LINK.search(done.said)
    address = repository.address_of(aside.remote)
    link = told[1] if told is not None and _host(told[1]) == _host(address) else ""
    return Pushed(aside, commit, 0, link or pull_request_link(address, name, stand.upstream.branch))


def pull_request_link(address: str, branch: str, onto: str) -> str:
    """Where a pull request is opened, by the forge's addresses (GitHub, GitLab, Gitea, Forgejo); "" elsewhere."""
    scp = _SCP.fullmatch(address) if "://" not in address else None
    host, path = (scp["host"], scp["path"]) if scp is not None else (_host(address), split_address(address).path)
    path = path.strip("/").removesuffix(".git")
    if not host or path.count("/") < 1:
        return ""
    name, target = quote(branch, safe=""), quote(onto, safe="")
    if "gitlab" in host:
        return f"https://{host}/{path}/-/merge_requests/new?merge_request%5Bsource_branch%5D={name}"
    if host == "github.com" or "gitea" in host or host == "codeberg.org" or "forgejo" in host:
        return f"https://{host}/{path}/compare/{target}...{name}"
    return ""


# -- parts


def _sent(repository: Repository, to: Upstream, commit: str, watch: Watch) -> Done:
    """Push a commit; what git says of it."""
    repository.require_pushable(to)
    options, where = ("--progress", "--no-recurse-submodules"), (to.remote, f"{commit}:{to.ref}")
    return repository.git.run("push", *options, "--", *where, watch=watch, protocols=NETWORK)


def _commits(repository: Repository, which: str) -> list[Other]:
    listed = repository.git.text("log", "--reverse", "--max-count=1000", "--format=%h%x1f%an%x1f%s", which, "--") or ""
    return [Other(*line.split("\x1f", 2)) for line in listed.split("\n") if line.count("\x1f") >= 2]


def _rebased(repository: Repository, ours: str, onto: str, decided: Mapping[str, bytes | None]) -> str:
    """Our commit on top of another one; `onto` itself when that has all of it already. Raises `ClashedError`."""
    git = repository.git
    parent = (
        git.answer("rev-parse", "--verify", "-q", f"{ours}^") or git.text("hash-object", "-t", "tree", os.devnull) or ""
    )
    listed = os.fsdecode(git.printed("diff-tree", "-r", "-z", "--no-renames", "--no-commit-id", parent, ours)).split(
        "\0"
    )
    entries, clashes = list[str](), list[Clash]()
    for meta, path in zip(listed[::2], listed[1::2], strict=False):
        _, mode, before, after, _ = meta.removeprefix(":").split(" ")
        there = _blob(repository, onto, path)
        gone = set(after) == {"0"}
        if there == ("" if set(before) == {"0"} else before):
            entries.append(f"0 {after}\t{path}" if gone else f"{mode} {after}\t{path}")
        elif there == ("" if gone else after):
            continue
        elif path in decided:
            wanted = decided[path]
            name = git.text("hash-object", "-w", "--stdin", given=wanted) if wanted is not None else None
            entries.append(f"0 {'0' * len(after)}\t{path}" if name is None else f"{mode} {name}\t{path}")
        else:
            sides = [_bytes(repository, name) for name in (before, after, there)]
            whole = merged(git, *sides) if None not in sides else None  # type: ignore[arg-type]
            if whole is None or whole.clashes:
                clashes.append(Clash(path, *sides))
            else:
                name = git.text("hash-object", "-w", "--stdin", given=whole.text)
                entries.append(f"{mode} {name}\t{path}")
    if clashes:
        raise ClashedError(clashes)
    tree = _tree(repository, onto, entries)
    if tree == git.text("rev-parse", f"{onto}^{{tree}}"):
        return onto
    return _made_anew(repository, ours, tree, onto)


def _tree(repository: Repository, onto: str, entries: list[str]) -> str:
    """A tree with some entries changed, made with an index of its own."""
    with tempfile.TemporaryDirectory(prefix="postwright-") as folder:
        own = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        git = repository.git
        git.run("read-tree", onto, environment=own)
        given = "".join(f"{entry}\0" for entry in entries).encode("utf-8", "surrogateescape")
        done = git.run("update-index", "-z", "--add", "--index-info", given=given, environment=own)
        if done.code == 0:
            done = git.run("write-tree", environment=own)
        if done.code:
            raise GitProblem(
                "broken",
                tr("The commit can’t be put on top of the other side: {0}").format(last_line(done.said)),
                done.said,
            )
        return done.text


def _made_anew(repository: Repository, ours: str, tree: str, onto: str) -> str:
    """A commit with the message, author and signature of ours."""
    git = repository.git
    told = git.printed("show", "-s", "--no-show-signature", "--format=%an%x00%ae%x00%ad%x00%B", "--date=raw", ours)
    name, mail, when, message = told.split(b"\0", 3)
    author = {
        "GIT_AUTHOR_NAME": os.fsdecode(name),
        "GIT_AUTHOR_EMAIL": os.fsdecode(mail),
        "GIT_AUTHOR_DATE": os.fsdecode(when),
    }
    signed = ["-S"] if git.text("config", "--bool", "commit.gpgSign") == "true" else []
    done = git.run(
        "commit-tree", *signed, "-p", onto, "-F", "-", tree, given=message.rstrip(b"\n") + b"\n", environment=author
    )
    if done.code:
        raise GitProblem(
            "not-signed", tr("The commit could not be made anew: {0}").format(last_line(done.said)), done.said
        )
    return done.text


def _follow(repository: Repository, old: str, new: str, *, dry: bool = False) -> None:
    """Bring branch, index and files from one commit to another, as a checkout would; nothing changed is lost."""
    git = repository.git
    git.run("update-index", "-q", "--refresh")
    done = git.run("read-tree", "-m", "-u", *(["-n"] if dry else []), old, new)
    if done.code:
        raise GitProblem(
            "in-the-way",
            tr(
                "What the other side changed would overwrite changes of yours in {0}: commit them or "
                "put them aside, then push again. {1} git says: {2}"
            ).format(
                repository.root,
                tr("The commit is kept.") if dry else tr("The commit has arrived there."),
                last_line(done.said),
            ),
            done.said,
        )
    if not dry:
        git.run("update-ref", "-m", "postwright: follow the other side", "HEAD", new, old)


def _blob(repository: Repository, commit: str, path: str) -> str:
    """The name of a file's content in a commit; "" without it."""
    return repository.git.answer("rev-parse", "--verify", "-q", f"{commit}:{path}")


def _bytes(repository: Repository, blob: str) -> bytes | None:
    if not blob or set(blob) == {"0"}:
        return None
    return repository.git.printed("cat-file", "blob", blob)


def _host(address: str) -> str:
    if "://" in address:
        return split_address(address).hostname or ""
    match = _SCP.fullmatch(address)
    return match["host"] if match is not None else ""
