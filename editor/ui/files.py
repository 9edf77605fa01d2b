"""Opening, saving, reverting: the files behind the window's document, and what is said when the disk objects."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.blog.posts import POST_SUFFIXES
from editor.blog.rules import RulesBook
from editor.blog.site import Blog, blog_of
from editor.post.files import (
    MAX_BYTES,
    FileChangedError,
    FileError,
    FileTooLargeError,
    Stamp,
    overwrite_file,
    read_file,
    write_file,
)
from editor.post.post import Post
from editor.settings import Settings
from editor.text.source import Source, UndecodableError, UnencodableError, decode
from editor.ui.document import UNHOLDABLE, PostDocument
from editor.ui.messages import Answer, Choice, MessageBar, Questions

SHOWN_OF_LARGE = 100_000
"""How many bytes of a file that is no post (too large, binary) are shown as text."""

_LONG_LINE = re.compile(r"([^\n]{2000})(?=[^\n])")


class PostFiles(QObject):
    """Which file the document is, and every way in and out of it. Each method says what went wrong by itself."""

    moved = Signal()  # the document has another file (or none) now
    placing = Signal(object, object)  # Path, Blog: a post is about to get its first file
    saved = Signal()

    def __init__(
        self, document: PostDocument, settings: Settings, bar: MessageBar, questions: Questions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._settings, self._bar, self._questions = document, settings, bar, questions
        self._window = window
        self._stamp: Stamp | None = None
        self.path: Path | None = None
        self.blog: Blog | None = None

    @property
    def name(self) -> str:
        """What the post is called."""
        return self.path.name if self.path is not None else self.tr("Untitled post")

    # -- opening

    def new(self) -> None:
        """Start an empty post."""
        if self.may_leave():
            self._take(None, None)
            self._document.open(Post(Source("---\ntitle: \n---\n\n")))

    def choose_and_open(self) -> None:
        """Ask for a post and open it."""
        if self.may_leave():
            patterns = " ".join(sorted(f"*{suffix}" for suffix in POST_SUFFIXES))
            start = str(self.path.parent if self.path is not None else Path.home())
            name, _ = QFileDialog.getOpenFileName(
                self._window, self.tr("Open a post"), start, self.tr("Posts ({0});;All files (*)").format(patterns)
            )
            if name:
                self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a post; what can't be edited is shown as text where possible, and never written."""
        self._bar.clear()
        path = path.absolute()
        try:
            data = read_file(path)
            post = Post.from_bytes(data, RulesBook().rules_of(path))
        except FileTooLargeError as error:
            self._show_only(path, _beginning(path), self.tr("its first part is shown"), error.reason)
            return
        except FileError as error:
            self._bar.say(str(error))
            return
        except UndecodableError as error:
            self._show_only(path, data, self.tr("it is shown with escapes"), str(error))
            return
        strange = next((character for character in UNHOLDABLE if character in post.text), None)
        if post.text.startswith("\ufeff"):  # a second byte order mark: lost on the way into a QString
            strange = "\ufeff"
        if strange is not None:
            line = post.text.count("\n", 0, post.text.index(strange)) + 1
            reason = self.tr("line {0} has the character U+{1}, which the text pane can't hold")
            self._show_only(path, data, self.tr("it is shown as it is"), reason.format(line, f"{ord(strange):04X}"))
            return
        self._take(path, Stamp.of(data))
        self._document.open(post)
        self._settings.add_recent(path)

    def keep_in(self, folder: Blog) -> None:
        """A post without a file has its pictures in a folder, as if that were its blog."""
        self.blog = folder
        self.moved.emit()

    # -- saving

    def save(self) -> bool:
        """Save; True when the file holds the post now."""
        if self._document.read_only:
            self._bar.say(self.tr("{0} was opened to look at only; nothing was written.").format(self.name))
            return False
        if self.path is None:
            return self.save_as()
        return self._write(self.path, self._stamp)

    def save_as(self) -> bool:
        """Ask for a name and save there."""
        if self._document.read_only:
            return self.save()
        start = self.path if self.path is not None else Path.home() / f"{self.name}.md"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the post as"), str(start))
        if not name:
            return False
        path = Path(name).absolute()
        if self.path is None:
            self.placing.emit(path, blog_of(path))
        return self._write(path, self._stamp_of(path))

    def revert(self) -> None:
        """Go back to what is on the disk."""
        if self.path is not None and (not self._document.modified or self._questions.revert(self.name)):
            self.open(self.path)

    def may_leave(self) -> bool:
        """Whether the post may be closed: saved, not changed, or given up by the writer."""
        if not self._document.modified:
            return True
        answer = self._questions.save_changes(self.name)
        return answer is Answer.DISCARD or (answer is Answer.SAVE and self.save())

    def _write(self, path: Path, expected: Stamp | None, *, force: bool = False) -> bool:
        try:
            data = self._document.post.to_bytes()
            stamp = overwrite_file(path, data) if force else write_file(path, data, expected=expected)
        except UnencodableError as error:
            choices = [Choice(self.tr("Save as UTF-8"), lambda: self._write_as_utf8(path, expected))]
            self._bar.say(self.tr("{0} was not saved: {1}.").format(path.name, error), choices)
            return False
        except FileChangedError as error:
            self._bar.say(
                self.tr("{0} was not saved: it {1}. Your text is still here.").format(path.name, error.reason),
                [
                    Choice(self.tr("Overwrite it"), lambda: self._overwrite(path)),
                    Choice(self.tr("Open theirs"), lambda: self._open_theirs(path)),
                    Choice(self.tr("Save as…"), self._save_as),
                ],
            )
            return False
        except FileError as error:
            self._bar.say(f"{path.name}: {error.reason}.", [Choice(self.tr("Save as…"), self._save_as)])
            return False
        self._bar.clear()
        moved = path != self.path
        if moved:
            self._document.post.follow_rules(RulesBook().rules_of(path))
        self._take(path, stamp, tell=moved)
        self._document.saved()
        self.saved.emit()
        self._settings.add_recent(path.absolute())
        return True

    def _overwrite(self, path: Path) -> None:
        self._write(path, None, force=True)

    def _open_theirs(self, path: Path) -> None:
        if self._questions.revert(path.name):
            self.open(path)

    def _save_as(self) -> None:
        self.save_as()

    def _write_as_utf8(self, path: Path, expected: Stamp | None) -> None:
        self._document.post.write_as("utf-8")
        self._write(path, expected)

    def _stamp_of(self, path: Path) -> Stamp | None:
        """What the file dialog's user agreed to replace."""
        if path == self.path:
            return self._stamp
        try:
            return Stamp.of(read_file(path)) if path.exists() else None
        except FileError:
            return None

    def _take(self, path: Path | None, stamp: Stamp | None, *, tell: bool = True) -> None:
        self.path, self._stamp = path, stamp
        self.blog = blog_of(path) if path is not None else None
        if tell:
            self.moved.emit()

    def _show_only(self, path: Path, data: bytes, how: str, reason: str) -> None:
        """Show a file that can't be edited, read-only."""
        self._take(path, None)
        text = data[:SHOWN_OF_LARGE].decode("utf-8", errors="backslashreplace").replace("\0", "\\x00")
        for character in (*UNHOLDABLE, "\ufeff"):
            text = text.replace(character, f"\\u{ord(character):04x}")
        text = _LONG_LINE.sub(r"\1\n", text)  # a line of a whole file would take Qt minutes to lay out
        self._document.open(Post(decode(text.encode("utf-8"))), read_only=True)
        self._bar.say(
            self.tr("{0} can't be edited here: {1}. To look at, {2}; nothing will be written.").format(
                path.name, reason, how
            )
        )


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(min(SHOWN_OF_LARGE, MAX_BYTES))
    except OSError:
        return b""
