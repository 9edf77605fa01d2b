"""A month of the blog: each day with a dot for each of its posts, filled where they are visible, else hollow."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor.blog.state import named
from editor.ui.plain_text import Label, one_line, show_tip
from editor.ui.theme.icons import Icons
from editor.ui.theme.tokens import SPACE_4

if TYPE_CHECKING:
    from editor.blog.library.index import Row

ROW_HEIGHT = 34
MAX_DOTS = 3
WEEKS = 6


class PostCalendar(QWidget):
    """A month with its name and two arrows; `days` says which days are chosen."""

    changed = Signal()  # another month or day is chosen

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = _Grid(self)
        self._name = Label("", self)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        for icon, text, months in (
            ("chevron-left", self.tr("Month before"), -1),
            ("chevron-right", self.tr("Month after"), 1),
        ):
            button = QToolButton(self)
            button.setIcon(icons.icon(icon))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _=False, step=months: self._grid.turn(step))
            head.addWidget(button)
        head.insertWidget(1, self._name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addLayout(head)
        layout.addWidget(self._grid)
        self.setFocusProxy(self._grid)
        self._grid.changed.connect(self._tell)
        self._tell()

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last chosen day, as 2026-01-07: the month, or one day of it."""
        if self._grid.chosen is not None:
            return self._grid.chosen.isoformat(), self._grid.chosen.isoformat()
        first = self._grid.month
        return first.isoformat(), first.replace(day=monthrange(first.year, first.month)[1]).isoformat()

    def show_posts(self, rows: Iterable[Row]) -> None:
        """Know the posts."""
        self._grid.show_posts(rows)
        self._name_month()

    def show_day(self, day: str) -> None:
        """Show the month of a day, as 2026-01-07."""
        self._grid.show_month(date.fromisoformat(day).replace(day=1))

    def _tell(self) -> None:
        self._name_month()
        self.changed.emit()

    def _name_month(self) -> None:
        month = self._grid.month
        name = QLocale().standaloneMonthName(month.month)
        # Unicode: a month's name of the system
        self._name.setText(f"{name} {month.year}" if not name[0].isdigit() else f"{month.year}年{name}")


class _Grid(QWidget):
    """The days. Arrows go from day to day, Page Up and Down from month to month, Enter chooses a day or the month."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.month = date.today().replace(day=1)
        self.chosen: date | None = None
        self._cursor = date.today()
        self._posts: dict[str, list[Row]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Days with posts"))

    def show_posts(self, rows: Iterable[Row]) -> None:
        """Know the posts of each day."""
        self._posts = {}
        for row in rows:
            self._posts.setdefault(row.day, []).append(row)
        self.update()

    def show_month(self, month: date) -> None:
        """Show a month, given by its first day."""
        if month != self.month:
            self.month, self.chosen = month, None
            self._cursor = month
            self.update()
            self.changed.emit()

    def turn(self, months: int) -> None:
        """Show a month before or after."""
        at = self.month.year * 12 + self.month.month - 1 + months
        self.show_month(date(min(max(at // 12, 1), 9999), at % 12 + 1, 1))

    def choose(self, day: date) -> None:
        """Choose a day, or the whole month when it is chosen already."""
        month = day.replace(day=1)
        self.chosen = None if day == self.chosen else day
        self.month, self._cursor = month, day
        self.update()
        self.changed.emit()

    # -- Qt's events

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """A line of names and six weeks."""
        return QSize(7 * ROW_HEIGHT, self.fontMetrics().height() + SPACE_4 + WEEKS * ROW_HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Choose the day under the mouse."""
        day = self._day_at(event.position())
        if day is not None:
            self.choose(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Walk through the days."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in steps:
            day = self._cursor + timedelta(days=steps[key])
            self.show_month(day.replace(day=1))
            self._cursor = day
            self.update()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self._cursor)
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        """A tool tip names the posts of a day."""
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            day = self._day_at(QPointF(event.pos()))
            posts = self._posts.get(day.isoformat(), []) if day is not None else []
            show_tip(
                event.globalPos(),
                "\n".join(one_line(f"{post.title or post.path} ({named(post.state)})") for post in posts),
            )
            return True
        return super().event(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  Qt's name
        """Draw the month."""
        painter, palette, locale = QPainter(self), self.palette(), QLocale()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, head = self.width() / 7, self.fontMetrics().height() + SPACE_4
        painter.setPen(palette.placeholderText().color())
        for column in range(7):
            day = Qt.DayOfWeek((self._first_weekday() + column - 1) % 7 + 1)
            name = locale.standaloneDayName(day.value, QLocale.FormatType.NarrowFormat)
            painter.drawText(QRectF(column * width, 0, width, head), Qt.AlignmentFlag.AlignHCenter, name)
        for number in range(7 * WEEKS):
            self._paint_day(painter, self._first_day() + timedelta(days=number), self._cell(number))

    # -- parts

    def _paint_day(self, painter: QPainter, day: date, cell: QRect) -> None:
        palette, inside = self.palette(), day.month == self.month.month
        box = QRectF(cell).adjusted(2, 1, -2, -1)
        if day == self.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(box, 6, 6)
        if day == date.today() or (day == self._cursor and self.hasFocus()):
            painter.setPen(palette.link().color() if self.hasFocus() else palette.placeholderText().color())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        painter.setPen((palette.text() if inside else palette.placeholderText()).color())
        upper = QRectF(box.left(), box.top() + 1, box.width(), self.fontMetrics().height())
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(day.day))
        posts = self._posts.get(day.isoformat(), [])[:MAX_DOTS]
        x, y = box.center().x() - (len(posts) - 1) * 4, box.bottom() - 6
        for post in posts:
            painter.setPen(palette.link().color())
            painter.setBrush(palette.link() if post.state == "visible" else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), 2.5, 2.5)
            x += 8

    def _first_weekday(self) -> int:
        return QLocale().firstDayOfWeek().value

    def _first_day(self) -> date:
        """The day in the upper left corner."""
        return self.month - timedelta(days=(self.month.isoweekday() - self._first_weekday()) % 7)

    def _cell(self, number: int) -> QRect:
        width, head = self.width() / 7, self.fontMetrics().height() + SPACE_4
        left = round(number % 7 * width)
        return QRect(left, head + number // 7 * ROW_HEIGHT, round((number % 7 + 1) * width) - left, ROW_HEIGHT)

    def _day_at(self, place: QPointF) -> date | None:
        point = place.toPoint()
        found = (number for number in range(7 * WEEKS) if self._cell(number).contains(point))
        return next((self._first_day() + timedelta(days=number) for number in found), None)
