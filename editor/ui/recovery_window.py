"""The window with what a program that did not end well has left: what each post would get, to have back or give up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.post.journal import Recovered
from editor.post.post import Post
from editor.text.source import UndecodableError
from editor.ui.beside_list import lay_beside
from editor.ui.compared import ComparedText
from editor.ui.form.head import name_of
from editor.ui.plain_text import Label, TreeRow
from editor.ui.recovery import Recovery, bytes_of
from editor.ui.speaking import moment
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons
from editor.ui.theme.sizes import open_at
from editor.writing.compare import lines_of

_ENTRY = Qt.ItemDataRole.UserRole
WIDTH, HEIGHT = 940, 560
SHOWN_IN_NAME: Final = 30


class RecoveryWindow(QDialog):
    """The posts on the left; what was not saved of one on the right."""

    def __init__(
        self, lost: Sequence[Recovered], recovery: Recovery, pane: TextPane, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._recovery = recovery
        self.setModal(False)
        self.setWindowTitle(self.tr("Not saved"))
        open_at(self, WIDTH, HEIGHT)
        self.posts = QTreeWidget(self)
        self.posts.setHeaderLabels([self.tr("Post"), self.tr("Last typed")])
        self.posts.setRootIsDecorated(False)
        self.posts.header().setStretchLastSection(False)
        self.posts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.posts.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.posts.setAllColumnsShowFocus(True)
        self.posts.setAccessibleName(self.tr("Posts that were not saved"))
        for one in lost:
            when = moment(datetime.fromtimestamp(one.when))
            item = TreeRow([_name(one), when])
            item.setToolTip(0, str(one.beginning.path or self.tr("It was never saved.")))
            item.setData(0, _ENTRY, one)
            self.posts.addTopLevelItem(item)
        self.posts.resizeColumnToContents(0)
        self.text = ComparedText(self)
        self.text.colours = icons.colours
        self.text.setFont(pane.look.font())
        self.text.setAccessibleName(self.tr("What was not saved"))
        self._said = Label("", self)
        self._said.setWordWrap(True)
        self.restore = QPushButton(self.tr("&Restore"), self)
        self.discard = QPushButton(self.tr("&Discard (kept for 30 days)"), self)
        self.later = QPushButton(self.tr("&Later"), self)
        for button in (self.discard, self.later):
            button.setAutoDefault(False)
        buttons = (self.later,), (self.discard, self.restore)
        lay_beside(self, self.posts, (self._said, self.text), buttons, (WIDTH // 3, WIDTH * 2 // 3))
        self.posts.currentItemChanged.connect(self._choose)
        self.restore.clicked.connect(lambda: self._done_with(self._recovery.restore))
        self.discard.clicked.connect(lambda: self._done_with(self._recovery.discard))
        self.later.clicked.connect(self.close)
        first = self.posts.topLevelItem(0)
        if first is not None:
            self.posts.setCurrentItem(first)

    def _choose(self, item: QTreeWidgetItem | None, *_: object) -> None:
        if item is None:
            return
        recovered = item.data(0, _ENTRY)
        now = _text_of(bytes_of(recovered.beginning.path))
        self.text.compare(lines_of(now), lines_of(recovered.text))
        told = self.tr("− as the file is now, + as you had typed it")
        if recovered.beginning.path is not None and not now:
            told = self.tr("The file is not there any more; this is what you had.")
        for one in recovered.fields:
            told += "\n" + self.tr("In the field {0}, not in the post: {1}").format(name_of(one.path), one.text)
        if recovered.damaged:
            told += "\n" + self.tr("The end of what was kept can’t be read.")
        self._said.setText(told)

    def _done_with(self, do: Callable[[Recovered], None]) -> None:
        item = self.posts.currentItem()
        if item is None:
            return
        do(item.data(0, _ENTRY))
        self.posts.takeTopLevelItem(self.posts.indexOfTopLevelItem(item))
        if not self.posts.topLevelItemCount():
            self.close()


def _text_of(data: bytes | None) -> str:
    try:
        return Post.from_bytes(data).text if data is not None else ""
    except UndecodableError:
        return ""


def _name(recovered: Recovered) -> str:
    """The file's name, else how the text begins."""
    if recovered.beginning.place is not None:
        return recovered.beginning.place.name
    # Unicode: counts words for people
    words = recovered.text.partition("---\n")[2].replace("title:", "").replace("---", "").split()
    return " ".join(words)[:SHOWN_IN_NAME] or "…"
