"""Three quiet hints after the first post was opened, at the window's foot, one after the other; each is seen once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from editor.settings import Settings
from editor.ui.actions import Actions
from editor.ui.plain_text import Label
from editor.ui.theme.fonts import scaled
from editor.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16

WIDTH = 460


class Hints(QFrame):
    """One hint at a time, over the text's lower edge; the focus stays where it is."""

    def __init__(self, settings: Settings, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._actions = settings, actions
        self.setObjectName("popup")
        self.text = Label("", self)
        self.text.setWordWrap(True)
        self.next = QPushButton(self)
        self.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next.clicked.connect(self._go_on)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_12, SPACE_12)
        row.setSpacing(SPACE_12)
        row.addWidget(self.text, 1)
        row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignBottom)
        parent.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Show the first one that was not seen yet."""
        self._show()

    def retell(self) -> None:
        """Say it again, in the language that is spoken now."""
        if not self.isHidden():
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Stay at the foot."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _texts(self) -> tuple[str, ...]:
        keys = self._actions["palette"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return (
            self.tr("Above the text is the post’s front matter. Only what you change there is written to the file."),
            self.tr("On the right is the post as your blog will show it. A double click there leads to its line."),
            self.tr("{0} finds every command by its name.").format(keys),
        )

    def _show(self) -> None:
        seen, texts = int(self._settings.get("hints_seen")), self._texts()
        if seen >= len(texts):
            self.hide()
            return
        self.text.setText(texts[seen])
        last = seen == len(texts) - 1
        self.next.setText(self.tr("Got it") if last else self.tr("Next ({0}/{1})").format(seen + 1, len(texts)))
        self.show()
        self.raise_()
        self._place()

    def _go_on(self) -> None:
        self._settings.set("hints_seen", int(self._settings.get("hints_seen")) + 1)
        self._show()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            width = min(scaled(WIDTH), parent.width() - 2 * SPACE_16)
            self.ensurePolished()  # its fonts decide on its height
            self._row.activate()
            height = self._row.totalHeightForWidth(width)
            self.setGeometry(parent.width() - width - SPACE_16, parent.height() - height - SPACE_8, width, height)
