"""The window's parts by key: from the library to the form, the text, the preview and back. In the text Tab indents, so
it can't lead out of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class Parts(QObject):
    """Goes from part to part; those that are hidden are passed over."""

    def __init__(self, parts: Sequence[QWidget], window: QWidget) -> None:
        """Know the parts, in their order on the screen."""
        super().__init__(window)
        self._parts = parts

    def do_next_part(self) -> None:
        """Give the focus to the next part."""
        self._go(1)

    def do_previous_part(self) -> None:
        """Give the focus to the part before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        shown = [part for part in self._parts if part.isVisible()]
        now = QApplication.focusWidget()
        here = next((at for at, part in enumerate(shown) if now is part or (now and part.isAncestorOf(now))), -step)
        for turn in range(1, len(shown) + 1):
            if _focus(shown[(here + step * turn) % len(shown)]):
                return


def _focus(part: QWidget) -> bool:
    """Give the focus to a part, or to the first widget in it that takes it."""
    for widget in (part, *part.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
