"""Renames, publishes, duplicates and deletes the open post; each is seen before it is done, and can be taken back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.blog.operations import OperationLog
from editor.blog.posts import find_posts
from editor.blog.site import Blog
from editor.header import Refused
from editor.post.files import FileError
from editor.text.source import UndecodableError, UnencodableError
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.jobs import Asked, Jobs
from editor.ui.messages import Choice, MessageBar
from editor.ui.modal_work import wait_for
from editor.ui.plain_text import MessageBox
from editor.ui.tabs import Tabs
from editor.ui.trash import put_back, to_trash

if TYPE_CHECKING:
    from editor.blog.moves.carry import Moved

MAX_SHOWN = 12
"""More links to a post are counted."""


class PostMoves(QObject):
    """What the File menu's “Rename”, “Publish”, “Duplicate” and “Move to trash” do, in `do_…` methods."""

    def __init__(
        self,
        document: PostDocument,
        files: PostFiles,
        tabs: Tabs,
        bar: MessageBar,
        operations: Path,
        window: QWidget,
    ) -> None:
        """Make it; `operations`: the folder of what is written down before posts are moved."""
        super().__init__(window)
        self._log = OperationLog(operations)
        self._document, self._files, self._tabs, self._bar, self._window = document, files, tabs, bar, window
        self._last: Moved | None = None
        self._jobs = Jobs(self)

    def close(self) -> None:
        """The window closes: what was moved stays."""
        self._log.close()

    def do_rename_post(self) -> None:
        """Another name or day, with the pictures and the links of other posts."""
        self._with_saved(lambda blog, path: self._ask(blog, path, draft=None))

    def do_publish_post(self) -> None:
        """A draft becomes a post, a post a draft."""
        from editor.blog.moves.place import is_draft

        def ask(blog: Blog, path: Path) -> None:
            relative = PurePosixPath(blog.relative(path))
            self._ask(blog, path, draft=not is_draft(blog.generator, relative, self._document.header))

        self._with_saved(ask)

    def do_move_back(self) -> None:
        """The last rename or change of state is taken back, also when its message is gone."""
        if self._last is None:
            self._bar.say(self.tr("There is no move that could be taken back."))
        else:
            self._take_back(self._last)

    def do_duplicate_post(self) -> None:
        """A second post with the same text; it has no file before it is saved."""
        from editor.blog.moves.copy import copy_of

        blog, path = self._files.blog, self._files.path
        if blog is None or path is None:
            self._bar.say(self.tr("Save this post first: it has no file that could be duplicated."))
            return
        if self._document.read_only:
            self._say_read_only(path)
            return
        try:
            planned, data = copy_of(blog, path, self._document.post)
        except (Refused, UnencodableError) as error:
            self._bar.say(str(error))
            return
        self._files.start(planned, blog, data)
        self._bar.say(self.tr("A copy, to be saved as {0}. Give it a title of its own.").format(planned.name))

    def do_delete_post(self) -> None:
        """To the trash, once the writer has seen what links to it; with all changes, or they could not be put back."""
        self._with_saved(self._delete)

    # -- parts

    def _delete(self, blog: Blog, path: Path) -> None:
        bundle = path.stem.partition(".")[0] == "index" and path.parent != blog.root
        alone = bundle and all(other == path for other in find_posts(path.parent))
        gone = path.parent if alone else path
        if not self._may_delete(blog, path, gone):
            return
        kept = to_trash(gone)
        if kept is None:
            self._bar.say(self.tr("{0} could not be moved to the trash; it is still there.").format(gone.name))
            return
        self._document.saved()
        self._tabs.close_tab()

        def back() -> None:
            if put_back(kept, gone):
                self._files.open(path)
            else:
                self._bar.say(self.tr("{0} is no longer in the trash, or something lies in its place.").format(gone))

        self._bar.say(self.tr("{0} was moved to the trash.").format(gone.name), [Choice(self.tr("Put it back"), back)])

    def _with_saved(self, do: Callable[[Blog, Path], None]) -> None:
        """Do something with the open post's file, which has to have all changes."""
        blog, path = self._files.blog, self._files.path
        if blog is None or path is None:
            self._bar.say(self.tr("Save this post first: it has no file yet."))
        elif self._document.read_only:
            self._say_read_only(path)
        elif self._document.modified:
            save = Choice(self.tr("Save and go on"), lambda: self._save_and(do, blog, path))
            self._bar.say(self.tr("The post has changes that are not saved."), [save])
        else:
            do(blog, path)

    def _say_read_only(self, path: Path) -> None:
        self._bar.say(self.tr("{0} was opened to look at only.").format(path.name))

    def _save_and(self, do: Callable[[Blog, Path], None], blog: Blog, path: Path) -> None:
        if self._files.save():
            do(blog, path)

    def _ask(self, blog: Blog, path: Path, *, draft: bool | None) -> None:
        from editor.blog.moves.carry import carry_out
        from editor.ui.move_dialog import MoveDialog

        dialog = MoveDialog(blog, path, self._document.header, draft=draft, parent=self._window)
        if dialog.exec() and dialog.planned is not None:
            move = dialog.planned
            try:
                links, waiting = dialog.links.isChecked(), self._tabs.unsaved()
                work = partial(carry_out, move, links=links, waiting=waiting, log=self._log)
                moved = wait_for(self._window, len(move.links) + 1, lambda go_on: work(go_on=go_on))
            except FileError as error:
                self._bar.say(str(error))
            else:
                self._tabs.follow(move.after, frozenset(moved.written))
                self._tell(moved, move.new_path.name)
        dialog.deleteLater()

    def _tell(self, moved: Moved, name: str) -> None:
        others = len([path for path in moved.written if path != moved.move.new_path])
        text = self.tr("The post is now {0}.").format(name)
        if others:
            text += " " + self.tr("Other posts changed: {0}.").format(others)
        if moved.outcome.left:
            text += " " + self.tr("Left as they were: {0}.").format("; ".join(moved.outcome.left))
        self._last = moved
        self._bar.say(text, [Choice(self.tr("Take it back"), self.do_move_back)])

    def _take_back(self, moved: Moved) -> None:
        from editor.blog.moves.carry import carry_back

        changed = {path.resolve(): path.name for path in (moved.move.new_path, *moved.written)}
        waiting = [name for path, name in changed.items() if path in self._tabs.unsaved()]
        if waiting:
            again = Choice(self.tr("Take it back"), self.do_move_back)
            self._bar.say(self.tr("Save or revert {0} first.").format(", ".join(waiting)), [again])
            return
        try:
            back = wait_for(self._window, len(moved.written), partial(carry_back, moved), may_stop=False)
        except FileError as error:
            self._bar.say(str(error))
            return
        self._last = None
        self._tabs.follow(moved.before, frozenset(moved.before(path) for path in back.written))
        left = (
            " " + self.tr("Left as they were: {0}.").format("; ".join(back.outcome.left)) if back.outcome.left else ""
        )
        self._bar.say(self.tr("The post is {0} again.").format(moved.move.path.name) + left)

    def _may_delete(self, blog: Blog, path: Path, gone: Path) -> bool:
        """Ask; what links to the post is told as soon as the posts are read."""
        box = MessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        text = self.tr("Move “{0}” to the trash?") if gone == path else self.tr("Move the folder “{0}” to the trash?")
        box.setText(text.format(gone.name))
        box.setInformativeText(self.tr("You can put it back. Looking for links to it…"))
        delete = box.addButton(self.tr("Move to trash"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        self._jobs.ask(self._find_links, blog, path, box)
        box.exec()
        self._jobs.forget()
        box.deleteLater()
        return box.clickedButton() is delete

    def _find_links(self, asked: Asked, blog: Blog, path: Path, box: QMessageBox) -> None:
        """On a thread."""
        from editor.blog.folder import BlogFolder
        from editor.blog.moves.plan import links_to

        found: list[tuple[Path, int, str]] = []
        with contextlib.suppress(FileError, UndecodableError):
            found = list(links_to(BlogFolder(blog), path))
        asked.answer(self._show_links, box, found)

    def _show_links(self, box: QMessageBox, found: Sequence[tuple[Path, int, str]]) -> None:
        lines = [self.tr("You can put it back.")]
        if found:
            lines.append(self.tr("These links lead to it, and will lead nowhere:"))
            lines += [self.tr("{0}, line {1}").format(other.name, line) for other, line, _ in found[:MAX_SHOWN]]
        if len(found) > MAX_SHOWN:
            lines.append(self.tr("and %Ln more", "", len(found) - MAX_SHOWN))
        box.setInformativeText("\n".join(lines))
