"""The dialog for a new post: a title is enough, all else is proposed as the blog's posts have it and can be changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from editor.blog.settings import settings_of
from editor.blog.site import Blog
from editor.blog.style.house import HouseStyle
from editor.blog.style.new_post import NewPost
from editor.blog.style.samples import Sample
from editor.blog.style.slugs import proposals
from editor.header import Refused, Value
from editor.header.dates import read_date
from editor.header.key_kinds import LIST_KEYS
from editor.post.values import typed
from editor.text.white_space import TYPED_SPACE
from editor.ui.form.field import ComposedLine
from editor.ui.plain_text import Label, literal, one_line
from editor.ui.theme import tokens
from editor.ui.theme.fonts import interface_monospace
from editor.ui.theme.sizes import WideChoice, open_at

PAUSE_MS = 120
"""How long after a key the post is put together anew."""
WIDTH, HEIGHT = 640, 620


class NewPostDialog(QDialog):
    """Title, name, date and lists of a new post; below them its path and its front matter as they will be."""

    def __init__(self, blog: Blog, like: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.blog = blog
        self.post: NewPost | None = None
        self._style: HouseStyle | None = None
        self._like_path = like
        self.setWindowTitle(self.tr("New post in {0}").format(one_line(blog.root.name)))
        open_at(self, WIDTH, HEIGHT)
        self.title = ComposedLine(self)
        self.slug = ComposedLine(self)
        self.slug.setPlaceholderText(self.tr("from the title"))
        self.slugs = QToolButton(self)
        self.slugs.setText("▾")
        self.slugs.setToolTip(self.tr("Other names from the title"))
        self.slugs.setAccessibleName(self.tr("Other names from the title"))
        self.slugs.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.slugs.setMenu(QMenu(self.slugs))
        self.slugs.menu().aboutToShow.connect(self._propose_slugs)
        now = datetime.now().astimezone(settings_of(blog).zone)
        self.date = QLineEdit(f"{now:%Y-%m-%d %H:%M:%S %z}", self)
        self.like = WideChoice(self)
        self.like.addItem(self.tr("the newest posts of this blog"))
        self.place = WideChoice(self)
        self.place.addItem(self.tr("where it fits best"), "")
        self.draft = QCheckBox(self.tr("As a dra&ft"), self)
        self.lists: dict[str, ComposedLine] = {}
        self._path = Label(self.tr("Reading the blog’s posts…"), self)
        self._path.setWordWrap(True)
        self._head = QPlainTextEdit(self)
        self._head.setReadOnly(True)
        self._head.setTabChangesFocus(True)
        self._head.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._head.setAccessibleName(self.tr("Front matter"))
        self._head.setFont(interface_monospace(tokens.TYPE_13))
        self._rows = rows = QFormLayout(self)
        rows.setContentsMargins(tokens.SPACE_24, tokens.SPACE_24, tokens.SPACE_24, tokens.SPACE_24)
        rows.setVerticalSpacing(tokens.SPACE_12)
        rows.setHorizontalSpacing(tokens.SPACE_12)
        rows.addRow(self.tr("&Title"), self.title)
        name = QHBoxLayout()
        name.addWidget(self.slug, 1)
        name.addWidget(self.slugs)
        label = Label(self.tr("File &name"), self)
        label.setBuddy(self.slug)
        rows.addRow(label, name)
        rows.addRow(self.tr("&Date"), self.date)
        rows.addRow(self.tr("&Like"), self.like)
        rows.addRow(self.tr("&Place"), self.place)
        rows.addRow("", self.draft)
        rows.addRow(self.tr("File"), self._path)
        rows.addRow(self._head)
        kind = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kind.Ok | kind.Cancel, self)
        self._ok = self._buttons.button(kind.Ok)
        self._ok.setText(self.tr("Start writing"))
        self._ok.setEnabled(False)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)
        rows.addRow(self._buttons)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self._make)
        for line in (self.title, self.slug, self.date):
            line.textChanged.connect(self._typed)
        self.like.currentIndexChanged.connect(self._later.start)
        self.place.currentIndexChanged.connect(self._later.start)
        self.draft.toggled.connect(self._later.start)

    def learnt(self, style: HouseStyle) -> None:
        """The blog's posts have been read."""
        self._style = style
        if self._open_sample() is not None and self._like_path is not None:
            self.like.addItem(self.tr("the open post ({0})").format(one_line(self._like_path.name)))
        for pattern in style.places():
            self.place.addItem(one_line(pattern), pattern)
        for number, key in enumerate(style.list_keys()):
            line = self.lists[key] = ComposedLine(self)
            line.setPlaceholderText(self.tr("separated by commas"))
            line.textChanged.connect(self._typed)
            label = Label(literal(key), self)
            label.setBuddy(line)
            self._rows.insertRow(3 + number, label, line)
        self.setTabOrder(self.slug, self.date)
        self._make()

    def _typed(self) -> None:
        """Enter may follow at once: it puts the post together by itself."""
        self._ok.setEnabled(self._style is not None and bool(self.title.text().strip(TYPED_SPACE)))
        self._later.start()

    def _open_sample(self) -> Sample | None:
        if self._style is None or self._like_path is None or not self.blog.holds(self._like_path):
            return None
        relative = self.blog.relative(self._like_path)
        return next((one for one in self._style.samples if str(one.relative) == relative), None)

    def _make(self) -> None:
        """Put the post together from what is typed."""
        self.post = None
        if self._style is not None and not self.title.composition.active:
            try:
                self.post = self._made(self._style)
            except Refused as refusal:
                self._path.setText(refusal.reason)
        self._ok.setEnabled(self.post is not None and bool(self.title.text().strip(TYPED_SPACE)))
        if self.post is not None:
            self._path.setText(one_line(str(self.post.relative)))
            self._head.setPlainText(self.post.head.rstrip("\n"))
            self._head.setMinimumHeight(self._head.sizeHint().height())

    def _made(self, style: HouseStyle) -> NewPost:
        moment = read_date(self.date.text().strip(TYPED_SPACE))
        if moment is None:
            raise Refused(self.tr("This date can’t be read: write it as 2026-04-12 or 2026-04-12 07:40 +0900."))
        slug = self.slug.text().strip(TYPED_SPACE)
        if "/" in slug or "\\" in slug or slug in (".", ".."):
            raise Refused(self.tr("A file name has no slashes."))
        values: dict[str, Value] = {
            key: typed(key if key in LIST_KEYS else "tags", None, line.text(), style.rules)
            for key, line in self.lists.items()
            if line.text().strip(TYPED_SPACE)
        }
        like = self._open_sample() if self.like.currentIndex() else None
        title, draft = self.title.text().strip(TYPED_SPACE), self.draft.isChecked()
        pattern = str(self.place.currentData())
        return style.new_post(title, moment, values, slug=slug, like=like, draft=draft, pattern=pattern)

    def _propose_slugs(self) -> None:
        """Names that the title makes in other ways; a click takes one."""
        menu, moment = self.slugs.menu(), read_date(self.date.text().strip(TYPED_SPACE))
        menu.clear()
        for slug in proposals(self.title.text().strip(TYPED_SPACE), moment) if moment is not None else ():
            menu.addAction(literal(slug)).triggered.connect(lambda _=False, chosen=slug: self.slug.setText(chosen))

    def _finish(self) -> None:
        self._later.stop()
        self._make()
        if self.post is not None and self._ok.isEnabled():
            self.accept()
