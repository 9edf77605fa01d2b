"""The contrast of what is painted: text against its ground, by the pixels of a widget."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QSplitter,
    QTabBar,
    QWidget,
)

from editor.ui.theme.tokens import contrast

READABLE, LARGE = 4.5, 3.0
LARGE_PX, LARGE_BOLD_PX = 24, 19
"""From that size on 3:1 is enough (WCAG 2.2, 1.4.3)."""
FEW = 3
MOST_ROWS = 12
"""A colour of fewer pixels is a corner's or a rounding's."""


def of_image(image: QImage) -> float:
    """The contrast of a picture's most frequent colour and the one that differs most from it."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    colours = Counter(image.pixel(x, y) for y in range(image.height()) for x in range(image.width()))
    ground = QColor(colours.most_common(1)[0][0]).name()
    return max((contrast(QColor(one).name(), ground) for one, times in colours.items() if times >= FEW), default=1.0)


def unreadable(window: QWidget) -> Iterator[str]:
    """The texts of a window that have too little contrast. What is disabled need not have it."""
    picture = window.grab().toImage()
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QAbstractItemView) and widget.isVisible():
            yield from _rows(widget, window, picture)
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not window.window():
            continue
        text = _text(widget)
        room = QRect(widget.mapTo(window, widget.contentsRect().topLeft()), widget.contentsRect().size())
        room = room.intersected(window.rect())
        if not re.search(r"\w", text) or widget.visibleRegion().boundingRect() != widget.rect():
            continue  # no words, or scrolled out of sight in part
        found = of_image(picture.copy(room))
        size, bold = widget.font().pixelSize(), widget.font().bold()
        wanted = LARGE if size >= LARGE_PX or (bold and size >= LARGE_BOLD_PX) else READABLE
        if found < wanted:
            yield f"{type(widget).__name__} {text[:40]!r}: {found:.1f}, wants {wanted}"


def _rows(view: QAbstractItemView, window: QWidget, picture: QImage) -> Iterator[str]:
    """Each line of the rows in sight: a delegate may paint two."""
    model = view.model()
    for row in range(min(model.rowCount(), MOST_ROWS) if model is not None else 0):
        index = model.index(row, 0)
        place = view.visualRect(index)
        if not view.viewport().rect().contains(place) or not re.search(r"\w", str(index.data() or "")):
            continue
        lines = max(1, place.height() // max(1, view.fontMetrics().height()))
        for number in range(lines):
            line = QRect(
                place.left(), place.top() + number * place.height() // lines, place.width(), place.height() // lines
            )
            part = QRect(view.viewport().mapTo(window, line.topLeft()), line.size()).adjusted(2, 1, -2, -1)
            found = of_image(picture.copy(part))
            if 1.3 < found < READABLE:  # less is a line without words
                yield f"line {number + 1} of a row {str(index.data())[:40]!r}: {found:.1f}, wants {READABLE}"


def _text(widget: QWidget) -> str:
    match widget:
        case QLabel() | QAbstractButton():
            return widget.text()
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QComboBox():
            return widget.currentText()
        case QTabBar():
            return widget.tabText(0)
        case QSplitter():
            return ""
    return ""
