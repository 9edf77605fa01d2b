"""A list with what is chosen in it beside: how the windows with versions, lost posts and plans are laid out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from editor.ui.theme.tokens import SPACE_8, SPACE_12


def lay_beside(
    parent: QWidget,
    listed: QWidget,
    shown: Sequence[QWidget],
    buttons: tuple[Sequence[QWidget], Sequence[QWidget]],
    sizes: tuple[int, int],
    margin: int = SPACE_12,
) -> None:
    """Lay a window out.

    Args:
        listed: the list, on the left.
        shown: on the right, one above the other; the last one takes the room.
        buttons: below them, those at the left end and those at the right.
        sizes: the first widths of left and right.
        margin: around the whole.

    """
    right = QWidget(parent)
    column = QVBoxLayout(right)
    column.setContentsMargins(SPACE_12, 0, 0, 0)
    column.setSpacing(SPACE_8)
    for number, widget in enumerate(shown, start=1):
        column.addWidget(widget, 1 if number == len(shown) else 0)
    row = QHBoxLayout()
    for button in buttons[0]:
        row.addWidget(button)
    row.addStretch(1)
    for button in buttons[1]:
        row.addWidget(button)
    splitter = QSplitter(Qt.Orientation.Horizontal, parent)
    splitter.addWidget(listed)
    splitter.addWidget(right)
    splitter.setSizes(list(sizes))
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.addWidget(splitter, 1)
    layout.addLayout(row)
