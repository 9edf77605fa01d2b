"""Does what an export's plan says: pictures first, the post last, each file whole; all of it, or nothing."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from editor.blog.gate import Gate
from editor.export.memory import ExportMemory
from editor.export.plan import FileChange, Plan
from editor.header import Refused
from editor.language import tr
from editor.post.files import FileError, Stamp


@dataclass(frozen=True, slots=True)
class Exported:
    """What was done: the plan, the files that were written, the folders that were made for them."""

    plan: Plan
    written: tuple[FileChange, ...]
    folders: tuple[Path, ...]


def carry_out(plan: Plan, memory: ExportMemory) -> Exported:
    """Write the files of a plan.

    Raises:
        Refused: the two versions of a merge are not decided on.
        FileError: a file can't be written, or was changed since it was looked at; nothing was changed.

    """
    if plan.merge is not None:
        raise Refused(tr("the copy in the blog was changed since: decide which version is to be there"))
    gate, written, folders = Gate(plan.blog.root), list[FileChange](), list[Path]()
    try:
        for change in plan.files:
            folders += gate.make_folder(change.path.parent)
            expected = Stamp.of(change.before) if change.before is not None else None
            gate.write(change.path, change.after, expected=expected)
            written.append(change)
    except FileError:
        _take_away(gate, written, folders)
        raise
    if not plan.is_at_home:
        post = plan.post
        data = post.after if post is not None else gate.read(plan.path)
        place = (plan.source, plan.blog.root, plan.path.relative_to(plan.blog.root).as_posix())
        memory.remember(place, plan.draft, plan.ours, data, plan.added, plan.sources)
    return Exported(plan, tuple(written), tuple(folders))


def take_back(exported: Exported) -> tuple[Path, ...]:
    """Give the blog the files that it had; gives those that were changed meanwhile and are left."""
    return _take_away(Gate(exported.plan.blog.root), list(exported.written), list(exported.folders))


def _take_away(gate: Gate, written: list[FileChange], folders: list[Path]) -> tuple[Path, ...]:
    left = []
    for change in reversed(written):
        try:
            if change.before is None:
                gate.remove(change.path, expected=Stamp.of(change.after))
            else:
                gate.write(change.path, change.before, expected=Stamp.of(change.after))
        except OSError:
            left.append(change.path)
    for folder in reversed(folders):
        with contextlib.suppress(OSError):
            gate.remove_folder(folder)  # only when nothing else has come into it
    return tuple(left)
