"""Pictures that come into the text: pasted, dropped or chosen, they are saved where the blog keeps its own.

A draft without a file keeps its pictures in a folder of its own until it gets a place. A picture goes to the trash when
the writer takes its coming back, and returns when that is done again.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, QTimer
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.blog.gate import Gate, leads_out
from editor.blog.site import Blog
from editor.disk import private_folder
from editor.header import Generator
from editor.post.files import FileError, Stamp, read_file, write_file
from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.jobs import Asked, Jobs
from editor.ui.messages import Choice, MessageBar
from editor.ui.sheet import is_open
from editor.ui.text_pane import TextPane
from editor.ui.trash import put_back, to_trash
from editor.writing.change import Change
from editor.writing.insert import angled

if TYPE_CHECKING:
    from editor.blog.picture_habit import Habit

WIDE, NARROW = 2000, 1600
"""A picture wider than the first, in pixels, is offered to be made as wide as the second."""
KEPT_DAYS = 30
"""How long the pictures of a draft that was never saved are kept."""


@dataclass(slots=True)
class _Added:
    """A picture that came into the post: its file, what the text says, and where in the trash it is.

    Attributes:
        own: the file was made for this post; others were there before, and are never changed or taken away.

    """

    path: Path
    address: str
    own: bool
    trash: Path | None = None


@dataclass(slots=True)
class _OfPost:
    """What is remembered of one open post: the pictures that came, and the folder that they have before it is saved."""

    added: list[_Added] = field(default_factory=list)
    draft: Path | None = None


class Pictures(QObject):
    """Takes pictures in. What the Insert menu's “Picture from a file” does is `do_image_file`."""

    def __init__(
        self, document: PostDocument, files: PostFiles, pane: TextPane, bar: MessageBar, drafts: Path, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._files, self._pane, self._bar, self._window = document, files, pane, bar, window
        self._drafts = drafts
        self._posts: dict[QTextDocument, _OfPost] = {}  # by Qt's document, which stays the post's while it is open
        self._learnt: tuple[Path, Habit] | None = None
        self._jobs = Jobs(self)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(0)
        self._follow.timeout.connect(self._follow_undo)
        pane.set_picture_taker(self)
        files.moved.connect(self._moved)
        files.placing.connect(self.move_to)
        document.opened.connect(self._forget)
        document.stepped.connect(self._follow.start)

    # -- coming in

    def wants(self, source: QMimeData) -> bool:
        """Whether what is pasted or dropped is pictures."""
        return bool(_picture_files(source)) or _is_bare_picture(source)

    def take(self, source: QMimeData) -> bool:
        """Put pasted or dropped pictures into the text; False when there are none."""
        paths = _picture_files(source)
        if paths:
            self.add_files(paths)
            return True
        image = source.imageData() if _is_bare_picture(source) else None
        if not isinstance(image, QImage) or image.isNull():
            return False
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes here
        self._add([(bytes(data.data()), ".png", None)])
        return True

    def do_image_file(self) -> None:
        """Ask for pictures and put them into the text."""
        from editor.post.picture_files import SUFFIXES

        start = self._files.path.parent if self._files.path is not None else Path.home()
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Choose pictures"), str(start), self.tr("Pictures ({0})").format(patterns)
        )
        self._pane.setFocus()
        self.add_files([Path(name) for name in names])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Put picture files into the text; those of the blog stay where they are."""
        from editor.post.picture_files import read_picture

        found: list[tuple[bytes, str, Path | None]] = []
        for path in paths:
            try:
                found.append((read_picture(path), path.suffix, path))
            except FileError as error:
                self._bar.say(self.tr("{0} was not put into the post: it {1}.").format(path.name, error.reason))
                return
        if found:
            self._add(found)

    def _add(self, pictures: Sequence[tuple[bytes, str, Path | None]]) -> None:
        from editor.blog.picture_habit import picture_slug
        from editor.post.picture_files import MAX_PICTURE, add_file, fit, width_of

        if self._document.read_only or self._pane.is_composing:
            return
        folder, habit, names = self._place()
        slug = picture_slug(names)
        added: list[_Added] = []
        widest = 0
        for data, suffix, source in pictures:
            try:
                if len(data) > MAX_PICTURE:
                    raise FileError(source or folder, self.tr("is larger than 64 MB"))
                data, suffix = fit(data, suffix)
                there = source is not None and source.resolve().parent == folder.resolve()
                path, own = (
                    (source, False)
                    if there and source is not None
                    else add_file(folder, slug, suffix, data, within=self._root)
                )
            except FileError as error:
                self._remove(added)
                name = source.name if source is not None else self.tr("The picture")
                self._bar.say(self.tr("{0} was not put into the post: it {1}.").format(name, error.reason))
                return
            widest = max(widest, width_of(data) if own else 0)
            added.append(_Added(path, habit.address_of(path.name, names), own))
        text = "\n\n".join(f"![]({angled(one.address)})" for one in added)
        if self._pane.change(lambda _, start, end: Change.at(Edit(start, end, text), start + 2)):
            self._post.added.extend(added)
            self._tell(added, widest)
        else:
            self._remove(added)

    def _tell(self, added: Sequence[_Added], width: int) -> None:
        blog = self._files.blog
        place = added[0].path
        if blog is not None and self._post.draft is None:
            place = place.resolve().relative_to(blog.root.resolve())
        choices = []
        if width > WIDE:
            choices.append(Choice(self.tr("Make it {0} pixels wide").format(NARROW), lambda: self._narrow(added)))
        if self._post.draft is not None:
            text = self.tr("The picture stays with this draft, and moves into the blog with it.")
        elif len(added) > 1:
            text = self.tr("%Ln picture(s) saved in {0}.", "", len(added)).format(place.parent)
        else:
            text = self.tr("Saved as {0}.").format(place)
        hint = self.tr("Type what it shows, for readers who can’t see it.")
        self._bar.say(f"{text} {hint}", choices, topic="picture")

    def _remove(self, added: Sequence[_Added]) -> None:
        """Pictures that were written and did not come into the text."""
        for one in added:
            if one.own and self._root is not None:
                with contextlib.suppress(OSError):
                    Gate(self._root).delete(one.path)

    def _narrow(self, added: Sequence[_Added]) -> None:
        """Make the pictures that just came narrower, and the preview look at them again."""
        from editor.post.picture_files import narrowed, read_picture, width_of

        try:
            for one in added:
                data = read_picture(one.path, within=self._root)
                if one.own and width_of(data) > NARROW:
                    smaller = narrowed(data, NARROW)
                    write_file(one.path, smaller, expected=Stamp.of(data), within=self._root)
        except (OSError, ValueError) as error:
            self._bar.say(self.tr("The picture could not be made smaller: {0}").format(error))
        self._files.moved.emit()

    # -- where

    @property
    def _root(self) -> Path | None:
        """The folder that the post's pictures must lie in: of its blog, or of a draft's pictures."""
        return self._files.blog.root if self._files.blog is not None else None

    def _place(self) -> tuple[Path, Habit, dict[str, str]]:
        """The folder for the open post's pictures, how the text names it, and what both depend on."""
        from editor.blog.folder import BlogFolder
        from editor.blog.picture_habit import Habit, habit_of, variables

        path, blog = self._files.path, self._files.blog
        now = datetime.now()
        if path is None or blog is None:
            if self._post.draft is None:
                from uuid import uuid4

                self._post.draft = self._drafts / uuid4().hex
                private_folder(self._post.draft)
                self._files.keep_in(Blog(self._post.draft.resolve(), Generator.PLAIN))
            return self._post.draft, Habit("", "{file}"), variables("picture.md", self._document.header, now)
        if self._learnt is None or self._learnt[0] != path:
            self._learnt = path, habit_of(BlogFolder(blog), path)
        names = variables(blog.relative(path), self._document.header, now)
        return *_inside(blog, path, self._learnt[1], names), names

    def move_to(self, path: Path, blog: Blog) -> None:
        """A draft is about to be saved: bring its pictures into that blog and write their new addresses."""
        from editor.blog.folder import BlogFolder
        from editor.blog.picture_habit import habit_of, picture_slug, variables
        from editor.post.picture_files import MAX_PICTURE, add_file

        if self._post.draft is None or not self._post.added:
            return
        names = variables(blog.relative(path), self._document.header, datetime.now())
        folder, habit = _inside(blog, path, habit_of(BlogFolder(blog), path), names)
        for one in self._post.added:
            old = f"({angled(one.address)})"
            if old not in self._document.post.text or not one.path.is_file():
                continue
            try:
                data = read_file(one.path, limit=MAX_PICTURE)
                there, own = add_file(folder, picture_slug(names), one.path.suffix, data, within=blog.root)
            except OSError as error:
                self._bar.say(self.tr("The draft’s pictures could not be moved into the blog: {0}").format(error))
                return
            address = habit.address_of(there.name, names)
            while (at := self._document.post.text.find(old)) >= 0:
                self._document.apply(Edit(at, at + len(old), f"({angled(address)})"))
            one.path, one.address, one.own = there, address, own
        self._post.draft = None

    def adopt(self, folder: str) -> None:
        """The post has its pictures in this folder, as before a crash; they move with it when it is saved."""
        root = Path(folder)
        if folder and root.is_dir() and root.parent == self._drafts.resolve():
            self._post.draft = root
            for path in sorted(root.iterdir()):
                if path.is_file():
                    self._post.added.append(_Added(path, path.name, own=True))

    def _moved(self) -> None:
        """Another file: learn its blog's habit before the first picture comes."""
        path, blog = self._files.path, self._files.blog
        if path is not None and blog is not None and (self._learnt is None or self._learnt[0].parent != path.parent):
            self._jobs.ask(self._learn, path, blog)

    def _learn(self, asked: Asked, path: Path, blog: Blog) -> None:
        """On a thread."""
        time.sleep(LEARN_AFTER_S)  # the imports too would take time from the window's start
        if asked.is_old():
            return

        from editor.blog.folder import BlogFolder
        from editor.blog.picture_habit import habit_of

        asked.answer(self._take_habit, path, habit_of(BlogFolder(blog), path))

    def _take_habit(self, path: Path, habit: Habit) -> None:
        self._learnt = path, habit

    @property
    def _post(self) -> _OfPost:
        if self._document.qt not in self._posts:
            for closed in [one for one in self._posts if not is_open(one)]:
                del self._posts[closed]
        return self._posts.setdefault(self._document.qt, _OfPost())

    def _forget(self) -> None:
        """A post that was opened has nothing to take back; one that comes back from another tab may have."""
        if not self._document.qt.isUndoAvailable() and not self._document.qt.isRedoAvailable():
            self._posts.pop(self._document.qt, None)

    # -- undo

    def _follow_undo(self) -> None:
        """Pictures whose coming was taken back go to the trash; they come back with the text."""
        text = self._document.post.text
        for one in self._post.added:
            named = angled(one.address) in text
            if not named and one.own and not one.trash and one.path.is_file():
                one.trash = to_trash(one.path)
            elif named and one.trash is not None and put_back(one.trash, one.path):
                one.trash = None
                self._files.moved.emit()


LEARN_AFTER_S = 1.0
"""The habit is learnt when the post is in sight and the writer's first keys are done."""


def _inside(blog: Blog, path: Path, habit: Habit, names: Mapping[str, str]) -> tuple[Path, Habit]:
    """The folder that a habit means; the post's own where a link would lead it out of the blog."""
    from editor.blog.picture_habit import Habit

    folder = blog.root / habit.folder_for(names)
    if leads_out(folder, blog.root) is None:
        return folder.resolve(), habit
    return path.parent, Habit("{here}", "{file}")


def clean_drafts(folder: Path) -> None:
    """Remove the pictures of drafts that were never saved: old by clock and days of use, and named in no journal."""
    from editor.post.days_of_use import DaysOfUse
    from editor.post.journal import folders_named

    now = datetime.now(UTC)
    limit = now.timestamp() - KEPT_DAYS * 24 * 3600
    try:
        old = [one for one in folder.iterdir() if one.is_dir() and one.stat().st_mtime < limit]
    except OSError:
        return
    if not old:
        return
    days, wanted = DaysOfUse.noted(folder.parent, now), folders_named(folder.parent / "journal")
    for one in old:
        if days.since(one.stat().st_mtime) >= KEPT_DAYS and str(one.resolve()) not in wanted:
            import shutil

            shutil.rmtree(one, ignore_errors=True)


def _picture_files(source: QMimeData) -> list[Path]:
    """The local files that are pasted or dropped, when all of them are pictures."""
    from editor.post.picture_files import SUFFIXES

    urls = source.urls() if source.hasUrls() else []  # else Qt looks for them in all of the text
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths if paths and all(path.suffix.lower() in SUFFIXES and path.is_file() for path in paths) else []


def _is_bare_picture(source: QMimeData) -> bool:
    """A picture without text: spreadsheets and word processors put a picture of the text beside it."""
    # Unicode: blanks of every kind say nothing
    return source.hasImage() and not source.text().strip() and not _says_something(source.html())


def _says_something(html: str) -> bool:
    """Whether rich text has words besides a picture: browsers copy a picture with its <img>."""
    from html.parser import HTMLParser

    words: list[str] = []
    parser = HTMLParser()
    parser.handle_data = words.append  # type: ignore[assignment, method-assign]
    parser.feed(html)
    # Unicode: blanks of every kind say nothing
    return bool("".join(words).strip())
