"""The list of names that fit what is being typed, below the caret: it never takes the focus and goes away by itself.

It opens for letters that are typed, and on Ctrl+Space; never while an input method composes, nor inside of code.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.names import Names
from editor.ui.text_pane import TextPane
from editor.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12
from editor.writing.change import Change
from editor.writing.completion import Candidate, Request, Wanted, chosen, fitting, is_whole, request

ROWS, WIDTH = 8, 440
LONGEST = 60
"""What is put in at once and is longer was pasted."""
_DETAIL = Qt.ItemDataRole.UserRole


class Completion(QObject):
    """Watches the pane for names that are being typed, shows the list, and writes what is chosen from it."""

    def __init__(self, pane: TextPane, document: PostDocument, names: Names) -> None:
        super().__init__(pane)
        self._pane, self._document, self._names = pane, document, names
        self._list = _NameList(pane)
        self._request: Request | None = None
        self._known: tuple[Wanted, list[Candidate]] | None = None
        self._fit: list[Candidate] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._look)
        self._typed = False
        document.edited.connect(self._edited)
        document.stepped.connect(self.close)
        document.opened.connect(self.close)
        document.swapped.connect(self.close)
        names.found.connect(self._found)
        pane.cursorPositionChanged.connect(self._moved)
        pane.verticalScrollBar().valueChanged.connect(self.close)
        pane.installEventFilter(self)
        self._list.itemClicked.connect(lambda item: self._choose(self._list.row(item)))

    @property
    def names_shown(self) -> list[str]:
        """What the list shows; nothing while it is closed."""
        return [candidate.label for candidate in self._fit] if self._list.isVisible() else []

    def open(self) -> None:
        """Show what fits at the caret, though nothing was typed."""
        self._typed = True
        self._look()

    def close(self) -> None:
        """Put the list away."""
        self._later.stop()
        self._request, self._known, self._typed = None, None, False
        self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The keys of the list while it is shown; all others are the text's."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.close()
        elif isinstance(event, QInputMethodEvent) and event.preeditString():
            self._list.hide()
        elif self._list.isVisible() and isinstance(event, QKeyEvent) and not self._pane.is_composing:
            if kind == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
        if plain and key in steps:
            row = self._list.currentRow() + steps[Qt.Key(key)]
            self._list.setCurrentRow(min(max(0, row), self._list.count() - 1))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose(self._list.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _edited(self, edit: Edit) -> None:
        """Letters open the list or change what it shows; both once they are drawn."""
        if edit.new and len(edit.new) <= LONGEST and self._pane.hasFocus():
            self._typed = True
        if self._typed or self._request is not None:
            self._later.start()

    def _moved(self) -> None:
        if self._request is not None:
            self._later.start()

    def _found(self) -> None:
        if self._request is not None and self._request.wanted in (Wanted.POST, Wanted.PICTURE):
            self._known = None
            self._typed = True
            self._look()

    def _look(self) -> None:
        """See what is being named at the caret."""
        typed, self._typed = self._typed, False
        cursor, pane = self._pane.textCursor(), self._pane
        quiet = cursor.hasSelection() or pane.is_composing or not pane.hasFocus() or self._document.read_only
        if quiet or pane.in_code or (cursor.position() < self._document.boundary):
            self.close()
            return
        line, at = self._line()
        found = request(line, at)
        same = found is not None and self._request is not None and found.wanted is self._request.wanted
        if found is None or not (typed or same):
            self.close()
            return
        if self._known is None or self._known[0] is not found.wanted or not self._known[1]:
            self._known = found.wanted, self._names.candidates(found.wanted)
        self._request, self._fit = found, fitting(self._known[1], found.typed)
        if not self._fit or is_whole(found, self._fit):
            self._list.hide()
            return
        self._list.show_names(self._fit, self._pane)

    def _choose(self, row: int) -> None:
        if self._request is None or not 0 <= row < len(self._fit):
            self.close()
            return
        candidate = self._fit[row]
        self.close()
        self._pane.change(lambda line, _, at: _written(line, at, candidate), in_line=True)
        self.close()

    def _line(self) -> tuple[str, int]:
        """The caret's line and the caret in it, in code points."""
        block, document = self._pane.textCursor().block(), self._document
        start = document.from_qt(block.position())
        return block.text(), document.from_qt(self._pane.textCursor().position()) - start


def _written(line: str, at: int, candidate: Candidate) -> Change | None:
    found = request(line, at)
    return chosen(line, found, candidate) if found is not None else None


class _NameList(QListWidget):
    """The list as it looks."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.setObjectName("completion")
        self.setAccessibleName(self.tr("Names that fit"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_NameDelegate(self))
        self.hide()

    def show_names(self, names: list[Candidate], pane: TextPane) -> None:
        """Show names below the caret, or above it where there is no room; the first one is chosen."""
        self.clear()
        for name in names:
            item = QListWidgetItem(name.label)
            item.setData(_DETAIL, name.detail)
            self.addItem(item)
        self.setCurrentRow(0)
        caret = pane.cursorRect().translated(pane.viewport().pos())
        height = min(len(names), ROWS) * self.sizeHintForRow(0) + 2 * self.frameWidth()
        width = min(WIDTH, pane.width() - 2 * SPACE_12)
        left = min(max(SPACE_12, caret.left() - SPACE_8), pane.width() - width - SPACE_12)
        below = caret.bottom() + SPACE_4
        top = below if below + height <= pane.height() else max(0, caret.top() - SPACE_4 - height)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()


class _NameDelegate(QStyledItemDelegate):
    """A name, and at the right end, in the quiet colour, what tells it from others."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002
        """One line with room around it."""
        return QSize(0, option.fontMetrics.height() + SPACE_8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        rect: QRect = option.rect.adjusted(SPACE_8, 0, -SPACE_8, 0)
        palette: QPalette = option.palette
        metrics = option.fontMetrics
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, palette.highlight())
        detail = metrics.elidedText(str(index.data(_DETAIL) or ""), Qt.TextElideMode.ElideMiddle, rect.width() // 2)
        painter.setPen(palette.placeholderText().color())
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, detail)
        rect.setRight(rect.right() - (metrics.horizontalAdvance(detail) + SPACE_12 if detail else 0))
        label = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(palette.text().color())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        painter.restore()
