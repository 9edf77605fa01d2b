"""The markdown pane: a plain text editor on the post's document whose caret never enters the hidden front matter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget

from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.hidden_part import delete_up_to, kept_out
from editor.ui.highlight import Highlighter
from editor.ui.input_method import in_widget
from editor.ui.invisible import InvisibleMarks
from editor.ui.pasting import Pasting, PictureTaker, has_files, plain_text
from editor.ui.text_keys import TextKeys
from editor.ui.text_look import TextLook
from editor.ui.theme import tokens
from editor.ui.theme.tokens import Colours
from editor.writing.change import Change

_STANDARD = QKeySequence.StandardKey
_COMMAND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

PLACE_PAUSE_MS = 40
"""How long after the last move of caret or text the preview is told: moves come in rows."""


class TextPane(QPlainTextEdit):
    """Shows and edits the visible part of a `PostDocument`."""

    place_changed = Signal(int, float)  # the line that is worked at, from 0, and its height in the pane, 0 to 1
    zoomed = Signal(int)  # the new font size in pixels, after Ctrl+wheel
    column_changed = Signal(int, int)  # left edge and width of the text column
    menu_opening = Signal(QMenu, int)  # the context menu, and the place (UTF-16) that it is asked for

    def __init__(self, document: PostDocument, colours: Colours, look: TextLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._unseen = True  # lines may be in sight that were not formatted yet
        self._find_top = False  # the first line in sight may be another one
        self.highlighter = Highlighter(document, colours, self)
        self._invisible = InvisibleMarks(self, colours)
        self._marks: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self.keys = TextKeys(self)
        self.pasting = Pasting(self)
        self._look = look
        self._menu: QMenu | None = None
        self._pictures: PictureTaker | None = None
        self.setDocument(document.qt)
        self.setAccessibleName(self.tr("Text of the post"))
        self.setPlaceholderText(self.tr("Write here…"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # around the text column too
        self.setAutoFillBackground(True)
        self.setCursorWidth(2)
        self.setCenterOnScroll(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_look(look)
        self.cursorPositionChanged.connect(self._keep_out)
        self.selectionChanged.connect(self._keep_out)
        document.opened.connect(self._opened)
        document.hiding.connect(self._hiding)
        document.swapped.connect(self._swapped)
        self._place = QTimer(self)
        self._place.setSingleShot(True)
        self._place.setInterval(PLACE_PAUSE_MS)
        self._place.timeout.connect(self._tell_place)
        self.cursorPositionChanged.connect(self._place.start)
        self.verticalScrollBar().valueChanged.connect(self._place.start)
        self.verticalScrollBar().valueChanged.connect(self._see_again)
        self.blockCountChanged.connect(self._see_again)
        self.highlighter.stale.connect(self._draw_again)

    @property
    def post_document(self) -> PostDocument:
        """The document that it edits."""
        return self._document

    # -- look

    @property
    def look(self) -> TextLook:
        """How the text looks."""
        return self._look

    def set_look(self, look: TextLook) -> None:
        """Show the text, and what is opened later, in a look."""
        self._look = look
        font = look.font()
        self.setFont(font)
        self._document.qt.setDefaultFont(font)
        self._document.set_spacing(look.spacing)
        self.setTabStopDistance(look.tab * QFontMetricsF(font).horizontalAdvance(" "))
        self._center_column()

    def set_colours(self, colours: Colours) -> None:
        """Show the marks in a theme's colours."""
        self.highlighter.set_colours(colours)
        self._invisible.set_colours(colours)
        self._draw_again()

    def column(self) -> tuple[int, int]:
        """Left edge and width of the text column, in pixels of this widget."""
        widest = round(QFontMetricsF(self.font()).horizontalAdvance("国") * self._look.columns)
        free = self.width() - self.verticalScrollBar().sizeHint().width()
        width = max(80, min(widest, free - 2 * tokens.SPACE_24))
        return max(tokens.SPACE_24, (free - width) // 2), width

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Keep the column centred."""
        self._center_column()
        self._unseen = True
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Format what comes into sight, before it is drawn."""
        if self._find_top:
            self._find_top = False
            self.scrollContentsBy(0, 0)
        if self._unseen:
            self._unseen = False
            self.highlighter.show(self.firstVisibleBlock(), self.viewport().height())
        super().paintEvent(event)
        if self._invisible.all_shown or self.highlighter.saw_invisible:
            self._invisible.paint(self.firstVisibleBlock(), self.contentOffset(), event.rect())

    def show_invisible(self, shown: bool) -> None:
        """Show spaces, tabs and line ends, or only the characters that are a trap."""
        self._invisible.all_shown = shown
        self.viewport().update()

    def _see_again(self) -> None:
        self._unseen = True

    def _hiding(self) -> None:
        """Qt keeps the number of the first block in sight, but not when other blocks are hidden above it."""
        self._find_top = self._unseen = True
        self.viewport().update()

    def _draw_again(self) -> None:
        self._unseen = True
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1 if event.angleDelta().y() > 0 else -1
            self.zoomed.emit(self._look.size + step)
            event.accept()
        else:
            super().wheelEvent(event)

    # -- the hidden front matter

    def go_to_line(self, line: int) -> None:
        """Put the caret at the beginning of a line, counted from 0 in the whole post."""
        block = self.document().findBlockByNumber(line)
        if block.isValid():
            cursor = self.textCursor()
            cursor.setPosition(self.post_document.visible_position(block.position()))
            self.setTextCursor(cursor)
            self.centerCursor()
            self.setFocus()

    def _tell_place(self) -> None:
        """The caret's line while it is in sight, else the one in the middle of the pane."""
        height = max(1, self.viewport().height())
        caret = self.cursorRect().center().y()
        if 0 <= caret <= height:
            self.place_changed.emit(self.textCursor().blockNumber(), caret / height)
        else:
            middle = self.cursorForPosition(self.viewport().rect().center())
            self.place_changed.emit(middle.blockNumber(), 0.5)

    def select_all(self) -> None:
        """Select all of the visible text."""
        self.select(self._document.visible_position(0), self._document.qt.characterCount() - 1)

    def select(self, anchor: int, caret: int) -> None:
        """Select from one UTF-16 position to another, where the caret goes."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def undo_step(self) -> None:
        """Take a step of the post's one undo stack back; the caret goes there unless it was in the form."""
        if not self.pasting.give_up():
            self._go(self._document.undo())

    def redo_step(self) -> None:
        """Make it again."""
        self._go(self._document.redo())

    # -- commands

    def change(self, command: Callable[[str, int, int], Change | None], *, in_line: bool = False) -> bool:
        """Do a markdown command on the visible text; False when it has nothing to do here.

        Nothing is done while an input method composes, in a post that can't be changed, or from elsewhere than here.

        Args:
            in_line: the command gets the caret's line alone, which costs nothing in a long post.

        """
        document = self._document
        if document.read_only or not self.hasFocus() or self.is_composing:
            return False
        document.start_body()
        cursor = self.textCursor()
        backward = cursor.position() < cursor.anchor()
        first = cursor.block().position() if in_line else document.visible_position(0)
        low = document.from_qt(first)
        start, end = document.from_qt(cursor.selectionStart()) - low, document.from_qt(cursor.selectionEnd()) - low
        found = command(cursor.block().text() if in_line else document.post.text[low:], start, end)
        if found is None:
            return False
        edit = found.edit
        if edit.start != edit.end or edit.new:
            document.apply(Edit(edit.start + low, edit.end + low, edit.new))
        ends = document.to_qt(found.start + low), document.to_qt(found.end + low)
        self.select(*(reversed(ends) if backward else ends))
        self.ensureCursorVisible()
        return True

    def insert(self, text: str) -> None:
        """Put a text in the place of the selection."""
        self.change(lambda _, start, end: Change.at(Edit(start, end, text), start + len(text)))

    @property
    def is_composing(self) -> bool:
        """Whether an input method shows text that is not in the post yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    @property
    def in_code(self) -> bool:
        """Whether the caret is inside of a code block."""
        return self.highlighter.is_code(self.textCursor().block())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Keys, kept out of the hidden part."""
        if self._document.read_only:
            super().keyPressEvent(event)
            return
        if self.pasting.holds(event):
            return
        text = event.text()
        if text.isprintable() and text and not event.modifiers() & _COMMAND_KEYS:  # first, because it happens most
            self._document.start_body()
            if not self.keys.pair(text):
                super().keyPressEvent(event)
        elif event.matches(_STANDARD.Undo):
            self.undo_step()
        elif event.matches(_STANDARD.Redo):
            self.redo_step()
        elif event.matches(_STANDARD.SelectAll):
            self.select_all()
        elif not self.keys.press(event) and not self._stopped_at_hidden(event):
            if text:
                self._document.start_body()
            super().keyPressEvent(event)

    def _stopped_at_hidden(self, event: QKeyEvent) -> bool:
        return delete_up_to(self.textCursor(), self._document.boundary, event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802  Qt's name
        """Input methods may replace text before the caret (reconversion): never hidden text."""
        start = self.textCursor().position() + event.replacementStart()
        if event.replacementLength() and start < self._document.boundary:
            event.ignore()
            return
        self._document.start_body()
        if self.keys.committed(event.commitString()):
            return
        super().inputMethodEvent(event)
        self.highlighter.merge_composition(self.textCursor().block(), event.attributes())

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802  Qt's name
        """What an input method asks; places count from this widget, where Qt's answer counts from the viewport."""
        return in_widget(self, super().inputMethodQuery(query))

    def set_picture_taker(self, taker: PictureTaker) -> None:
        """Give pasted and dropped pictures to somebody."""
        self._pictures = taker

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  Qt's name
        """Text and pictures; other files are for the window, which opens them."""
        if self._pictures is not None and self._pictures.wants(source):
            return True
        return not has_files(source) and super().canInsertFromMimeData(source)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """Take what comes from elsewhere as if it were pasted there; text of this pane is moved by Qt."""
        if event.source() in (self, self.viewport()):
            super().dropEvent(event)
            return
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        self.setFocus()
        self.insertFromMimeData(event.mimeData())
        event.acceptProposedAction()
        super().dragLeaveEvent(QDragLeaveEvent())  # Qt draws a second caret until then

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  Qt's name
        """Paste: pictures are saved, an address makes a link of the selection, rich text markdown, cells a table."""
        self._document.start_body()
        if self._pictures is not None and self._pictures.take(source):
            return
        if self.pasting.paste(source):
            return
        self.insert(plain_text(source))

    def paste_plain(self) -> None:
        """Paste the clipboard's text as it is."""
        self.insert(plain_text(QGuiApplication.clipboard().mimeData()))

    def set_context_menu(self, menu: QMenu) -> None:
        """The menu of the right mouse button: Qt's own would undo without the post."""
        self._menu = menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  Qt's name
        """Show the menu that the window made from its actions."""
        if self._menu is not None:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
            self.menu_opening.emit(self._menu, cursor.position())
            self._menu.popup(event.globalPos())

    def mark(self, name: str, selections: list[QTextEdit.ExtraSelection]) -> None:
        """Show selections beside those of others; `name` tells whose they are."""
        self._marks[name] = selections
        self.setExtraSelections([one for marks in self._marks.values() for one in marks])

    def _keep_out(self) -> None:
        cursor = kept_out(self.textCursor(), self._document.visible_position(0))
        if cursor is not None:
            self.setTextCursor(cursor)

    def _go(self, cursor: QTextCursor | None) -> None:
        if cursor is not None:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _swapped(self) -> None:
        """Another post: Qt's document is another one, which may not know the look yet."""
        self._marks.clear()  # Qt looks at the former ones when it gets others, and crashes once their post is gone
        self.setExtraSelections([])
        self.setDocument(self._document.qt)
        self.set_look(self._look)

    def _opened(self) -> None:
        self.setReadOnly(self._document.read_only)
        self._unseen = True
        self.select(*[self._document.visible_position(0)] * 2)
        self.verticalScrollBar().setValue(0)

    def _center_column(self) -> None:
        left, width = self.column()
        margins = self.viewportMargins()
        free = self.width() - self.verticalScrollBar().sizeHint().width()
        right = max(0, free - left - width)
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, tokens.SPACE_12, right, 0)
        self.column_changed.emit(left, width)
