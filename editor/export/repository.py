"""The git repository that a blog lies in: whether a commit can be made there now, and what stands in its way."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from editor.export.git import Git, GitProblem, no_repository
from editor.export.git_folder import GitFolder
from editor.language import tr
from editor.text.white_space import ascii_words

_UNDER_WAY: Final = (
    ("rebase-merge", "rebase", "git rebase --continue", "git rebase --abort"),
    ("rebase-apply", "rebase", "git rebase --continue", "git rebase --abort"),
    ("MERGE_HEAD", "merge", "git commit", "git merge --abort"),
    ("CHERRY_PICK_HEAD", "cherry-pick", "git cherry-pick --continue", "git cherry-pick --abort"),
    ("REVERT_HEAD", "revert", "git revert --continue", "git revert --abort"),
    ("MERGE_AUTOSTASH", "merge", "git commit", "git merge --abort"),  # a commit would apply it
    ("BISECT_LOG", "bisect", "git bisect (good|bad)", "git bisect reset"),
)
"""Files of a repository that tell of something half done (git's own wt-status.c looks at them), and the ways out."""


@dataclass(frozen=True, slots=True)
class Upstream:
    """Where a branch goes when it is pushed: the remote's name and the branch there."""

    remote: str
    branch: str

    @property
    def ref(self) -> str:
        """The branch on the remote's side."""
        return f"refs/heads/{self.branch}"

    def __str__(self) -> str:
        return f"{self.remote}/{self.branch}"


class Repository:
    """A repository with a working tree.

    Attributes:
        git: git in its root.
        root: the folder of the working tree.

    """

    def __init__(self, git: Git, root: Path, folder: Path) -> None:
        self.git, self.root, self._folder = git, root, folder

    @classmethod
    def of(cls, folder: Path, *, trusted: bool = False, asking: str = "") -> Repository:
        """The repository that a folder lies in.

        Raises:
            GitProblem: there is none that can be worked in.

        """
        if not folder.is_dir():
            raise GitProblem("no-folder", tr("{0} does not exist (any more).").format(folder))
        git = Git(folder)
        git.version  # noqa: B018  raises when there is none that does
        place = git.place
        done = git.look("rev-parse", "--git-dir")
        if place is None or done.code:
            raise no_repository(folder, done.said)
        if git.local.is_on("core.bare") and place.own == place.common:
            raise GitProblem("bare", tr("{0} is a repository without files: open a clone of it.").format(folder))
        if place.root is None or not _is_at(place, git.local.last("core.worktree")):
            raise GitProblem(
                "inside-git",
                tr(
                    "{0} lies inside of git’s own folder, or its repository has its files elsewhere: "
                    "choose the blog’s folder."
                ).format(folder),
            )
        return cls(Git(place.root, trusted=trusted, asking=asking), place.root, place.own)

    @cached_property
    def branch(self) -> str:
        """The branch that is checked out; "" when none is."""
        return self.git.answer("symbolic-ref", "--short", "-q", "HEAD")

    @property
    def head(self) -> str:
        """The last commit's name; "" before the first one."""
        return self.git.answer("rev-parse", "--verify", "-q", "HEAD")

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the clone has only the last part of its history."""
        return self.git.answer("rev-parse", "--is-shallow-repository") == "true"

    def relative(self, path: Path) -> str:
        """A file's path from the root, with forward slashes; the file itself may be a link."""
        return (path.parent.resolve() / path.name).relative_to(self.root.resolve()).as_posix()

    def require_ready(self) -> None:
        """Make sure that a commit can be made now. Raises `GitProblem`."""
        for name, what, onward, back in _UNDER_WAY:
            if (self._folder / name).exists():
                raise GitProblem(
                    "under-way",
                    tr("A {0} is under way in {1}: finish it (“{2}”) or give it up (“{3}”) first.").format(
                        what, self.root, onward, back
                    ),
                )
        if not self.branch:
            raise GitProblem(
                "detached",
                tr(
                    "No branch is checked out in {0} (the head is detached): check one out, as “git switch main”."
                ).format(self.root),
            )
        if (self._folder / "index.lock").exists():
            raise GitProblem(
                "busy",
                tr("Another git is at work in {0}: try again when it is done. If none is, delete {1}.").format(
                    self.root, self._folder / "index.lock"
                ),
            )
        for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
            if self.git.run("var", who).code:
                raise GitProblem(
                    "no-identity",
                    tr(
                        "git does not know who you are: run “git config --global user.name NAME” and "
                        "“git config --global user.email ADDRESS”."
                    ),
                )

    def require_committable(self, names: Sequence[str]) -> None:
        """Make sure that files can come into a commit as they are. Raises `GitProblem`."""
        for name in names:
            self._refuse_submodule(name)
        self._refuse_other_case(names)
        self._refuse_filters(names)
        self._refuse_sparse(names)

    def upstream(self) -> Upstream:
        """Where the branch goes. Raises `GitProblem` when the repository has no other one to go to."""
        remotes = list(dict.fromkeys([*ascii_words(self.git.answer("remote")), *self.git.local.remotes]))
        if not remotes:
            raise GitProblem(
                "no-remote",
                tr("{0} has no other repository to push to: add one, as “git remote add origin ADDRESS”.").format(
                    self.root
                ),
            )
        remote = self.git.answer("config", f"branch.{self.branch}.pushRemote") or self.git.answer(
            "config", f"branch.{self.branch}.remote"
        )
        merge = self.git.answer("config", f"branch.{self.branch}.merge")
        if not remote or remote == ".":
            remote = "origin" if "origin" in remotes or len(remotes) > 1 else remotes[0]
        if remote not in remotes:
            raise GitProblem(
                "no-remote",
                tr("The branch “{0}” goes to “{1}”, which {2} does not know: see “git remote -v”.").format(
                    self.branch, remote, self.root
                ),
            )
        return Upstream(remote, merge.removeprefix("refs/heads/") or self.branch)

    def require_pushable(self, upstream: Upstream) -> None:
        """Make sure that git, as it is used here, may push. Raises `GitProblem` where the folder has to be trusted."""
        self.git.require_inside()
        self.git.require_remote(self.branch, upstream.remote)

    def address_of(self, remote: str) -> str:
        """A remote's address, as pushes take it."""
        return self.git.text("remote", "get-url", "--push", remote) or ""

    # -- what git would do wrong, or only half

    def _refuse_submodule(self, name: str) -> None:
        """A file of a repository inside of this one belongs to that one."""
        for parent in list(Path(name).parents)[:-1]:
            entry = self.git.answer("ls-files", "-s", "--", f":(top,literal){parent.as_posix()}")
            if entry.startswith("160000 ") or (self.root / parent / ".git").exists():
                raise GitProblem(
                    "submodule",
                    tr("{0} is a repository of its own inside of {1}: choose that folder as the blog.").format(
                        parent, self.root
                    ),
                )

    def _refuse_other_case(self, names: Sequence[str]) -> None:
        """Two names that differ only in case can't both be checked out on macOS and Windows."""
        folders = {Path(name).parent.as_posix() for name in names}
        known = self.git.answer("ls-files", "-z", "--", *(f":(top,literal){folder}" for folder in sorted(folders)))
        by_fold = {name.casefold(): name for name in known.split("\0") if name}
        for name in names:
            other = by_fold.get(name.casefold(), name)
            if other != name:
                raise GitProblem(
                    "case",
                    tr("{0} and {1} differ only in case: rename one, or other machines get only one of them.").format(
                        name, other
                    ),
                )

    def _refuse_filters(self, names: Sequence[str]) -> None:
        """A file that goes through a filter (Git LFS) must not come into the repository without it."""
        listed = "\0".join(names).encode("utf-8", "surrogateescape")
        parts = os.fsdecode(self.git.printed("check-attr", "-z", "--stdin", "filter", given=listed)).split("\0")
        for name, filter_ in zip(parts[::3], parts[2::3], strict=False):
            if filter_ in ("unspecified", "unset", "set", ""):
                continue
            if filter_ == "lfs" and not self.git.trusted and self._has_lfs:
                raise GitProblem(
                    "untrusted-filter",
                    tr(
                        "{0} belongs into Git LFS, which works by hooks of this repository: trust the folder "
                        "if you know where it comes from."
                    ).format(name),
                )
            if self.git.text("config", f"filter.{filter_}.clean") or self.git.text(
                "config", f"filter.{filter_}.process"
            ):
                continue
            if not self.git.trusted and any(
                self.git.local.last(f"filter.{filter_}.{name}") for name in ("clean", "process")
            ):
                raise GitProblem(
                    "untrusted-filter",
                    tr(
                        "{0} goes through the program “{1}”, which this repository’s own configuration "
                        "names: trust the folder if you know where it comes from."
                    ).format(name, filter_),
                )
            if filter_ == "lfs":
                raise GitProblem(
                    "no-lfs",
                    tr(
                        "{0} belongs into Git LFS, which is not set up here: install git-lfs and run “git lfs install”."
                    ).format(name),
                )

    @property
    def _has_lfs(self) -> bool:
        return any(self.git.text("config", f"filter.lfs.{name}") for name in ("clean", "process"))

    def _refuse_sparse(self, names: Sequence[str]) -> None:
        """Outside of a sparse checkout git would take a file for one that is to be left out."""
        if self.git.answer("config", "--bool", "core.sparseCheckout") != "true":
            return
        if self.git.version < (2, 41):  # `sparse-checkout check-rules` came with it
            return
        listed = "\0".join(names).encode("utf-8", "surrogateescape")
        kept = os.fsdecode(self.git.printed("sparse-checkout", "check-rules", "-z", given=listed)).split("\0")
        left = [name for name in names if name not in kept]
        if left:
            raise sparse_problem(left[0])


def sparse_problem(name: str) -> GitProblem:
    """What to say of a file that a sparse checkout leaves out."""
    return GitProblem(
        "sparse",
        tr(
            "{0} lies outside of what this sparse checkout has: add its folder (“git sparse-checkout add FOLDER”)."
        ).format(name),
    )


def _is_at(place: GitFolder, worktree: str) -> bool:
    """Whether a repository has its files where it was found; for a linked working tree the setting does not count."""
    return not worktree or place.own != place.common or (place.own / worktree).resolve() == place.root
