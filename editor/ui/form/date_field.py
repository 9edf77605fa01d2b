"""A date: editable as the text it is, with a calendar, a time and an offset one click away. Its form stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import QDate, QPoint, QSize, Qt, QTime, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.header import DateText, Field, Generator, Header, Path
from editor.header.date_readers import DateReader, date_for
from editor.header.dates import Moment, offset_text, read_date, write_date
from editor.post.values import shown
from editor.ui.form.field import ComposedLine, FieldEditor
from editor.ui.theme.icons import Icons
from editor.ui.theme.sizes import hint
from editor.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12

OFFSETS = (
    -720,
    -600,
    -540,
    -480,
    -420,
    -360,
    -300,
    -240,
    -180,
    0,
    60,
    120,
    180,
    210,
    270,
    300,
    330,
    345,
    420,
    480,
    540,
    570,
    600,
    660,
    720,
)
"""Offsets from UTC that are offered, in minutes; any other can be typed into the date itself."""


class DateField(FieldEditor):
    """A key with a date."""

    def __init__(self, name: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._typing = False
        self._icons = icons
        self._line = ComposedLine(self)
        self._line.setObjectName("field")
        self._line.setAccessibleName(name)
        hint(self._line, self.tr("2025-11-02 21:54:50 +0900"))
        self._button = QToolButton(self)
        self._button.setIcon(icons.icon("calendar"))
        self._button.setIconSize(QSize(16, 16))
        self._button.setToolTip(self.tr("Choose day, time and offset"))
        self._button.setAccessibleName(self.tr("Choose {0}").format(name))
        self._button.clicked.connect(self.show_popup)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._button)
        self.setFocusProxy(self._line)
        self.watch(self._line)
        self._line.textEdited.connect(self._changed)
        self._line.returnPressed.connect(self.next_wanted)
        self.left.connect(self._show_again)
        self._popup: DatePopup | None = None
        self._zone: tzinfo | None = None
        self._reader = DateReader(Generator.PLAIN)
        self._like: Callable[[], str] = str

    def set_zone(self, zone: tzinfo | None) -> None:
        """The blog's time zone, in which “now” is written; None for this machine's."""
        self._zone = zone

    def set_reader(self, header: Header, path: Path) -> None:
        """Set who reads the date of a key, and how the blog's other posts write it."""
        self._reader = DateReader(header.rules.generator, self._zone, header.syntax)
        self._like = lambda: header.rules.date_like(path)[0]

    def show_field(self, field: Field | None, unsaved: str | None = None) -> None:
        """Show the date as the file writes it; text that is being typed stays."""
        before, self._shown = self._shown, shown(field.value) if field is not None else ""
        quoted = field is not None and field.node is not None and field.node.style in ("single", "double")
        self._reader = replace(self._reader, zone=self._zone, quoted=quoted)
        self._unsaved = unsaved
        if self._popup is not None:
            self._popup.show_date(self._shown)
        if unsaved is not None:
            self._show_again()
            return
        typing = self._line.hasFocus() and before == self._shown  # nothing new is said
        if not typing and not self._typing and self._line.text() != self._shown:
            self._line.setText(self._shown)
            self._line.setCursorPosition(0)  # in a narrow window the day is what should be in sight

    def commit(self) -> None:
        """Send the text out again."""
        self.typed.emit(self._line.text())

    def start_afresh(self) -> None:
        """Show what the file says."""
        super().start_afresh()
        self._show_again()

    def _show_again(self) -> None:
        text = self._unsaved if self._unsaved is not None else self._shown
        if self._line.text() != text and not self._line.composition.active:
            self._line.setText(text)

    def show_popup(self) -> None:
        """Open the calendar."""
        self._popup = DatePopup(self._shown, self._icons, self)
        self._popup.chosen.connect(self._chosen)
        self._popup.now_wanted.connect(self._now)
        self._popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._popup.show()

    @property
    def popup(self) -> DatePopup | None:
        """The calendar, once it was opened."""
        return self._popup

    def _chosen(self, moment: Moment) -> None:
        self.start_afresh()
        written = write_date(moment, self._shown)
        if not self._reader.accepts(written):
            written = date_for(self._reader, moment, self._shown, exact=True)
        self.edited.emit(DateText(written))

    def _now(self) -> None:
        """Write this moment in the form that the date has, else in that of the blog's other posts."""
        self.start_afresh()
        at = datetime.now().astimezone(self._zone).replace(microsecond=0)
        offset = int((at.utcoffset() or timedelta()).total_seconds()) // 60
        like = self._shown if read_date(self._shown) is not None else self._like()
        self.edited.emit(DateText(date_for(self._reader, Moment(at.date(), at.time(), offset), like)))

    def _changed(self, text: str) -> None:
        """What is typed stays while it grows: “2026-01-05” is a date already, and its time is still to come."""
        if not self._line.composition.active:
            self._typing = True
            self.typed.emit(text)
            self._typing = False


class DatePopup(QFrame):
    """Calendar, time and offset. Each change is in the post at once; Escape or a click elsewhere closes it."""

    chosen = Signal(object)  # Moment
    now_wanted = Signal()

    def __init__(self, text: str, icons: Icons, parent: DateField) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._filling = False
        self._calendar = QCalendarWidget(self)
        self._calendar.setGridVisible(False)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._calendar.setMinimumHeight(240)
        plain = QTextCharFormat()
        plain.setForeground(self.palette().text())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, plain)
        self._calendar.setAccessibleName(self.tr("Day"))
        for days in self._calendar.findChildren(QTableView):
            days.setAccessibleName(self.tr("Day"))
        for name, icon, meaning in (
            ("qt_calendar_prevmonth", "chevron-left", self.tr("Month before")),
            ("qt_calendar_nextmonth", "chevron-right", self.tr("Month after")),
        ):
            button = self._calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(icon))
                button.setAccessibleName(meaning)
                button.setToolTip(meaning)
        self._with_time = QCheckBox(self.tr("Time"), self)
        self._time = QTimeEdit(self)
        self._time.setDisplayFormat("HH:mm:ss")
        self._time.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        self._time.setAccessibleName(self.tr("Time of day"))
        self._offset = QComboBox(self)
        self._offset.setAccessibleName(self.tr("Offset from UTC"))
        self._offset.addItem(self.tr("no offset"), None)
        for minutes in OFFSETS:
            self._offset.addItem(offset_text(minutes), minutes)
        now, done = QPushButton(self.tr("Now"), self), QPushButton(self.tr("Done"), self)
        now.clicked.connect(self.now_wanted)
        done.clicked.connect(self.close)
        row = QHBoxLayout()
        for widget in (self._with_time, self._time, self._offset):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(now)
        row.addWidget(done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self._calendar)
        layout.addLayout(row)
        self.show_date(text)
        self._calendar.selectionChanged.connect(self._emit)
        self._with_time.toggled.connect(self._emit)
        self._time.timeChanged.connect(self._emit)
        self._offset.currentIndexChanged.connect(self._emit)

    def show_date(self, text: str) -> None:
        """Show the header's date."""
        moment = read_date(text) or Moment(date.today())
        self._filling = True
        self._calendar.setSelectedDate(QDate(moment.day.year, moment.day.month, moment.day.day))
        self._with_time.setChecked(moment.clock is not None)
        clock = moment.clock or time()
        self._time.setTime(QTime(clock.hour, clock.minute, clock.second))
        index = self._offset.findData(moment.offset)
        if index < 0:
            self._offset.addItem(offset_text(moment.offset or 0), moment.offset)
            index = self._offset.count() - 1
        self._offset.setCurrentIndex(index)
        self._enable()
        self._filling = False

    def _moment(self) -> Moment:
        day, clock = self._calendar.selectedDate(), self._time.time()
        picked = date(day.year(), day.month(), day.day())
        if not self._with_time.isChecked():
            return Moment(picked)
        return Moment(picked, time(clock.hour(), clock.minute(), clock.second()), self._offset.currentData())

    def _enable(self) -> None:
        for widget in (self._time, self._offset):
            widget.setEnabled(self._with_time.isChecked())

    def _emit(self) -> None:
        if not self._filling:
            self._enable()
            self.chosen.emit(self._moment())
