"""What an export changes, to look at: each file with its lines or as a page, the front matter, what to know."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QWidget,
)

from editor.export.outlook import Entry, Outlook
from editor.text.source import UndecodableError, decode
from editor.ui.beside_list import lay_beside
from editor.ui.compared import ComparedText
from editor.ui.plain_text import Label, TreeRow, one_line
from editor.ui.rendered import RenderedSides
from editor.ui.still_page import read_picture
from editor.ui.text_look import TextLook
from editor.ui.theme.tokens import SPACE_12, Colours
from editor.writing.compare import lines_of

_ENTRY = Qt.ItemDataRole.UserRole
PICTURE_SIZE: Final = 360


class PlanView(QWidget):
    """The list on the left, what is chosen in it on the right."""

    def __init__(self, look: TextLook, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours
        self._shown: Outlook | None = None
        self.list = QTreeWidget(self)
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(self.tr("What changes"))
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(SPACE_12)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.text = ComparedText(self)
        self.text.colours = colours
        self.text.setFont(look.font())
        self.text.setAccessibleName(self.tr("Changed lines"))
        self.sides = RenderedSides(self.tr("As it is"), self.tr("As it will be"), self)
        self.rows = QTreeWidget(self)
        self.rows.setRootIsDecorated(False)
        self.rows.setAllColumnsShowFocus(True)
        self._picture = Label("", self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.as_page = QPushButton(self.tr("As a pa&ge"), self)
        self.as_page.setCheckable(True)
        self.as_page.setAutoDefault(False)
        self._stack = QStackedWidget(self)
        for widget in (self.text, self.sides, self.rows, self._picture):
            self._stack.addWidget(widget)
        lay_beside(self, self.list, (self._stack,), ((), (self.as_page,)), (260, 640), margin=0)
        self.list.currentItemChanged.connect(self._choose)
        self.as_page.toggled.connect(self._choose)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what changes; the post first."""
        self._shown = outlook
        current = self.list.currentItem()
        chosen = current.text(0) if current is not None else ""
        self.list.clear()
        for entry in sorted(outlook.entries, key=lambda entry: entry.name != outlook.post):
            self._add(("+ " if entry.before is None else "~ ") + entry.name, entry)
        if outlook.header or outlook.plan.mapping:
            self._add(self.tr("Front matter"), "header")
        if outlook.plan.notes:
            self._add(self.tr("To know ({0})").format(len(outlook.plan.notes)), "notes")
        if outlook.problems:
            self._add(self.tr("Problems ({0})").format(len(outlook.problems)), "problems")
        listed = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        items = [item for item in listed if item is not None]
        if items:
            self.list.setCurrentItem(next((item for item in items if item.text(0) == chosen), items[0]))
        else:
            self._choose()

    def _add(self, text: str, what: object) -> None:
        item = TreeRow([text])
        item.setData(0, _ENTRY, what)
        item.setToolTip(0, one_line(text))
        self.list.addTopLevelItem(item)

    def _choose(self, *_: object) -> None:
        item, outlook = self.list.currentItem(), self._shown
        what = item.data(0, _ENTRY) if item is not None else None
        self.as_page.setVisible(isinstance(what, Entry) and outlook is not None and what.name == outlook.post)
        if outlook is None or what is None:
            self.text.forget()
            self._stack.setCurrentWidget(self.text)
        elif isinstance(what, Entry):
            self._show_file(outlook, what)
        else:
            self._show_rows(outlook, str(what))

    def _show_file(self, outlook: Outlook, entry: Entry) -> None:
        if entry.name == outlook.post and self.as_page.isChecked():
            come = {one.path: one.after for one in outlook.entries if one.before is None}
            self.sides.show_sides(outlook.plan.blog, outlook.post, entry.before, entry.after, come, self._colours)
            self._stack.setCurrentWidget(self.sides)
            return
        lines = _lines(entry.before), _lines(entry.after)
        if None in lines:
            size = f"{one_line(entry.name)}: {QLocale().formattedDataSize(len(entry.after))}"
            image = read_picture(entry.after, PICTURE_SIZE)
            if not image.isNull():
                self._picture.setPixmap(QPixmap.fromImage(image))
            else:
                self._picture.setText(size)
            self._picture.setAccessibleName(size)
            self._stack.setCurrentWidget(self._picture)
            return
        self.text.compare(lines[0] or [], lines[1] or [])
        self._stack.setCurrentWidget(self.text)

    def _show_rows(self, outlook: Outlook, what: str) -> None:
        """Rows of a table: keys, notes or problems."""
        rows = self.rows
        rows.clear()
        match what:
            case "header":
                rows.setHeaderLabels([self.tr("In the post"), self.tr("In the blog"), self.tr("Why")])
                for row in outlook.plan.mapping:
                    was = f"{row.key}: {row.value}" if row.key else ""
                    rows.addTopLevelItem(TreeRow([was, f"{row.new_key}: {row.new_value}", row.reason]))
                known = {row.new_key for row in outlook.plan.mapping}
                for line in outlook.header:
                    if line.lstrip("+− ").partition(":")[0] not in known:
                        rows.addTopLevelItem(TreeRow(["", line, ""]))
            case "notes":
                rows.setHeaderLabels([self.tr("What to know")])
                for note in outlook.plan.notes:
                    rows.addTopLevelItem(TreeRow([note]))
            case _:
                rows.setHeaderLabels([self.tr("Line"), self.tr("Problem")])
                for problem in outlook.problems:
                    rows.addTopLevelItem(TreeRow([str(problem.line), problem.message]))
        for column in range(rows.columnCount()):
            rows.resizeColumnToContents(column)
            for number in range(rows.topLevelItemCount()):
                item = rows.topLevelItem(number)
                if item is not None:
                    item.setToolTip(column, item.text(column))
        rows.setAccessibleName(rows.headerItem().text(0))
        self._stack.setCurrentWidget(rows)


def _lines(data: bytes | None) -> list[str] | None:
    """The lines of a text; None for what is none."""
    if data is None:
        return []
    if b"\0" in data:
        return None
    try:
        return lines_of(decode(data).text)
    except UndecodableError:
        return None
