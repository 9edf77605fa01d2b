"""What a screen reader is told of by itself: messages, saves, problems that come and go."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from editor.ui.plain_text import lines


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a text read out, where somebody listens.

    Args:
        widget: where it is about.
        at_once: it interrupts what is being read.

    """
    if not text or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, lines(text))
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
