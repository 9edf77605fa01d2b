"""The markdown commands of menus and keys, done on the text pane: each is one edit and one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from editor.header import Generator
from editor.settings import Settings
from editor.ui.text_pane import TextPane
from editor.writing import blocks, emphasis, insert, sections, tables, width
from editor.writing.change import Change

_COMMON_MARK = frozenset((Generator.HUGO, Generator.ASTRO, Generator.ELEVENTY, Generator.HEXO, Generator.ZOLA))
"""Generators whose emphasis needs words beside its marks."""
_PYTHON_MARKDOWN_NESTING = 4
"""How many spaces nest a list in Python-Markdown (its `tab_length`)."""


class WritingCommands(QObject):
    """What the table's Format and Insert actions do, in `do_…` methods."""

    def __init__(self, pane: TextPane, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._pane, self._settings, self._window = pane, settings, window
        self._flanking = False
        self._zone: tzinfo | None = None

    def set_blog(self, generator: Generator, zone: tzinfo | None) -> None:
        """Write what that generator's markdown reads, and the time of that zone."""
        self._flanking = generator in _COMMON_MARK
        self._zone = zone
        self._pane.keys.nesting = _PYTHON_MARKDOWN_NESTING if generator is Generator.PELICAN else 0

    def do_paste_plain(self) -> None:
        self._pane.paste_plain()

    def do_auto_pairs(self, wanted: bool) -> None:
        self._settings.set("auto_pairs", wanted)
        self._pane.keys.auto_pairs = wanted

    def do_show_invisible(self, shown: bool) -> None:
        self._settings.set("show_invisible", shown)
        self._pane.show_invisible(shown)

    def do_go_to_line(self) -> None:
        """Ask for a line, counted as the status bar counts it."""
        document = self._pane.post_document
        first = document.qt.findBlock(document.boundary).blockNumber() if document.boundary else 0
        here, last = self._pane.textCursor().blockNumber() - first + 1, document.qt.blockCount() - first
        label = self.tr("Line, 1 to {0}:").format(last)
        line, chosen = QInputDialog.getInt(self._window, self.tr("Go to line"), label, max(1, here), 1, max(1, last))
        if chosen:
            self._pane.go_to_line(first + line - 1)

    def do_section_up(self) -> None:
        self._pane.change(lambda text, _, end: sections.move_section(text, end, down=False))

    def do_section_down(self) -> None:
        self._pane.change(lambda text, _, end: sections.move_section(text, end, down=True))

    def do_half_width(self) -> None:
        self._pane.change(width.half_width)

    def do_full_width(self) -> None:
        self._pane.change(width.full_width)

    def do_bold(self) -> None:
        self._mark("**")

    def do_italic(self) -> None:
        self._mark("*")

    def do_code(self) -> None:
        self._mark("`")

    def do_strike(self) -> None:
        self._mark("~~")

    def do_heading_1(self) -> None:
        self._heading(1)

    def do_heading_2(self) -> None:
        self._heading(2)

    def do_heading_3(self) -> None:
        self._heading(3)

    def do_heading_4(self) -> None:
        self._heading(4)

    def do_plain_line(self) -> None:
        self._heading(0)

    def do_quote(self) -> None:
        self._pane.change(blocks.toggle_quote)

    def do_bullets(self) -> None:
        self._list("bullet")

    def do_numbers(self) -> None:
        self._list("number")

    def do_tasks(self) -> None:
        self._list("task")

    def do_code_block(self) -> None:
        self._pane.change(blocks.toggle_fence)

    def do_move_up(self) -> None:
        self._pane.change(lambda text, start, end: blocks.move_lines(text, start, end, down=False))

    def do_move_down(self) -> None:
        self._pane.change(lambda text, start, end: blocks.move_lines(text, start, end, down=True))

    def do_duplicate(self) -> None:
        self._pane.change(blocks.duplicate_lines)

    def do_join(self) -> None:
        self._pane.change(blocks.join_lines)

    def do_link(self) -> None:
        self._pane.change(insert.link)

    def do_image(self) -> None:
        self._pane.change(insert.image)

    def do_footnote(self) -> None:
        self._pane.change(lambda text, _, end: insert.footnote(text, end))

    def do_more(self) -> None:
        self._at_caret(insert.more_mark)

    def do_date(self) -> None:
        now = datetime.now().astimezone(self._zone)
        self._pane.insert(f"{now:%Y-%m-%d %H:%M}")

    def do_table(self) -> None:
        self._at_caret(tables.new_table)

    def do_tidy_table(self) -> None:
        self._at_caret(tables.tidy)

    def do_add_row(self) -> None:
        self._at_caret(tables.add_row)

    def do_delete_row(self) -> None:
        self._at_caret(tables.delete_row)

    def do_add_column(self) -> None:
        self._at_caret(tables.add_column)

    def do_delete_column(self) -> None:
        self._at_caret(tables.delete_column)

    def _mark(self, mark: str) -> None:
        self._pane.change(lambda text, start, end: emphasis.toggle(text, start, end, mark, flanking=self._flanking))

    def _heading(self, level: int) -> None:
        self._pane.change(lambda text, start, end: blocks.set_heading(text, start, end, level))

    def _list(self, kind: str) -> None:
        self._pane.change(lambda text, start, end: blocks.toggle_list(text, start, end, kind))

    def _at_caret(self, command: Callable[[str, int], Change | None]) -> None:
        self._pane.change(lambda text, _, end: command(text, end))
