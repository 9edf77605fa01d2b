"""A few numbers of a blog: posts a month as bars, what was written, the tags used most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from editor.ui.plain_text import Label, one_line, show_tip
from editor.ui.speaking import counted
from editor.ui.theme.tokens import SPACE_8

if TYPE_CHECKING:
    from editor.blog.library.index import Row

MONTHS = 24
TAGS = 8
HEIGHT = 96


class PostNumbers(QWidget):
    """The numbers, above the posts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bars, self._facts = _Bars(self), Label("", self)
        self._facts.setWordWrap(True)
        self._facts.setObjectName("label")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self._bars)
        layout.addWidget(self._facts)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The words keep the room that they need: the list below gives way."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._facts.setMinimumHeight(max(0, self._facts.heightForWidth(self.width())))

    @property
    def text(self) -> str:
        """What is told in words."""
        return self._facts.text()

    def show_posts(self, rows: Sequence[Row]) -> None:
        """Count the posts."""
        months = Counter(row.day[:7] for row in rows if row.day)
        self._bars.show_months(months)
        tags = Counter(tag for row in rows for tag in row.tags)
        words, characters = sum(row.words for row in rows), sum(row.characters for row in rows)
        lines = [
            self.tr("%Ln post(s), {0} characters, {1} words", "", len(rows)).format(counted(characters), counted(words))
        ]
        if months:
            span = _number(max(months)) - _number(min(months)) + 1
            average = QLocale().toString(sum(months.values()) / span, "f", 1)
            lines.append(self.tr("{0} posts a month since {1}").format(average, min(months)))
        if tags:
            most = ", ".join(f"{one_line(tag)} {counted(number)}" for tag, number in tags.most_common(TAGS))
            lines.append(self.tr("Tags: {0}").format(most))
        self._facts.setText("\n".join(lines))
        self._fit()


class _Bars(QWidget):
    """The posts of each of the last months, up to the newest post."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._months: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_months(self, months: Counter[str]) -> None:
        """Draw these numbers, by month as 2026-01."""
        today = _number(f"{date.today():%Y-%m}")
        last = min(_number(max(months)), today + 12) if months else today  # a date may be a slip of the pen
        names = [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(last - MONTHS + 1, last + 1)]
        self._months = [(name, months.get(name, 0)) for name in names]
        told = ", ".join(f"{name}: {number}" for name, number in self._months if number)
        self.setAccessibleName(self.tr("Posts a month: {0}").format(told))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Low and wide."""
        return QSize(MONTHS * 8, HEIGHT)

    def event(self, event: object) -> bool:
        """A tool tip tells a month's number."""
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip and self._months:
            at = min(int(event.pos().x() / max(1, self.width()) * MONTHS), MONTHS - 1)
            name, number = self._months[at]
            show_tip(event.globalPos(), self.tr("{0}: %Ln post(s)", "", number).format(name))
            return True
        return super().event(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  Qt's name
        """Draw the bars, the highest number, the first and the last month."""
        painter, palette, line = QPainter(self), self.palette(), self.fontMetrics().height()
        most = max((number for _, number in self._months), default=0)
        room, width = self.height() - 2 * line, self.width() / MONTHS
        for at, (_, number) in enumerate(self._months):
            height = room * number / most if most else 0
            bar = QRectF(at * width + 1, line + room - height, max(1.0, width - 2), height)
            painter.fillRect(bar, palette.link())
        painter.setPen(palette.placeholderText().color())
        painter.drawLine(QPointF(0, line + room + 0.5), QPointF(self.width(), line + room + 0.5))
        below = QRectF(0, line + room, self.width(), line)
        if self._months:
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._months[0][0])
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._months[-1][0])
            painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignLeft, str(most) if most else "")


def _number(month: str) -> int:
    """A month, as 2026-01, as a number that counts on."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1
