"""The post's own column: form, text and find line, one sheet of paper. Gives the form the height it needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.document import PostDocument
from editor.ui.find_bar import FindBar
from editor.ui.form.form import PostForm
from editor.ui.form.head import HEAD_KEYS
from editor.ui.text_pane import TextPane

FORM_SHARE = 0.55
"""The form takes at most this share of the column; beyond that it scrolls."""


class Column(QWidget):
    """Form above text."""

    def __init__(self, form: PostForm, pane: TextPane, find_bar: FindBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._form, self._pane = form, pane
        self._document: PostDocument = pane.post_document
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(form)
        layout.addWidget(pane, 1)
        layout.addWidget(find_bar)
        self.setMinimumWidth(320)
        form.sheet.installEventFilter(self)

    def switch_header(self, shown: bool) -> None:
        """Show the front matter as text or as form; the caret finds the value that it was in."""
        document, pane = self._document, self._pane
        key = next((key for key in self._keys() if self._has_focus(key)), None)
        caret = document.from_qt(pane.textCursor().position())
        document.show_header(shown)
        if shown and key is not None:
            field = document.header.field(key)
            if field is not None:
                self._put_caret(field.value_span.end)
                pane.setFocus()
        elif not shown:
            above = [field for field in document.header.fields if field.key_span.start <= caret]
            here = above[-1] if above and caret < document.header.span.end else None
            self._put_caret(max(caret, document.from_qt(document.boundary)))
            if here is not None:
                self._form.setVisible(True)
                self._form.focus(here.path)
        pane.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The form's share changes."""
        super().resizeEvent(event)
        self._fit_form()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The form's content wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_form()
        return super().eventFilter(watched, event)

    def _fit_form(self) -> None:
        wanted = self._form.sizeHint().height()
        height = min(wanted, round(self.height() * FORM_SHARE))
        if height != self._form.height():
            self._form.setFixedHeight(height)

    def _keys(self) -> list[str]:
        return [*HEAD_KEYS, *(field.key for field in self._document.header.fields)]

    def _has_focus(self, key: str) -> bool:
        row, focus = self._form.row(key), self._form.window().focusWidget()
        return row is not None and focus is not None and row.isAncestorOf(focus)

    def _put_caret(self, offset: int) -> None:
        cursor = self._pane.textCursor()
        cursor.setPosition(self._document.to_qt(offset))
        self._pane.setTextCursor(cursor)
