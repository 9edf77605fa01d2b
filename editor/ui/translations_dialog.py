"""The dialog with the other languages of a post, and with a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.blog.translations import Translation
from editor.text.white_space import TYPED_SPACE
from editor.ui.plain_text import Label, TreeRow, one_line
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_24

_ONE = Qt.ItemDataRole.UserRole


class TranslationsDialog(QDialog):
    """Asks which translation is opened, or begun; the answer is in `chosen`, `beside` and `language`."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: Translation | None = None
        self.beside = False
        self.language = ""
        self.setWindowTitle(self.tr("Translations of {0}").format(one_line(name)))
        open_at(self, 640, 380)
        self._said = Label(self.tr("Reading the blog’s posts…"), self)
        self._said.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("Language"), self.tr("Title"), self.tr("File")])
        self.tree.setRootIsDecorated(False)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setAccessibleName(self.tr("Translations"))
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.open_button = QPushButton(self.tr("&Open"), self)
        self.beside_button = QPushButton(self.tr("Read it &beside"), self)
        self.languages = QComboBox(self)
        self.languages.setEditable(True)
        for typed in self.languages.findChildren(QLineEdit):
            typed.setAccessibleName(self.tr("Language of a new translation"))
        self.languages.setAccessibleName(self.tr("Language of a new translation"))
        self.begin_button = QPushButton(self.tr("&New translation"), self)
        close = QPushButton(self.tr("Close"), self)
        row, new = QHBoxLayout(), QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.beside_button)
        row.addWidget(self.open_button)
        new.addWidget(Label(self.tr("Language"), self))
        new.addWidget(self.languages)
        new.addWidget(self.begin_button)
        new.addStretch(1)
        new.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_12)
        layout.addWidget(self._said)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        layout.addSpacing(SPACE_8)
        layout.addLayout(new)
        for button in (self.open_button, self.beside_button, self.begin_button, close):
            button.setAutoDefault(False)  # Enter is for what has the focus
            button.setEnabled(button is close)
        self.tree.currentItemChanged.connect(self._choose)
        self.tree.itemActivated.connect(lambda _: self._finish(beside=False))
        self.open_button.clicked.connect(lambda: self._finish(beside=False))
        self.beside_button.clicked.connect(lambda: self._finish(beside=True))
        self.begin_button.clicked.connect(self._begin)
        line = self.languages.lineEdit()
        assert line is not None
        line.returnPressed.connect(self._begin)
        close.clicked.connect(self.reject)

    def show_found(self, found: list[Translation], proposed: list[str]) -> None:
        """The posts have been read."""
        self.tree.clear()
        for one in found:
            item = TreeRow([one.language or "—", one.title, one.relative])
            item.setData(0, _ONE, one)
            self.tree.addTopLevelItem(item)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self._said.setText("" if found else self.tr("This post has no translation yet."))
        self._said.setVisible(not found)
        self.languages.addItems([one_line(one) for one in proposed])
        self.begin_button.setEnabled(True)
        (self.tree if found else self.languages).setFocus()

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        self.chosen = item.data(0, _ONE) if item is not None else None
        for button in (self.open_button, self.beside_button):
            button.setEnabled(self.chosen is not None)

    def _finish(self, *, beside: bool) -> None:
        self.beside = beside
        self.accept()

    def _begin(self) -> None:
        self.language = self.languages.currentText().strip(TYPED_SPACE)
        if self.language and self.begin_button.isEnabled():
            self.accept()
