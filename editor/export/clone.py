"""A clone of a blog's repository; nothing that comes with it is run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from editor.export.git import Git, GitProblem, Watch
from editor.export.local_settings import NETWORK
from editor.export.push_failures import push_problem
from editor.language import tr
from editor.text.white_space import TYPED_SPACE

_ADDRESS: Final = re.compile(
    r"(?:https?|ssh|git|file)://\S+|[\w.-]+@[\w.-]+:\S+|/\S.*|[A-Za-z]:[/\\]\S.*|\.{1,2}/\S.*", re.ASCII
)


def clone(address: str, folder: Path, watch: Watch) -> None:
    """Clone a repository into a folder that does not exist yet, or is empty.

    Raises:
        GitProblem: the address is none, the folder is in use, or the other side can't be reached; nothing is left.

    """
    address = address.strip(TYPED_SPACE)
    if not _ADDRESS.fullmatch(address):
        raise GitProblem(
            "address", tr("“{0}” is no address of a repository: as https://github.com/NAME/BLOG.git.").format(address)
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise GitProblem("in-use", tr("{0} is there already: choose a new folder for the clone.").format(folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GitProblem("no-folder", tr("{0} can’t be made: {1}.").format(folder.parent, error.strerror)) from None
    git = Git.nowhere(folder.parent)
    options = ("--progress", "--no-recurse-submodules")
    done = git.run("clone", *options, "--", address, str(folder), watch=watch, protocols=(*NETWORK, "file"))
    if done.code:
        raise push_problem(done.said, address, fetching=True, kept="")
