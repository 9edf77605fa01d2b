"""The dialog that renames, moves or publishes a post: what it changes is seen before anything is written.

The posts are read once, on a thread; each plan is made on a thread too, from what was read.
"""

from __future__ import annotations

import threading
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTreeWidget,
    QWidget,
)

from editor.blog.folder import BlogFolder
from editor.blog.moves.place import Wish, day_of, named
from editor.blog.moves.plan import Move, OtherPosts, TextChange, plan_move
from editor.blog.site import Blog
from editor.header import Header, Refused
from editor.post.files import FileError
from editor.text.source import UndecodableError, UnencodableError
from editor.text.white_space import TYPED_SPACE
from editor.ui.blog_window import set_columns
from editor.ui.form.field import ComposedLine
from editor.ui.jobs import Asked, Jobs
from editor.ui.plain_text import Label, TreeRow, literal, one_line
from editor.ui.theme import tokens
from editor.ui.theme.sizes import open_at

PAUSE_MS = 200
"""How long after a key the plan is made anew."""
WIDTH, HEIGHT = 820, 560


class MoveDialog(QDialog):
    """Name and day of a post; below them its new path and address, and each change of a text."""

    def __init__(self, blog: Blog, path: Path, header: Header, *, draft: bool | None, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            draft: whether the post is to become a draft (True), a post (False), or to stay what it is (None).

        """
        super().__init__(parent)
        self.planned: Move | None = None
        self._folder, self._path, self._draft = BlogFolder(blog), path, draft
        self._posts: OtherPosts | None = None
        self._jobs = Jobs(self)
        self._reading = threading.Lock()
        relative = blog.relative(path)
        then = {None: self.tr("Rename {0}"), True: self.tr("Make {0} a draft"), False: self.tr("Publish {0}")}
        self.setWindowTitle(then[draft].format(one_line(relative.rpartition("/")[2])))
        open_at(self, WIDTH, HEIGHT)
        was = named(PurePosixPath(relative))
        self.slug = ComposedLine(self)
        self.slug.setText(was.slug)
        self._old_slug, self._old_day = was.slug, day_of(PurePosixPath(relative), header)
        self.day = QDateEdit(self)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setCalendarPopup(True)
        shown = self._today() if draft is False or self._old_day is None else self._old_day
        self.day.setDate(QDate(shown.year, shown.month, shown.day))
        self.redirect = QCheckBox(self)
        self.redirect.hide()
        self.links = QCheckBox(self)
        self.links.setChecked(True)
        self.links.hide()
        self._file, self._address, self._said = Label(one_line(relative), self), Label("", self), Label("", self)
        for label in (self._file, self._address, self._said):
            label.setWordWrap(True)
        self.tree = QTreeWidget(self)
        set_columns(self.tree, [self.tr("Post"), self.tr("Now"), self.tr("Becomes")])
        self.tree.setAccessibleName(self.tr("Changes"))
        self.tree.setRootIsDecorated(False)
        self.tree.setAllColumnsShowFocus(True)
        kind = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kind.Ok | kind.Cancel, self)
        self._ok = self._buttons.button(kind.Ok)
        self._ok.setText({None: self.tr("Rename"), True: self.tr("Make it a draft"), False: self.tr("Publish")}[draft])
        self._ok.setEnabled(False)
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self.plan)
        self.slug.textChanged.connect(self._changed)
        self.day.dateChanged.connect(self._changed)
        self.redirect.toggled.connect(self._changed)
        self.links.toggled.connect(self._fill)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._said.setText(self.tr("Reading the blog’s posts…"))
        self.slug.setFocus()
        self.slug.selectAll()
        self.plan()

    def plan(self) -> None:
        """Find out what the move changes."""
        if self.slug.composition.active:
            return
        self._later.stop()
        day = self.day.date().toPython()
        assert isinstance(day, date)
        slug = self.slug.text().strip(TYPED_SPACE)
        wish = Wish(
            slug if slug != self._old_slug else None,
            day
            if self._draft is False or (self._draft is None and day != self._old_day and self._old_day is not None)
            else None,
            self._draft,
        )
        self._jobs.ask(self._plan, wish, redirect=self.redirect.isChecked())

    def done(self, result: int) -> None:
        """The answers of jobs that are under way come too late."""
        self._jobs.forget()
        super().done(result)

    # -- on a thread

    def _plan(self, asked: Asked, wish: Wish, *, redirect: bool) -> None:
        move, reason = None, ""
        try:
            with self._reading:
                self._posts = self._posts or OtherPosts(self._folder, self._path)
            if not asked.is_old():
                now = datetime.now().astimezone(self._folder.settings.zone)
                move = plan_move(self._folder, self._path, wish, now, redirect=redirect, posts=self._posts)
        except (Refused, FileError) as refusal:
            reason = refusal.reason
        except (UndecodableError, UnencodableError) as error:
            reason = str(error)
        asked.answer(self._take, move, reason)

    # -- showing

    def _changed(self) -> None:
        self.planned = None
        self._ok.setEnabled(False)
        self._later.start()

    def _take(self, move: Move | None, reason: str) -> None:
        self.planned = move
        root = self._folder.blog.root
        if move is not None:
            self._file.setText(one_line(move.new_path.relative_to(root).as_posix()))
            self._address.setText(one_line(self._addresses(move)))
            places = sum(len(one.rows) for one in move.links)
            text = self.tr("Rewrite the %Ln link(s) of other posts", "", places)
            self.links.setText(text)
            self.links.setVisible(bool(move.links))
            if move.redirect_key and self.redirect.isHidden():
                self.redirect.setText(
                    self.tr("Readers of the old address are led to the new one ({0})").format(
                        literal(move.redirect_key)
                    )
                )
            self.redirect.setVisible(bool(move.redirect_key))
        self._fill()
        same = move is not None and not move.files and move.own is None
        notes = "; ".join(move.notes) if move is not None else ""
        self._said.setText(reason or notes)
        self._said.setVisible(bool(reason or notes))
        self._ok.setEnabled(move is not None and not same)

    def _addresses(self, move: Move) -> str:
        old, new = unquote(move.address), unquote(move.new_address)
        if old == new:
            return self.tr("{0} (stays)").format(new)
        none = self.tr("none")
        return f"{old or none} → {new or none}"

    def _fill(self) -> None:
        self.tree.clear()
        if self.planned is None:
            return
        root = self._folder.blog.root
        for old, new in self.planned.files:
            names = [one.relative_to(root).as_posix() + ("/" if old.is_dir() else "") for one in (old, new)]
            self.tree.addTopLevelItem(TreeRow([self.tr("File"), *names]))
        for change in (self.planned.own, *(self.planned.links if self.links.isChecked() else ())):
            if change is not None:
                self._add(change)

    def _add(self, change: TextChange) -> None:
        for row in change.rows:
            where = self.tr("{0}, line {1}").format(change.path.name, row.line)
            item = TreeRow([where, row.before, row.after])
            for column, text in enumerate((where, row.before, row.after)):
                item.setToolTip(column, text)
            self.tree.addTopLevelItem(item)

    def _today(self) -> date:
        return datetime.now().astimezone(self._folder.settings.zone).date()

    def _lay_out(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(tokens.SPACE_24, tokens.SPACE_24, tokens.SPACE_24, tokens.SPACE_24)
        rows.setVerticalSpacing(tokens.SPACE_12)
        rows.setHorizontalSpacing(tokens.SPACE_12)
        rows.addRow(self.tr("File &name"), self.slug)
        if self._draft is not True and (self._old_day is not None or self._draft is False):
            rows.addRow(self.tr("&Date"), self.day)
        else:
            self.day.hide()
        rows.addRow(self.tr("File"), self._file)
        rows.addRow(self.tr("Address"), self._address)
        rows.addRow("", self.links)
        rows.addRow("", self.redirect)
        rows.addRow(self.tree)
        rows.addRow(self._said)
        rows.addRow(self._buttons)
