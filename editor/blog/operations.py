"""Changes of many posts, written down before the first of them: what a crash stops half-way is finished or taken back.

A record is on the disk before the first post is touched: a folder in the state folder, with a lock by which others see
whether its program is alive. A file that is neither as it was nor as it was to be is left, and told of.
"""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.blog.gate import Gate
from editor.blog.operation_record import FileChange, State, note, read_record, write_record
from editor.blog.site import root_of
from editor.disk import private_folder, sync_folder
from editor.language import tr
from editor.post.files import FileError, Stamp
from editor.post.guard import unexpected
from editor.post.lock import FileLock

FILE: Final = "record"
MAX_FILE: Final = 64 * 2**20
"""A larger file is not looked at when an operation is finished or taken back: none is written."""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation as its record has it.

    Attributes:
        folder: the record's. lock: held while somebody decides.
        kind: what it was: "replace", "tags", "set" or "move".
        moves: files and folders that get other names, in their order.
        damaged: some of the record can't be read; those files are left.

    """

    folder: Path
    lock: FileLock
    kind: str
    moves: tuple[tuple[Path, Path], ...]
    files: tuple[FileChange, ...]
    damaged: bool = False

    def states(self) -> list[tuple[Path, State]]:
        """Each step: a file or folder, and what it has come to; moves first."""
        moved = [(new, _moved(old, new)) for old, new in self.moves]
        return [*moved, *((self.now(one.path), one.state_of(_bytes(self.now(one.path)))) for one in self.files)]

    def is_half_done(self) -> bool:
        """Whether some steps are done and others are not, or can't be known."""
        found = {state for _, state in self.states()}
        return {State.BEFORE, State.AFTER} <= found or (self.damaged and bool(found))

    def now(self, path: Path) -> Path:
        """Where a file lies, that is to be called `path` after the moves."""
        if not os.path.lexists(path):
            for old, new in reversed(self.moves):
                if (path == new or new in path.parents) and _moved(old, new) is State.BEFORE:
                    return old / path.relative_to(new) if path != new else old
        return path

    @property
    def folder_of_posts(self) -> Path:
        """The folder that has all the files."""
        paths = [*(new for _, new in self.moves), *(one.path for one in self.files)]
        return Path(os.path.commonpath([path.parent for path in paths]))

    @property
    def is_removed(self) -> bool:
        """Whether it is settled."""
        return not (self.folder / FILE).exists()

    def let_go(self) -> None:
        """Nobody decides now: it is offered again."""
        self.lock.unlock()

    def remove(self) -> None:
        """It is settled."""
        _remove(self.folder, self.lock)


@dataclass(frozen=True, slots=True)
class Settled:
    """What finishing or taking back did.

    Attributes:
        written: files whose bytes were changed, at their places now.
        moved: (from, to) of what got another name.
        left: what was left as it is, with the reason.

    """

    written: tuple[Path, ...]
    moved: tuple[tuple[Path, Path], ...]
    left: tuple[str, ...]

    def place(self, path: Path) -> Path:
        """Where a file is now."""
        for old, new in self.moved:
            if path == old or old in path.parents:
                return new / path.relative_to(old) if path != old else new
        return path


class OperationLog:
    """Writes the records of one part of the program; the last one stays until it can't be taken back any more."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._current: Record | None = None

    def begin(
        self, kind: str, files: Iterable[tuple[Path, bytes, bytes]], moves: Sequence[tuple[Path, Path]] = ()
    ) -> Record:
        """Write an operation down; it is on the disk afterwards.

        Args:
            files: each with its bytes before and after, by its name after the moves.

        Raises:
            FileError: it can't be written down: then nothing is to be changed.

        """
        self.close()
        own = self._folder / f"{os.getpid()}-{uuid.uuid4().hex[:12]}"
        lock = FileLock(own / "lock")
        try:
            private_folder(own)
            lock.take()
            write_record(own / FILE, kind, files, moves)
            sync_folder(own)
            sync_folder(self._folder)
            sync_folder(self._folder.parent)
        except OSError as error:
            _remove(own, lock)
            raise _not_noted(self._folder, error) from None
        self._current = Record(own, lock)
        return self._current

    def close(self) -> None:
        """The last operation can't be taken back any more; one that an error stopped is offered at the next start."""
        if self._current is not None:
            self._current.close()
            self._current = None


class Record:
    """An operation that this program carries out, or has carried out."""

    def __init__(self, folder: Path, lock: FileLock) -> None:
        self._folder, self._lock = folder, lock
        self._removed = self._done = False

    def done(self) -> None:
        """All was done, or the user knows what was not; where that can't be noted, the files tell."""
        self._done = True
        with contextlib.suppress(OSError):
            note(self._folder / FILE, "done")

    def back(self) -> None:
        """It is being taken back. Raises `FileError`."""
        if self._removed:
            return
        try:
            note(self._folder / FILE, "back")
        except OSError as error:
            raise _not_noted(self._folder, error) from None
        self._done = False

    def close(self) -> None:
        """Nobody takes it back any more: remove it, unless it is half done."""
        if self._done:
            self.remove()
        else:
            self._lock.unlock()

    def remove(self) -> None:
        """It is taken back, or stays."""
        self._removed = True
        _remove(self._folder, self._lock)


def _not_noted(folder: Path, error: OSError) -> FileError:
    text = tr("can’t be written ({0}): what is to change could not be noted, and nothing was changed")
    return FileError(folder, text.format(error.strerror or error))


def unfinished(folder: Path, *, look_only: bool = False) -> list[Operation]:
    """Return the operations that were stopped half-way, the oldest first, each with its lock.

    Records of operations that are done, or that have not begun, are removed. Raises nothing.

    Args:
        look_only: take no lock and remove nothing.

    """
    found = list[Operation]()
    try:
        records = sorted((one for one in folder.iterdir() if one.is_dir()), key=lambda one: one.stat().st_mtime_ns)
    except OSError:
        return []
    for own in records:
        lock = FileLock(own / "lock")
        if not lock.take() and lock.refused:
            continue  # its program is alive
        try:
            operation, keep = _half_done(own, lock)
        except Exception as error:  # noqa: BLE001  logged; one record must not hide the others
            unexpected(error, own)
            operation, keep = None, True
        if operation is not None:
            found.append(operation)
        elif not keep and not look_only:
            _remove(own, lock)
        if operation is None or look_only:
            lock.unlock()
    return found


def _half_done(own: Path, lock: FileLock) -> tuple[Operation | None, bool]:
    """The operation of a record, if it was stopped half-way; else None, and whether the record is to stay."""
    try:
        noted = read_record(own / FILE)
    except FileNotFoundError:
        return None, False
    except OSError:
        return None, True  # it may be readable another time
    if noted is None or noted.done or noted.foreign:
        return None, noted is not None and noted.foreign
    operation = Operation(own, lock, noted.kind, noted.moves, noted.files, noted.damaged)
    return (operation, True) if operation.is_half_done() else (None, False)


def settle(
    operation: Operation,
    wanted: State,
    waiting: Collection[Path] = (),
    tell: Callable[[int], object] = lambda _: None,
) -> Settled:
    """Finish an operation (`State.AFTER`), or take it back (`State.BEFORE`); its record goes.

    Args:
        waiting: posts with changes that are not saved, as they are without links; they are left.
        tell: is told how many files are done.

    """
    done = list[tuple[Path, Path]]()
    written, left = list[Path](), list[str]()
    forward = wanted is State.AFTER
    if forward and not _move_all(operation.moves, done, left):
        return Settled((), (), tuple(left))  # links to a name that is not there would be worse
    for number, one in enumerate(operation.files if forward else reversed(operation.files)):
        tell(number)
        path = operation.now(one.path)
        why = _write(one, path, wanted, waiting)
        if why is None:
            written.append(path)
        elif why:
            left.append(f"{path.name}: {why}")
    if not forward:
        _move_all(tuple((new, old) for old, new in reversed(operation.moves)), done, left)
    if operation.damaged:
        left.append(tr("some posts: what was noted of them can’t be read"))
    operation.remove()
    places = Settled((), tuple(done), ())
    return Settled(tuple(places.place(path) for path in written), tuple(done), tuple(left))


def _write(one: FileChange, path: Path, wanted: State, waiting: Collection[Path]) -> str | None:
    """Bring a file to a state: None when it was written, "" when it was so already, else why it is left."""
    data = _bytes(path)
    state = one.state_of(data)
    if state is wanted:
        return ""
    if data is None:
        return tr("does not exist (any more)")
    if state is State.OTHER:
        return tr("was changed since")
    if path.resolve() in waiting:
        return tr("has changes that are not saved")
    try:
        Gate(root_of(path)).write(path, one.turned(data, wanted), expected=Stamp.of(data))
    except FileError as error:
        return error.reason
    return None


def _move_all(moves: Sequence[tuple[Path, Path]], done: list[tuple[Path, Path]], left: list[str]) -> bool:
    """Give the names that are not given yet; False when one can't be."""
    for old, new in moves:
        if _moved(old, new) is State.AFTER:
            continue
        try:
            gate = Gate(root_of(old))
            gate.make_folder(new.parent)
            gate.rename(old, new)
        except OSError as error:
            why = error.reason if isinstance(error, FileError) else error.strerror
            left.append(tr("{0}: can’t be moved to {1}: {2}").format(old.name, new.name, why))
            return False
        done.append((old, new))
    return True


def _moved(old: Path, new: Path) -> State:
    """Whether a file has its new name; names that differ in case only are told apart."""
    here, there = _has(old), _has(new)
    if here is there:
        return State.OTHER
    return State.AFTER if there else State.BEFORE


def _has(path: Path) -> bool:
    try:
        return path.name in os.listdir(path.parent)
    except OSError:
        return False


def _bytes(path: Path) -> bytes | None:
    try:
        return Gate(root_of(path)).read(path, limit=MAX_FILE)
    except FileError:
        return None


def _remove(folder: Path, lock: FileLock) -> None:
    """Remove a record: the file first, for without it there is nothing to offer."""
    with contextlib.suppress(OSError):
        (folder / FILE).unlink()
    lock.unlock()
    with contextlib.suppress(OSError):
        folder.rmdir()
