"""Writes down each open post while it is typed, a second after the last key and at latest every ten, on a thread.

Each window has a folder of its own with a lock: a folder whose lock nobody holds is of a program that did not end well.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from editor.disk import private_folder
from editor.header import Path as KeyPath
from editor.post.atomic import clean_leftovers, sync_folder
from editor.post.days_of_use import DaysOfUse
from editor.post.field_texts import FieldText
from editor.post.files import FileError, read_file
from editor.post.journal import (
    KEPT,
    SUFFIX,
    Beginning,
    Journal,
    Recovered,
    Step,
    forget_old,
    journals_in,
    may_be_read_later,
    put_aside,
    read_journal,
)
from editor.post.lock import FileLock
from editor.post.saved_versions import SavedVersions
from editor.text.edit import Edit, apply_all, compose_all, difference
from editor.text.source import Source, UndecodableError, decode, encode
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.jobs import call_in_window
from editor.ui.sheet import is_open

PAUSE_MS: Final = 1_000
"""How long after the last key the journal is written."""
LATEST_MS: Final = 10_000
"""How long typing without a pause may go on before it is written."""


@dataclass(slots=True)
class _Entry:
    """A post that is open: what it was, and what happened since and is not written yet.

    Attributes:
        former: what it was before the last save.
        fields: texts of form fields that came or went (None); `depth`: how many steps could be undone then.
        due: the beginning has to be written without any step: nothing else has this post.

    """

    journal: Journal
    beginning: Beginning
    former: Beginning | None = None
    steps: list[Step] = field(default_factory=list)
    fields: dict[KeyPath, FieldText | None] = field(default_factory=dict)
    depth: int = 0
    due: bool = False
    wrote: bool = False

    @property
    def is_waiting(self) -> bool:
        """Whether there is something to write."""
        return bool(self.steps or self.fields or self.due)


class Journaling(QObject):
    """Follows the window's document, whichever post it has."""

    lost_found = Signal(object)  # list[Recovered]: of programs that did not end well
    failed = Signal(str)  # the journal can't be written; told once

    def __init__(
        self, document: PostDocument, files: PostFiles, folder: Path, versions: SavedVersions, parent: QObject
    ) -> None:
        """Begin.

        Args:
            folder: of the journals.
            versions: keep what a file held before each save.

        """
        super().__init__(parent)
        self._versions = versions
        self._document, self._files, self._folder = document, files, folder
        self._own = folder / f"{os.getpid()}-{uuid.uuid4().hex[:12]}"
        self._lock: FileLock | None = None
        self._held: list[FileLock] = []  # of the folders that are looked through
        self._entries: dict[QTextDocument, _Entry] = {}
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._told = False
        self._pause, self._latest, self._again = QTimer(self), QTimer(self), QTimer(self)
        for timer, interval, do in (
            (self._pause, PAUSE_MS, self.flush),
            (self._latest, LATEST_MS, self.flush),
            (self._again, LATEST_MS, self._write_again),
        ):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(do)
        document.opened.connect(self._opened)
        document.reloaded.connect(self._begin)
        document.edited.connect(self._edited)
        document.stepped.connect(self._stepped)
        document.modified_changed.connect(self._modified)
        document.field_text_changed.connect(self._field_text_changed)
        files.saved.connect(self._saved)
        files.given_up.connect(self._given_up)
        files.moved.connect(self._moved)
        self._begin()

    def flush(self) -> None:
        """Hand what is not written yet to the thread."""
        self._pause.stop()
        self._latest.stop()
        for entry in self._entries.values():
            self._write_soonest(entry)

    def base(self) -> Source | None:
        """The shown post as it was opened or saved last."""
        entry = self._entries.get(self._document.qt)
        return entry.beginning.source if entry is not None else None

    def look_for_lost(self) -> None:
        """Look on a thread for what programs that did not end well have left."""
        self._do(self._find_lost)

    def put_aside(self, recovered: Recovered) -> None:
        """The writer has it back, or does not want it: it stays for a while."""
        put_aside(recovered.journal, self._folder / KEPT)

    def close(self) -> None:
        """The window closes: what was not saved was given up, and stays for a while."""
        self.flush()
        self._again.stop()
        for entry in self._entries.values():
            if entry.wrote:
                self._do(lambda entry=entry: entry.journal.put_aside(self._folder / KEPT))
        self._entries.clear()
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(5)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
            with contextlib.suppress(OSError):
                self._own.rmdir()
        for lock in self._held:
            lock.unlock()

    # -- following the document

    def _opened(self) -> None:
        """Another post, or the same one read anew."""
        if self._document.qt not in self._entries or not self._document.text_modified:
            self._begin()

    def _begin(self, former: Beginning | None = None) -> None:
        """From here on: the post is on the disk as it is now, or is empty. `former`: as it was there until now."""
        document, known = self._document, self._entries.pop(self._document.qt, None)
        if not document.read_only:
            journal = Journal(self._own / f"{uuid.uuid4().hex}{SUFFIX}")
            entry = self._entries[document.qt] = _Entry(journal, self._beginning(), former)
            entry.fields = {one.path: one for one in document.field_texts}
            entry.depth = document.qt.availableUndoSteps()
            entry.due = document.never_saved
            self._write_soonest(entry)  # before the former one goes: a crash may come at any moment
        if known is not None and known.wrote:
            self._do(known.journal.remove)
        for closed in [one for one in self._entries if not is_open(one)]:
            del self._entries[closed]

    def _beginning(self) -> Beginning:
        files, new = self._files, self._document.never_saved
        source = self._document.post.source
        return Beginning(files.path, source, files.digest, files.picture_folder, new, files.planned if new else None)

    def _field_text_changed(self, path: KeyPath) -> None:
        entry = self._entries.get(self._document.qt)
        if entry is not None:
            entry.fields[path] = self._document.field_texts.get(path)
            entry.depth = self._document.qt.availableUndoSteps()
            self._write_soon()

    def _edited(self, edit: Edit) -> None:
        document = self._document
        self._add(Step(edit, document.qt.availableUndoSteps(), document.turn, document.joining))

    def _stepped(self) -> None:
        self._add(Step(None, self._document.qt.availableUndoSteps(), self._document.turn))

    def _add(self, step: Step) -> None:
        entry = self._entries.get(self._document.qt)
        if entry is None:
            return
        entry.steps.append(step)
        self._write_soon()

    def _write_soon(self) -> None:
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def _modified(self, modified: bool) -> None:
        """A post that was taken back to what is on the disk has nothing to lose."""
        entry = self._entries.get(self._document.qt)
        if not modified and entry is not None and entry.wrote and self._document.turn == 0:
            self._begin(entry.beginning)

    def _saved(self) -> None:
        """What the file held until now is kept, too."""
        entry = self._entries.get(self._document.qt)
        former = (entry.former or entry.beginning) if entry is not None else None
        path = former.path if former is not None else None
        if former is not None and path is not None and path == self._files.path:
            source, when = former.source, datetime.now(UTC)
            self._do(lambda: self._versions.keep(path, encode(source), when))
        self._begin()

    def _moved(self) -> None:
        """A post without a file may have got a folder for its pictures."""
        path = self._files.path
        if path is not None:
            self._do(lambda: clean_leftovers(path.parent, keep=partial(self._keep_leftover, path.parent)))
        entry, folder = self._entries.get(self._document.qt), self._files.picture_folder
        if entry is not None and entry.beginning.path is None and entry.beginning.pictures != folder:
            entry.beginning = replace(entry.beginning, pictures=folder)
            self._do(lambda: self._write_pictures(entry, folder))

    def follow(self, qt: QTextDocument, path: Path) -> None:
        """The file of an open post was moved; what is not saved belongs to its new place."""
        entry, depth = self._entries.get(qt), qt.availableUndoSteps()
        if entry is not None and entry.beginning.path is not None:
            entry.beginning = replace(entry.beginning, path=path)
            self._do(lambda: self._write_path(entry, path, depth))

    def _given_up(self) -> None:
        entry = self._entries.pop(self._document.qt, None)
        if entry is None:
            return
        self._write_soonest(entry)
        self._do(lambda: entry.journal.put_aside(self._folder / KEPT))

    def _take_failure(self, reason: str) -> None:
        """The disk refused: tell once, and try again, also when nothing more is typed."""
        self._again.start()
        if not self._told:
            self._told = True
            self.failed.emit(reason)

    def _write_again(self) -> None:
        for entry in self._entries.values():
            self._do(partial(self._write_what_waits, entry))

    def _write_soonest(self, entry: _Entry) -> None:
        if entry.is_waiting:
            steps, fields, depth = entry.steps, entry.fields, entry.depth
            entry.steps, entry.fields, entry.due, entry.wrote = [], {}, False, True
            self._do(lambda: self._write(entry, steps, fields, depth))

    # -- on the thread

    def _keep_leftover(self, folder: Path, name: str, data: bytes) -> None:
        """What a killed save has left: among the versions of its post, before it is removed."""
        self._versions.keep(folder / name, data, datetime.now(UTC))

    def _do(self, job: Callable[[], None]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, daemon=True)
            self._thread.start()
        self._jobs.put(job)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except OSError as error:
                call_in_window(self, self._take_failure, error.strerror or str(error))
            except Exception:  # noqa: BLE001  told as all that nobody foresaw; what comes next is written all the same
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self._thread)))

    def _write(self, entry: _Entry, steps: list[Step], fields: dict[KeyPath, FieldText | None], depth: int) -> None:
        entry.journal.add(entry.beginning, steps)
        entry.journal.add_fields(fields, depth)
        self._write_what_waits(entry)

    def _write_pictures(self, entry: _Entry, folder: str) -> None:
        entry.journal.add_pictures(folder)
        self._write_what_waits(entry)

    def _write_path(self, entry: _Entry, path: Path, depth: int) -> None:
        entry.journal.add_path(path, depth)
        self._write_what_waits(entry)

    def _write_what_waits(self, entry: _Entry) -> None:
        if not entry.journal.is_waiting:
            return
        if self._lock is None:
            private_folder(self._folder)
            private_folder(self._own)
            sync_folder(self._folder)
            self._lock = FileLock(self._own / "lock")
            self._lock.take()
        entry.journal.write()

    def _find_lost(self) -> None:
        found = list(self._lost())
        if found:
            call_in_window(self, self.lost_found.emit, found)
        now = datetime.now(UTC)  # after that, for nothing that fails here may hide a journal
        days = DaysOfUse.noted(self._folder.parent, now)
        forget_old(self._folder / KEPT, now.timestamp(), days)
        with contextlib.suppress(OSError):  # it is told where the versions are shown
            self._versions.forget_old(now, days)

    def _lost(self) -> Iterator[Recovered]:
        try:
            folders = sorted(one for one in self._folder.iterdir() if one.is_dir() and one.name != KEPT)
        except OSError:
            return
        for folder in folders:
            if folder == self._own:
                continue
            lock = FileLock(folder / "lock")
            if not lock.take() and lock.refused:
                continue  # its program is alive
            self._held.append(lock)
            for path in journals_in(folder):
                recovered = read_journal(path)
                if recovered is None and may_be_read_later(path):
                    continue
                if recovered is None or not recovered.has_unsaved or _is_saved(recovered):
                    put_aside(path, self._folder / KEPT)
                else:
                    yield recovered
            if not list(journals_in(folder)):
                self._held.remove(lock)
                lock.unlock()
                for damaged in folder.glob("lock.damaged-*"):
                    with contextlib.suppress(OSError):
                        damaged.unlink()
                with contextlib.suppress(OSError):
                    folder.rmdir()


def _is_saved(recovered: Recovered) -> bool:
    """Whether the file has what was typed: the program ended between a save and its journal's end."""
    path = recovered.beginning.place
    try:
        return not recovered.fields and path is not None and decode(read_file(path)).text == recovered.text
    except (FileError, UndecodableError):
        return False


def replay(document: PostDocument, recovered: Recovered) -> None:
    """Make the steps of a journal again in a document that has its beginning; so they can be taken back one by one."""
    depth, turned = 0, False
    text, since = recovered.beginning.source.text, list[Edit]()
    for step in recovered.steps:
        if step.edit is not None:
            since.append(step.edit)
        if step.edit is None:
            if turned:  # Qt has steps that only moved the caret
                text = apply_all(text, compose_all(since))
                since.clear()
                (document.undo if step.turn < 0 else document.redo)()
                _become(document, text)  # it may have gone back beyond the beginning
            turned = False
        elif step.turn:
            turned = True
        else:
            document.apply(step.edit, joined=step.joined or 0 < step.depth == depth)
        depth = step.depth
    _become(document, recovered.text)


def _become(document: PostDocument, text: str) -> None:
    """The steps may be grouped otherwise, or not be there to be taken back: the text counts."""
    rest = difference(document.post.text, text)
    if rest is not None:
        document.apply(rest)
