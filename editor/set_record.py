"""Many posts on the command line: `set` writes down what it changes; all verbs tell of changes that were stopped."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from editor.blog.rules import RulesBook
from editor.language import tr
from editor.post.assignments import Change, make
from editor.post.files import FileError, read_file
from editor.post.post import Post
from editor.terminal import say


def tell_unfinished() -> None:
    """Tell of changes of many posts that were stopped half-way: the window finishes them or takes them back."""
    from editor.settings import Settings

    folder = Settings.for_user().operations
    if folder.is_dir():
        from editor.blog.operations import unfinished

        for operation in unfinished(folder, look_only=True):
            text = tr(
                "A change of several posts was stopped half-way ({0}): open the window to finish it or take it back"
            )
            say(text.format(operation.folder_of_posts))


@contextlib.contextmanager
def written_down(files: Sequence[Path], changes: Sequence[Change]) -> Iterator[None]:
    """Write down what changes in several files: one half of it must not be all that a crash leaves."""
    from editor.blog.operations import OperationLog
    from editor.settings import Settings

    record, book = None, RulesBook()
    several = files if len(files) > 1 else ()  # one file is written whole or not at all
    planned = [(path, *found) for path in several if (found := _bytes_after(path, changes, book))]
    if len(planned) > 1:
        with contextlib.suppress(FileError):  # without a state folder, as in a container, nothing is kept
            record = OperationLog(Settings.for_user().operations).begin("set", planned)
    yield
    if record is not None:
        record.remove()


def _bytes_after(path: Path, changes: Sequence[Change], book: RulesBook) -> tuple[bytes, bytes] | None:
    """A file's bytes before and after; None where nothing changes, or it is refused, which is told later."""
    try:
        data = read_file(path)
        post = Post.from_bytes(data, book.rules_of(path))
        make(post, changes)
        after = post.to_bytes()
    except Exception:  # noqa: BLE001  told when it is its turn
        return None
    return (data, after) if after != data else None
