"""Whether what a window says can be read whole: texts that are cut off, widgets that overlap or stand out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSizeGrip,
    QSplitterHandle,
    QStatusBar,
    QTabBar,
    QToolButton,
    QWidget,
)

from editor.ui.help.hints import Hints
from editor.ui.theme.sizes import WideChoice

SLACK = 2
"""So many pixels are lost to rounding, and to nobody's eye."""


def unreadable(window: QWidget) -> Iterator[str]:
    """What can't be read whole, in words."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and _belongs_to(widget, window):
            yield from _cut(widget)
            yield from _overlaps(widget)


def _belongs_to(widget: QWidget, window: QWidget) -> bool:
    return widget.window() is window.window()


def _cut(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.text() and widget.textFormat() != Qt.TextFormat.RichText:
            yield from _cut_label(widget)
        case QToolButton() if not widget.icon().isNull():
            pass  # its text is not shown
        case QAbstractButton() if widget.text():
            wanted, has = widget.sizeHint(), widget.size()
            if isinstance(widget, QToolButton):
                wanted.setWidth(widget.fontMetrics().horizontalAdvance(widget.text()))
            if wanted.width() > has.width() + SLACK or wanted.height() > has.height() + SLACK:
                yield f"{_name(widget)}: {widget.text()!r} has {_size(has)}, wants {_size(wanted)}"
        case QComboBox() if not widget.isEditable() and not isinstance(widget, WideChoice):
            texts = [widget.itemText(index) for index in range(widget.count())]
            wanted = max((widget.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
            if wanted + 24 > widget.width() + SLACK:
                yield f"{_name(widget)}: a choice wants {wanted} + 24, has {widget.width()}"
        case QLineEdit() if widget.placeholderText():
            wanted = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            said = widget.toolTip() == widget.placeholderText()  # then it may be shortened
            if not said and wanted > widget.contentsRect().width() + SLACK:
                has = widget.contentsRect().width()
                yield f"{_name(widget)}: {widget.placeholderText()!r} wants {wanted}, has {has}"
        case QHeaderView() if widget.orientation() == Qt.Orientation.Horizontal and not widget.isHidden():
            for section in range(widget.count()):
                if widget.isSectionHidden(section):
                    continue
                wanted = widget.sectionSizeFromContents(section).width()
                if wanted > widget.sectionSize(section) + SLACK:
                    title = widget.model().headerData(section, Qt.Orientation.Horizontal)
                    yield f"{_name(widget)}: column {title!r} wants {wanted}, has {widget.sectionSize(section)}"


def _cut_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if label.text().endswith("…") and label.objectName() == "label" and label.buddy() is not None:
        yield f"{_name(label)}: {label.text()!r} is shortened"
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        if wanted > label.height() + SLACK:
            yield f"{_name(label)}: {label.text()!r} wants {wanted} in height, has {label.height()}"
        return
    plain = label.text().replace("&", "")
    wanted = max(label.fontMetrics().horizontalAdvance(line) for line in plain.splitlines() or [""])
    if wanted > room.width() + SLACK:
        yield f"{_name(label)}: {label.text()!r} wants {wanted}, has {room.width()}"
    if label.fontMetrics().height() > label.height() + SLACK:
        yield f"{_name(label)}: {label.text()!r} is {label.height()} high"


def _overlaps(parent: QWidget) -> Iterator[str]:
    if isinstance(parent, (QAbstractScrollArea, QTabBar, QComboBox, QLineEdit, QHeaderView)):
        return
    aside = (QSplitterHandle, QSizeGrip, Hints)
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and not isinstance(child, aside)
    ]
    whole = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    scrolled = isinstance(parent.parentWidget(), QAbstractScrollArea) or isinstance(parent, QAbstractItemView)
    for child in children:
        if not scrolled and not whole.contains(child.geometry()) and not isinstance(parent, QStatusBar):
            yield f"{_name(child)} {_rect(child.geometry())} stands out of {_name(parent)} {_rect(parent.rect())}"
    for one, other in combinations(children, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > SLACK and common.height() > SLACK:
            yield f"{_name(one)} and {_name(other)} overlap in {_rect(common)}"


def _name(widget: QWidget) -> str:
    said = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__}({widget.objectName() or str(said)[:24]})"


def _size(size: object) -> str:
    return f"{size.width()}×{size.height()}"


def _rect(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"
