"""Opening, saving, reverting: the files behind the window's document, and what is said when the disk objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.blog.gate import Gate, shown_place
from editor.blog.posts import POST_SUFFIXES
from editor.blog.rules import RulesBook
from editor.blog.site import Blog, blog_of, leads_out_of_blog, root_of
from editor.header import Generator
from editor.post.field_texts import FieldTexts
from editor.post.files import (
    FileChangedError,
    FileError,
    FileTooLargeError,
    Stamp,
    finish_write,
    overwrite_file,
    read_file,
    write_file,
)
from editor.post.post import Post
from editor.settings import Settings
from editor.text.source import Source, UndecodableError, UnencodableError, decode
from editor.ui.document import PostDocument
from editor.ui.form.head import left_out
from editor.ui.kept_texts import keep_theirs, read_and_keep
from editor.ui.messages import Answer, Choice, MessageBar, Questions
from editor.ui.unfit_files import beginning, first_unholdable, shown_text

FIELDS = "fields"
"""The topic of messages about text of form fields that was not saved."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The file of a post that is put aside."""

    path: Path | None
    stamp: Stamp | None
    blog: Blog | None
    planned: Path | None


class Room(Protocol):
    """Whoever keeps the other open posts."""

    def show_open(self, path: Path) -> bool:
        """Show a file that is open already; False when it is not."""

    def make_room(self) -> None:
        """Put the shown post aside for another one."""


class PostFiles(QObject):
    """Which file the document is, and every way in and out of it. Each method says what went wrong by itself."""

    moved = Signal()  # the document has another file (or none) now
    placing = Signal(object, object)  # Path, Blog: a post is about to get its first file
    leaving = Signal()  # the shown post may be closed or put aside: words that are being composed end here
    saving = Signal()  # fields whose text is not in the post may put it there
    saved = Signal()
    fields_left = Signal(object)  # Path: the first key whose text was not saved with the rest
    stopped_found = Signal(object, object)  # Path, Leftover: a save that was stopped, and not applied
    given_up = Signal()  # the writer does not want the changes of the shown post

    def __init__(
        self, document: PostDocument, settings: Settings, bar: MessageBar, questions: Questions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._settings, self._bar, self._questions = document, settings, bar, questions
        self._window = window
        self._room: Room | None = None
        self._stamp: Stamp | None = None
        self.path: Path | None = None
        self.blog: Blog | None = None
        self.planned: Path | None = None  # where a new post is going to be saved

    @property
    def name(self) -> str:
        """What the post is called."""
        path = self.path or self.planned
        return path.name if path is not None else self.tr("Untitled post")

    @property
    def digest(self) -> str:
        """Of the file as it was read or written last; "" without one."""
        return self._stamp.digest.hex() if self._stamp is not None else ""

    def expect(self, stamp: Stamp | None) -> None:
        """What the file holds when it is saved next, as the writer has agreed; None for no file."""
        self._stamp = stamp

    def expect_theirs(self, path: Path, data: bytes) -> None:
        """The next save replaces what another program wrote, as the writer has agreed; that is kept."""
        keep_theirs(path, data, self._settings.versions)
        self._stamp = Stamp.of(data)

    @property
    def picture_folder(self) -> str:
        """Where a post without a file has its pictures; "" where it has none."""
        return str(self.blog.root) if self.path is None and self.planned is None and self.blog is not None else ""

    def start_again(self, post: Post, planned: Path | None, pictures: str) -> None:
        """Show a post whose file is gone, or that had none yet; `pictures`: the folder of its pictures."""
        blog = blog_of(planned) if planned is not None else None
        if pictures and Path(pictures).is_dir():
            blog = Blog(Path(pictures), Generator.PLAIN)
        self._arrive_new(post, planned, blog)

    # -- the other open posts

    def set_room(self, room: Room) -> None:
        """Posts that come go beside the shown one."""
        self._room = room

    def put_aside(self) -> OpenFile:
        """The file of the shown post; the document has none from now on."""
        file = OpenFile(self.path, self._stamp, self.blog, self.planned)
        self.path = self._stamp = self.blog = self.planned = None
        return file

    def take_up(self, file: OpenFile, show: Callable[[], None]) -> None:
        """Have a file again that was put aside; `show` shows its post."""
        self._bar.clear()
        self.path, self._stamp, self.blog, self.planned = file.path, file.stamp, file.blog, file.planned
        show()
        self.moved.emit()

    # -- opening

    def new(self, *, here: bool = False) -> None:
        """Start an empty post, beside the shown one or in its place."""
        self._arrive(None, None, Post(Source("---\ntitle: \n---\n\n")), here=here)

    def start(self, planned: Path, blog: Blog, data: bytes) -> None:
        """Start a post that has a place in a blog already; its file is made when it is saved."""
        self._arrive_new(Post.from_bytes(data, RulesBook().rules_of(planned)), planned, blog)

    def choose_and_open(self) -> None:
        """Ask for posts and open them."""
        patterns = " ".join(sorted(f"*{suffix}" for suffix in POST_SUFFIXES))
        start = str(self.path.parent if self.path is not None else Path.home())
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open posts"), start, self.tr("Posts ({0});;All files (*)").format(patterns)
        )
        for name in names:
            self.open(Path(name))

    def follow(self, path: Path) -> None:
        """The shown post's file was moved; what is not saved stays as it is."""
        self.path, self.blog = path, blog_of(path)
        self._document.post.follow_rules(RulesBook().rules_of(path))
        self.moved.emit()

    def open(
        self,
        path: Path,
        *,
        here: bool = False,
        again: bool = False,
        fields: FieldTexts | None = None,
        giving_up: bool = False,
    ) -> None:
        """Open a post; what can't be edited is shown as text where possible, and never written.

        Args:
            here: in place of the shown post, instead of beside it.
            again: it is the shown post; caret, scroll position and undo steps follow what differs.
            fields: texts of form fields that its file does not have.
            giving_up: let unsaved work go once the file is read; else a file that can't be edited does not replace it.

        """
        self._bar.clear()
        path = path.absolute()
        if not here and self._room is not None and self._room.show_open(path):
            return
        try:
            stopped = finish_write(path)
            data = read_file(path)
            post = Post.from_bytes(data, RulesBook().rules_of(path))
            how, reason = self.tr("it is shown as it is"), self._unholdable(post.text)
        except FileTooLargeError as error:
            data, how, reason = beginning(path), self.tr("its first part is shown"), error.reason
        except FileError as error:
            self._bar.say(str(error))
            return
        except UndecodableError as error:
            how, reason = self.tr("it is shown with escapes"), str(error)
        if reason:
            if self._may_replace(path, reason, again=again, giving_up=giving_up):
                self._show_only(path, data, how, reason, here=here)
            return
        if giving_up:
            self.give_up()
        if again and not self._document.read_only:
            self._take(path, Stamp.of(data))
            self._document.reload(post, fields)
        else:
            self._arrive(path, Stamp.of(data), post, here=here, fields=fields)
        self._settings.add_recent(path)
        away = leads_out_of_blog(path)
        if away is not None:
            self._bar.say(
                self.tr("{0} is a link out of the blog: saving writes {1}.").format(path.name, shown_place(away))
            )
        if stopped is not None:
            self.stopped_found.emit(path, stopped)

    def _may_replace(self, path: Path, reason: str, *, again: bool, giving_up: bool) -> bool:
        """Return whether a file that can't be edited is shown; False where unsaved work would go with the old text."""
        if giving_up:
            self.give_up()
        elif again and self._document.modified:
            text = self.tr("{0} can't be edited here any more: {1}. What you typed is still here.")
            self._bar.say(text.format(path.name, reason), [Choice(self.tr("Save as…"), self._save_as)])
            return False
        return True

    def _unholdable(self, text: str) -> str:
        """Return why the text pane can't hold a text; "" where it can."""
        found = first_unholdable(text)
        if found is None:
            return ""
        reason = self.tr("line {0} has the character U+{1}, which the text pane can't hold")
        return reason.format(found[0], f"{ord(found[1]):04X}")

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
        if self.path is not None:
            return self._write(self.path, self._stamp)
        return self._save_as_planned() if self.planned is not None else self.save_as()

    def save_as(self) -> bool:
        """Ask for a name and save there."""
        if self._document.read_only:
            return self.save()
        start = self.path or self.planned or Path.home() / f"{self.name}.md"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the post as"), str(start))
        if not name:
            return False
        path = Path(name).absolute()
        if self.path is None:
            self.placing.emit(path, blog_of(path))
        return self._write(path, self._stamp_of(path))

    def _save_as_planned(self) -> bool:
        """Make the file of a new post where it was planned; ask where that can't be."""
        assert self.planned is not None
        planned = self.planned
        at_home = self.blog is not None and planned.is_relative_to(self.blog.root)
        gate = Gate(self.blog.root if self.blog is not None and at_home else root_of(planned))
        try:
            gate.make_folder(planned.parent)
        except FileError as error:
            self._bar.say(str(error))
            return self.save_as()
        if planned.exists():
            text = self.tr("{0} was made by somebody else meanwhile: choose another name.")
            self._bar.say(text.format(planned.name), [Choice(self.tr("Save as…"), self._save_as)])
            return False
        self.placing.emit(planned, blog_of(planned))
        return self._write(planned, None, within=gate.root)

    def revert(self) -> None:
        """Go back to what is on the disk."""
        if self.path is None or (self._document.modified and not self._questions.revert(self.name)):
            return
        self.open(self.path, here=True, again=True, giving_up=True)

    def give_up(self) -> None:
        """Let the unsaved work of the shown post go, as its user has chosen; the journal is kept for a while."""
        self.given_up.emit()
        self._document.drop_field_text(())  # of all keys

    def may_leave(self, *, closing: bool = True) -> bool:
        """Whether the post may be closed: saved, not changed, or given up by the writer.

        Args:
            closing: it is closed at once; else other posts are asked about first, and it may stay open.

        """
        self.leaving.emit()
        if not self._document.modified:
            return True
        answer = self._questions.save_changes(self.name)
        if answer is Answer.DISCARD and closing:
            self.give_up()
        return answer is Answer.DISCARD or (answer is Answer.SAVE and self.save())

    def _write(self, path: Path, expected: Stamp | None, *, force: bool = False, within: Path | None = None) -> bool:
        """Write the post; True when all that was typed is in the file now. `within`: as in `write_file`."""
        self.saving.emit()
        try:
            data = self._document.post.to_bytes()
            stamp = overwrite_file(path, data) if force else write_file(path, data, expected=expected, within=within)
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
        left = list(self._document.field_texts)
        if left:
            self._bar.say(left_out(path.name, left), topic=FIELDS)
            self.fields_left.emit(left[0].path)
        return not left

    def _overwrite(self, path: Path) -> None:
        """Replace what another program wrote; that stays among the earlier versions."""
        theirs = self._stamp_of(path, replacing=True)
        self._write(path, theirs, force=theirs is None)

    def _open_theirs(self, path: Path) -> None:
        if path != self.path:  # it was to be saved under that name: it stays as it is
            self.open(path)
        elif self._questions.revert(path.name):
            self.open(path, here=True, again=True, giving_up=True)

    def _save_as(self) -> None:
        self.save_as()

    def _write_as_utf8(self, path: Path, expected: Stamp | None) -> None:
        self._document.post.write_as("utf-8")
        self._write(path, expected)

    def _stamp_of(self, path: Path, *, replacing: bool = False) -> Stamp | None:
        """What the user agreed to replace, in the file dialog or when asked; it is kept."""
        if path == self.path and not replacing:
            return self._stamp
        data = read_and_keep(path, self._settings.versions)
        return Stamp.of(data) if data is not None else None

    def _arrive(
        self,
        path: Path | None,
        stamp: Stamp | None,
        post: Post,
        *,
        here: bool = False,
        read_only: bool = False,
        fields: FieldTexts | None = None,
    ) -> None:
        """Show a post, beside the shown one unless it is to take its place."""
        if not here and self._room is not None:
            self._room.make_room()
        self._take(path, stamp)
        self._document.open(post, read_only=read_only, fields=fields)

    def _arrive_new(self, post: Post, planned: Path | None, blog: Blog | None) -> None:
        """Show a new post beside the shown one; it counts as unsaved work from the beginning."""
        if self._room is not None:
            self._room.make_room()
        self._take(None, None, tell=False)
        self.planned, self.blog = planned, blog
        self._document.open(post, never_saved=True)
        self.moved.emit()

    def _take(self, path: Path | None, stamp: Stamp | None, *, tell: bool = True) -> None:
        self.path, self._stamp, self.planned = path, stamp, None
        self.blog = blog_of(path) if path is not None else None
        if tell:
            self.moved.emit()

    def _show_only(self, path: Path, data: bytes, how: str, reason: str, *, here: bool) -> None:
        """Show a file that can't be edited, read-only."""
        self._arrive(path, None, Post(decode(shown_text(data))), here=here, read_only=True)
        self._bar.say(
            self.tr("{0} can't be edited here: {1}. To look at, {2}; nothing will be written.").format(
                path.name, reason, how
            )
        )
