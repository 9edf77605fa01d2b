"""Shows markdown's marks dimmed and what they mark as it is meant: the lines in sight, when they come into sight.

A QSyntaxHighlighter would go through the whole document at every opening. Here formats are given to a block's layout
when it is about to be seen, and to the changed block before it is laid out, so that a key costs one line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QInputMethodEvent, QTextBlock, QTextCharFormat, QTextLayout

from editor.ui.code_colours import CodeColours
from editor.ui.document import PostDocument
from editor.ui.input_method import composed_formats
from editor.ui.theme.fonts import aligned_families, monospace_families
from editor.ui.theme.tokens import Colours
from editor.writing.marks import ALWAYS, Fence, Kind, Span, fences, may_be_fence, spans

MAX_FENCE = 20_000
"""Longer code blocks are shown in one colour, in characters."""
MAX_BLOCKS = 400
"""More lines are never in sight."""


Speller = Callable[[QTextBlock, Sequence[Span]], Sequence[tuple[int, int]]]
"""From where to where, in code points of the line."""


class Highlighter(QObject):
    """Formats of the lines of one document."""

    stale = Signal()  # lines in sight may have to be formatted anew

    def __init__(self, document: PostDocument, colours: Colours, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._fences: list[Fence] = []
        self._generation = 0
        self._lines = 0
        self._header_lines = 0
        self.saw_invisible = False  # a line that was formatted has a character that must be marked
        self.speller: Speller = lambda _, __: ()  # which words of a line to underline
        self.colours = CodeColours(self)
        self.colours.changed.connect(self._take_colours)
        self.set_colours(colours)
        self._watched = document.qt
        self._watched.contentsChange.connect(self._changed)
        document.swapped.connect(self._swapped)
        document.opened.connect(self._opened)
        document.hiding.connect(self._follow_header)

    def set_colours(self, colours: Colours) -> None:
        """Take a theme's colours; lines in sight are formatted anew."""
        self._formats = _formats(colours)
        self._table = QTextCharFormat()
        self._table.setFontFamilies(aligned_families())
        self._wrong = QTextCharFormat()
        self._wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._wrong.setUnderlineColor(QColor(colours.problem))
        self._chosen = QColor(colours.selection)
        self._code = _code_formats(colours, self._formats[Kind.CODE])
        self._generation += 1

    def show(self, block: QTextBlock, bottom: float) -> bool:
        """Format the blocks from one on whose heights add up to a pane's; whether any was formatted."""
        height, changed, first = 0.0, 0, block
        for _ in range(MAX_BLOCKS):
            if not block.isValid() or height > bottom:
                break
            if block.isVisible() and block.userState() != self._generation and not self._is_composed(block):
                self._format(block)
                changed = block.position() + block.length()
            height += self._document.layout.pitch * max(1, block.lineCount()) if block.isVisible() else 0.0
            block = block.next()
        if changed:
            self._document.lay_out_again(first.position(), changed)
        return bool(changed)

    def is_code(self, block: QTextBlock) -> bool:
        """Whether a line is inside of a code block."""
        return any(fence.first < block.blockNumber() <= fence.last for fence in self._fences)

    def format_again(self, block: QTextBlock | None = None) -> None:
        """A line's words are to be underlined otherwise than before; without a line, those of all lines."""
        if block is None:
            self._generation += 1
        elif block.isValid():
            block.setUserState(-1)
        self.stale.emit()

    def merge_composition(self, block: QTextBlock, attributes: Sequence[QInputMethodEvent.Attribute]) -> None:
        """Give the line its formats around what an input method shows in it, and that its own."""
        layout = block.layout()
        at, size = layout.preeditAreaPosition(), len(layout.preeditAreaText().encode("utf-16-le")) // 2
        composed = composed_formats(attributes, at, size, self._chosen)
        ranges = []
        for one in self._ranges(block):
            start, end = one.start, one.start + one.length
            one.start = start + size if start >= at else start
            one.length = (end + size if end > at else end) - one.start
            ranges.append(one)
        layout.setFormats([*ranges, *composed])
        block.setUserState(self._generation)

    def _swapped(self) -> None:
        self.colours.forget()
        self._watched.contentsChange.disconnect(self._changed)
        self._watched = self._document.qt
        self._watched.contentsChange.connect(self._changed)

    def _opened(self) -> None:
        self.colours.forget()
        self._generation += 1
        self.saw_invisible = False
        self._find_fences()

    def _find_fences(self) -> None:
        """The code blocks of the text; what the front matter holds opens none."""
        post = self._document.post
        start = post.header.body_start
        above = post.text.count("\n", 0, start)
        self._fences = [fence.moved(above) for fence in fences(post.text[start:])]
        self._lines = self._document.qt.blockCount()
        self._header_lines = self._count_header_lines()

    def _changed(self, position: int, _removed: int, added: int) -> None:
        """A line that is typed gets its formats before Qt lays it out; others when they are seen."""
        document = self._watched
        if self._document.is_muted:
            return
        block, lines = document.findBlock(position), document.blockCount()
        growth, self._lines = lines - self._lines, lines
        if growth:
            self.colours.forget_lines()
        self._follow_header(growth)
        if not growth and position + added < block.position() + block.length() and self._line_changed(block):
            return
        first, last = block.blockNumber(), document.findBlock(position + added).blockNumber()
        bounds = any(first <= line <= last for fence in self._fences for line in (fence.first, fence.last))
        if growth or bounds or any(map(may_be_fence, self._texts(block, last))):
            moved = [fence.moved(growth) if fence.first > first else fence for fence in self._fences]
            self._find_fences()
            if moved != self._fences:
                self._generation += 1
                self.stale.emit()
        for _ in range(min(last - first + 1, MAX_BLOCKS)):
            if not block.isValid():
                break
            if first == last and not growth:
                self._document.layout.keep_height(block)
            if not self._is_composed(block):
                self._format(block)
            block = block.next()

    def _follow_header(self, growth: int = 0) -> None:
        """Lines that became front matter, or are none any more, are shown otherwise."""
        known, self._header_lines = self._header_lines, self._count_header_lines()
        if self._header_lines not in (known, known + growth):
            self._generation += 1
            self.stale.emit()

    def _count_header_lines(self) -> int:
        end = self._header_end()
        return self._document.qt.findBlock(end - 1).blockNumber() + 1 if end else 0

    def _line_changed(self, block: QTextBlock) -> bool:
        """Within one line that is no bound of a code block and becomes none, which happens most; False elsewhere."""
        text, line = block.text(), block.blockNumber()
        if may_be_fence(text):
            return False
        for fence in self._fences:
            if line in (fence.first, fence.last):
                return False
        self._document.layout.keep_height(block)
        if not block.layout().preeditAreaText():
            self._format(block)
        return True

    @staticmethod
    def _texts(block: QTextBlock, last: int) -> list[str]:
        found: list[str] = []
        while block.isValid() and block.blockNumber() <= last and len(found) < MAX_BLOCKS:
            found.append(block.text())
            block = block.next()
        return found

    def _format(self, block: QTextBlock) -> None:
        ranges, layout = self._ranges(block), block.layout()
        if ranges or layout.formats():
            layout.setFormats(ranges)
        block.setUserState(self._generation)

    @staticmethod
    def _is_composed(block: QTextBlock) -> bool:
        return bool(block.layout().preeditAreaText())

    def _ranges(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        text, number = block.text(), block.blockNumber()
        if not text.isascii() and ALWAYS.search(text):
            self.saw_invisible = True
        if block.position() < self._header_end():
            return []
        found: list[tuple[int, int, QTextCharFormat]] = []
        fence = next((fence for fence in self._fences if fence.first <= number <= fence.last), None)
        if fence is None:
            marks = list(spans(text))
            found = [(span.start, span.end, self._formats[span.kind]) for span in marks]
            if text.lstrip(" ").startswith("|"):  # cells stand below each other in letters of one width alone
                found.insert(0, (0, len(text), self._table))
            found += [(start, end, self._wrong) for start, end in self.speller(block, marks)]
        elif number in (fence.first, fence.last) and may_be_fence(text):
            found = [(0, len(text), self._formats[Kind.MARK])]
        else:
            found = [(0, len(text), self._formats[Kind.CODE]), *self._coloured(fence, block)]
        if text.isascii() or max(text, default="") <= "\uffff":
            return [_range(start, end, one) for start, end, one in found]
        places = [0]
        for character in text:
            places.append(places[-1] + (2 if character > "\uffff" else 1))
        return [_range(places[start], places[end], one) for start, end, one in found]

    def _coloured(self, fence: Fence, block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
        """The colours of a line of code."""
        lines, size = [], 0
        one = self._document.qt.findBlockByNumber(fence.first + 1)
        while one.isValid() and one.blockNumber() <= fence.last:
            lines.append(one.text())
            size += len(lines[-1]) + 1
            one = one.next()
            if size > MAX_FENCE:
                return []
        at = block.blockNumber() - fence.first - 1
        pieces = self.colours.of_line(fence.first, lines, fence.language.lower(), at)
        return [(start, end, self._code[kind]) for start, end, kind in pieces if kind in self._code]

    def _take_colours(self, fence: int, lines: Sequence[int]) -> None:
        """Lines of a code block have other colours than they were shown with."""
        for line in lines:
            block = self._document.qt.findBlockByNumber(fence + 1 + line)
            if block.isValid():
                block.setUserState(-1)
        self.stale.emit()

    def _header_end(self) -> int:
        document = self._document
        if not document.header_shown and not document.boundary:
            return 0
        return document.boundary or document.to_qt(document.header.span.end)


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, form
    return found


def _formats(colours: Colours) -> dict[Kind, QTextCharFormat]:
    formats = {kind: QTextCharFormat() for kind in Kind}
    dim, accent = QColor(colours.dim), QColor(colours.accent)
    for kind in (Kind.MARK, Kind.COMMENT, Kind.TEMPLATE, Kind.STRUCK):
        formats[kind].setForeground(dim)
    for kind in (Kind.HEADING, Kind.STRONG):
        formats[kind].setFontWeight(QFont.Weight.Bold)
    formats[Kind.EMPHASIS].setFontItalic(True)
    formats[Kind.STRUCK].setFontStrikeOut(True)
    formats[Kind.ADDRESS].setForeground(accent)
    for kind in (Kind.CODE, Kind.TEMPLATE):
        formats[kind].setFontFamilies(monospace_families())
        formats[kind].setBackground(QColor(colours.hover))
    return formats


def _code_formats(colours: Colours, code: QTextCharFormat) -> dict[str, QTextCharFormat]:
    found = {}
    for name, colour in colours.code.items():
        form = QTextCharFormat(code)
        form.setForeground(QColor(colour))
        found[name] = form
    return found
