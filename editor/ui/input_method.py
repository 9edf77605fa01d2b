"""What input methods are told and what they show: the place of the caret, the clauses of a composition."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat, QTextFormat, QTextLayout
from PySide6.QtWidgets import QAbstractScrollArea

_TEXT_FORMAT = QInputMethodEvent.AttributeType.TextFormat


def in_widget(area: QAbstractScrollArea, answer: object) -> object:
    """An answer to an input method in the widget's own coordinates.

    Qt's text widgets answer with places in their viewport, which margins move: candidates would be shown beside the
    caret. Other answers are given back as they are.
    """
    if isinstance(answer, (QRect, QRectF)):
        return answer.translated(area.viewport().pos())
    return answer


def composed_formats(
    attributes: Sequence[QInputMethodEvent.Attribute], at: int, size: int, chosen: QColor
) -> list[QTextLayout.FormatRange]:
    """How a composition of some length is drawn at a place of a line: in the text's own font and colours.

    All of it is underlined; the clause that is being converted, which the method marks by a background or a strong
    underline, has the background `chosen`.
    """
    whole = QTextCharFormat()
    whole.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    found = [_range(at, size, whole)] if size else []
    clauses = [one for one in attributes if one.type == _TEXT_FORMAT and one.length > 0 and one.start < size]
    for one in clauses:
        given = one.value.toCharFormat() if isinstance(one.value, QTextFormat) else QTextCharFormat()
        if given.hasProperty(QTextFormat.Property.BackgroundBrush):
            form = QTextCharFormat(whole)
            form.setBackground(chosen)
            found.append(_range(at + max(0, one.start), min(one.length, size - max(0, one.start)), form))
    return found


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, form
    return found
