"""One export from its plan to the blog's other repository, step by step: written, committed, looked ahead, pushed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editor.export.carry import Exported, carry_out
from editor.export.commit import Committed, commit_files
from editor.export.git import Watch
from editor.export.memory import ExportMemory
from editor.export.message import commit_message
from editor.export.plan import Plan
from editor.export.push import Pushed, Standing, push, push_aside, standing
from editor.export.repository import Repository
from editor.header import Rules
from editor.post.post import Post
from editor.post.values import shown


@dataclass(slots=True)
class Exporting:
    """An export under way. Each step raises what it calls raises; a step that failed can be done again.

    Attributes:
        repository: None where the blog is in none, or no commit is wanted.
        exported, committed, stand, pushed: what has been done so far.

    """

    plan: Plan
    memory: ExportMemory
    repository: Repository | None = None
    message: str = ""
    watch: Watch = field(default_factory=Watch)
    exported: Exported | None = None
    committed: Committed | None = None
    stand: Standing | None = None
    pushed: Pushed | None = None

    def write(self) -> None:
        """Write the files; where a commit is wanted, only when one can be made."""
        if self.repository is not None:
            self.repository.require_ready()
        self.exported = carry_out(self.plan, self.memory)

    def commit(self) -> None:
        """Commit the post and its pictures; nothing when the last commit has them."""
        assert self.repository is not None
        self.committed = commit_files(self.repository, self.plan.belongs, self.message, self.watch)

    def look(self) -> Standing:
        """Fetch, and see what a push would do."""
        assert self.repository is not None
        self.stand = standing(self.repository, self.watch)
        return self.stand

    def push(self, *, others: bool = False, decided: Mapping[str, bytes | None] | None = None) -> Pushed:
        """Push the commit."""
        assert self.repository is not None
        stand = self.stand or self.look()
        self.pushed = push(self.repository, stand, self.watch, others=others, decided=decided)
        return self.pushed

    def push_aside(self, branch: str) -> Pushed:
        """Push the commit onto a branch of its own."""
        assert self.repository is not None
        stand = self.stand or self.look()
        self.pushed = push_aside(self.repository, stand, branch, self.watch)
        return self.pushed


def title_of(plan: Plan) -> str:
    """The title of a planned post, for its commit's message."""
    data = plan.post.after if plan.post is not None else plan.draft
    field_ = Post.from_bytes(data, Rules(plan.blog.generator)).header.field("title")
    return shown(field_.value) if field_ is not None and field_.value else plan.path.stem


def message_for(plan: Plan, repository: Repository) -> str:
    """What the commit of a planned export says, as the blog's log says such things."""
    return commit_message(repository, plan.path, title_of(plan), new=committed_bytes(repository, plan.path) is None)


def committed_bytes(repository: Repository, path: Path) -> bytes | None:
    """A file as the last commit has it; None where it does not."""
    blob = repository.git.answer("rev-parse", "--verify", "-q", f"HEAD:{repository.relative(path)}")
    return repository.git.printed("cat-file", "blob", blob) if blob else None
