"""What is pasted or dropped and is more than plain text: addresses, rich text, cells; pictures are for their taker.

HTML and cells are turned into markdown by a worker process, which also finds how a long text fits its place. What is
typed until then goes behind the paste; keys that mean more than a letter wait for it. Escape and Undo give it up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication

from editor.header import Generator, Header
from editor.text.edit import Edit, map_all
from editor.text.white_space import TYPED_SPACE
from editor.ui.document import UNHOLDABLE
from editor.ui.stopped import reason
from editor.ui.tasks import Lane, Tasks
from editor.writing.change import Change
from editor.writing.insert import is_address, link
from editor.writing.late import late, parts

if TYPE_CHECKING:
    from editor.tasks.answer import Answer
    from editor.ui.text_pane import TextPane
    from editor.writing.templates import Templates

MAX_HTML: Final = 2_000_000
"""Longer HTML is pasted as its text."""
MAX_ADDRESS: Final = 4_000
"""A longer text is no address, in characters."""
SHORT: Final = 2_000
"""How long a text, and the line that it is pasted into, may be for the window to fit it to its place itself."""
SHORT_POST: Final = 100_000
"""How long the post may be for that, in characters: what a place is depends on all that is above it."""
TOLD_AFTER_MS: Final = 300
"""Quicker conversions are not told of."""
COMPOSING_MS: Final = 50
"""How often it is looked whether an input method has ended its composition: nothing is put into the text until then."""


class PictureTaker(Protocol):
    """Whoever puts pasted and dropped pictures into the text."""

    def wants(self, source: QMimeData) -> bool:
        """Whether it is pictures."""

    def take(self, source: QMimeData) -> bool:
        """Put them in."""


_QT_MARKS: Final = re.compile(f"[{UNHOLDABLE}]")


def plain_text(source: QMimeData) -> str:
    """Return the text of what is pasted, as a Qt document can hold it: its line ends, and no marks of Qt's own."""
    text = source.text()
    if not text and source.hasHtml():
        from editor.writing.html_text import text_of  # Qt's own reader takes minutes for HTML that is made to

        text = text_of(source.html())
    return _QT_MARKS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n"))


def one_line(text: str) -> str:
    """Return a text for a field of one line: its lines in a row, with a space between."""
    return " ".join(filter(None, (line.strip(" \t") for line in re.split("[\n\r\u2028\u2029]", text))))


def has_files(source: QMimeData) -> bool:
    """Whether files are dropped, which the window opens."""
    return source.hasUrls() and any(url.isLocalFile() for url in source.urls())


@dataclass(slots=True, eq=False)
class _Paste:
    """A paste that is being converted.

    Attributes:
        place: where it goes, in code points; it follows edits. removed: what was selected.
        plain: its text; html: "" where it has none, or none that is converted; rich: it has HTML.
        asked: the post's text for which the worker was asked, with what was selected; None before that.
        start, low: where it went then, and where what the worker got began. edits: what was done since.
        touched: the text was edited meanwhile. told: why it could not be converted.

    """

    number: int
    qt: QTextDocument
    place: int
    removed: str
    plain: str
    html: str
    rich: bool
    asked: str | None = None
    start: int = 0
    low: int = 0
    edits: list[Edit] = field(default_factory=list)
    touched: bool = False
    told: Answer | None = None

    @property
    def topic(self) -> str:
        """The name of its task."""
        return f"paste {self.number}"


class Pasting(QObject):
    """What is pasted into one pane, in the order in which it was."""

    told = Signal(str)  # how a paste ended, where that is not as wanted
    waiting = Signal(bool)  # whether a conversion takes long enough to say so

    def __init__(self, pane: TextPane) -> None:
        super().__init__(pane)
        self._pane, self._document = pane, pane.post_document
        self._tasks = Tasks(self, Lane.PROMPT)
        self._pastes: list[_Paste] = []
        self._held: list[QKeyEvent] = []
        self._putting = False  # the text of a paste goes in now
        self._number = 0
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(TOLD_AFTER_MS)
        self._slow.timeout.connect(lambda: self.waiting.emit(True))
        self._document.edited.connect(self._follow)
        self._document.swapped.connect(self._leave)
        self._document.opened.connect(self._leave)

    @property
    def is_waiting(self) -> bool:
        """Whether something that was pasted is not in the text yet."""
        return bool(self._pastes)

    def paste(self, source: QMimeData) -> bool:
        """Paste rich text, cells and addresses as markdown, and a text so that it fits its place.

        In code and HTML everything is plain.

        Returns:
            False where the text is to be pasted as it is.

        """
        pane, document = self._pane, self._document
        address, selected = source.text().strip(TYPED_SPACE), pane.textCursor().selectedText()
        may_link = len(address) <= MAX_ADDRESS and selected.strip(TYPED_SPACE) and "\u2029" not in selected
        if may_link and is_address(address) and not is_address(selected[:MAX_ADDRESS]):
            return pane.change(lambda text, start, end: link(text, start, end, address))
        at = document.from_qt(pane.textCursor().selectionStart())
        if not pane.hasFocus() or document.read_only or pane.is_composing or at < document.header.body_start:
            return False
        plain, html = plain_text(source), source.html() if source.hasHtml() else ""
        if not plain and not html:
            return False
        fits = max(len(plain), pane.textCursor().block().length()) <= SHORT and document.post.length <= SHORT_POST
        if html or "\t" in plain or self._pastes or not fits:
            self._convert(plain, html)
            return True
        from editor.writing.paste import pasted

        templates, hidden = _templates(document.header), self._low() - document.from_qt(document.visible_position(0))

        def fit(text: str, start: int, end: int) -> Change | None:
            change = pasted(text[hidden:], start - hidden, end - hidden, plain, templates=templates)
            return change and change.moved(hidden)

        return pane.change(fit)

    def holds(self, event: QKeyEvent) -> bool:
        """Take a key that has to wait for a paste, or that gives it up; letters go on at once."""
        if not self._pastes:
            return False
        if event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo):
            return self.give_up()
        text, control = event.text(), Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if not self._held and text and text.isprintable() and not event.modifiers() & control:
            return False
        if event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            return False
        self._held.append(QKeyEvent(event.type(), event.key(), event.modifiers(), text, event.isAutoRepeat()))
        return True

    def give_up(self) -> bool:
        """Give the last paste up: what was selected comes back. False where nothing is being converted."""
        if not self._pastes:
            return False
        paste = self._pastes[-1]
        self._tasks.forget(paste.topic)
        self._put(paste, [(Edit(paste.place, paste.place, paste.removed), True)])
        return True

    def settle(self) -> None:
        """Put what is still being converted in as its text: the post is about to be closed."""
        while self._pastes:
            paste = self._pastes[0]
            self._tasks.forget(paste.topic)
            self._put(paste, [(Edit(paste.place, paste.place, paste.plain or paste.removed), True)])

    def _low(self) -> int:
        """Where the text begins that a paste fits into."""
        document = self._document
        return max(document.from_qt(document.visible_position(0)), document.header.body_start)

    # -- converting

    def _convert(self, plain: str, html: str) -> None:
        document, cursor = self._document, self._pane.textCursor()
        start, end = document.from_qt(cursor.selectionStart()), document.from_qt(cursor.selectionEnd())
        removed = document.post.text[start:end]
        if removed:
            document.apply(Edit(start, end, ""))
        self._number += 1
        short = html if len(html) <= MAX_HTML else ""
        self._pastes.append(_Paste(self._number, document.qt, start, removed, plain, short, rich=bool(html)))
        if not self._slow.isActive():
            self._slow.start()
        if len(self._pastes) == 1:
            self._ask(self._pastes[0])

    def _ask(self, paste: _Paste) -> None:
        """Have it converted for the text as it is now. The next paste is asked for when this one is in the text."""
        text = self._document.post.text
        paste.asked = text[: paste.place] + paste.removed + text[paste.place :]
        paste.start, paste.low, paste.edits = paste.place, min(self._low(), paste.place), []
        start = paste.start - paste.low
        request: dict[str, Any] = {"task": "paste", "text": paste.asked[paste.low :], "start": start}
        request |= {"end": start + len(paste.removed), "plain": paste.plain, "html": paste.html, "rich": paste.rich}
        request["templates"] = _templates(self._document.header).name
        self._tasks.ask(paste.topic, request, partial(self._take, paste))

    def _take(self, paste: _Paste, answer: Answer) -> None:
        if paste not in self._pastes:
            return
        if self._pane.is_composing:
            QTimer.singleShot(COMPOSING_MS, self, partial(self._take, paste, answer))
            return
        if answer.stop is not None:
            paste.told = paste.told or answer
            if paste.html:  # its text may fit all the same
                paste.html = ""
                self._ask(paste)
                return
        edits = self._edits(paste, answer)
        if edits is None:
            self._ask(paste)
            return
        self._put(paste, edits)
        if paste.told is not None:
            self.told.emit(
                self.tr("Pasted as plain text: its formatting can’t be converted ({0}).").format(reason(paste.told))
            )

    def _edits(self, paste: _Paste, answer: Answer) -> list[tuple[Edit, bool]] | None:
        """What puts it in, each with whether a caret there goes behind it; None where it has to be converted anew."""
        if "edit" not in answer.result:  # with nothing in it, what was selected stays
            written = (answer.stop is not None and paste.plain) or paste.removed
            return [(Edit(paste.place, paste.place, written), True)]
        assert paste.asked is not None
        change = Change.at(Edit(*answer.result["edit"]), answer.result["caret"]).moved(paste.low)
        found = late(paste.asked, paste.start, paste.start + len(paste.removed), change, paste.edits)
        if found is None:
            return None
        text = self._document.post.text
        behind, before = found
        return [*((edit, False) for edit in parts(text, behind)), *((edit, True) for edit in parts(text, before))]

    def _put(self, paste: _Paste, edits: Sequence[tuple[Edit, bool]]) -> None:
        """Make a paste's edits, and do what waited for it."""
        document, cursor = self._document, self._pane.textCursor()

        def moved(place: int) -> int:
            for edit, after in edits:
                place = edit.map(place, after=after)
            return place

        ends = [moved(document.from_qt(place)) for place in (cursor.anchor(), cursor.position())]
        number, touched = self._pastes.index(paste), paste.touched
        if paste.qt is document.qt and (real := [edit for edit, _ in edits if edit.new or edit.start != edit.end]):
            self._putting = True
            document.apply_all(real, joined=bool(paste.removed) and not touched)
            self._putting = False
            for other in self._pastes[:number]:
                other.place = map_all(real, other.place)
                other.edits += real
            for other in self._pastes[number + 1 :]:
                other.place = moved(other.place)
            for other in self._pastes:
                other.touched = True
            now = self._pane.textCursor()
            wanted = [document.to_qt(place) for place in ends]
            if [now.anchor(), now.position()] != wanted and not self._pane.is_composing:
                self._pane.select(*wanted)
        self._pastes.remove(paste)
        if not touched:
            self._pane.ensureCursorVisible()
        self._done()

    def _done(self) -> None:
        if self._pastes:
            if self._pastes[0].asked is None:
                self._ask(self._pastes[0])
            return
        self._slow.stop()
        self.waiting.emit(False)
        held, self._held = self._held, []
        for number, event in enumerate(held):
            if self._pastes:  # one of them pasted again
                self._held += held[number:]
                return
            QApplication.sendEvent(self._pane, event)

    def _follow(self, edit: Edit) -> None:
        """What is typed where a paste goes stands behind it."""
        if self._putting:
            return
        for paste in self._pastes:
            paste.place = edit.map(paste.place)
            paste.edits.append(edit)
            paste.touched = True

    def _leave(self) -> None:
        """Another post is shown: what is not converted yet goes into none."""
        if not self._pastes:
            return
        for paste in self._pastes:
            self._tasks.forget(paste.topic)
        self._pastes.clear()
        self._held.clear()
        self._done()
        self.told.emit(self.tr("The last paste was dropped: it was still being converted. Paste it again."))


def _templates(header: Header) -> Templates:
    """What the post's blog runs in code."""
    from editor.render.templates.expander import is_switched_off
    from editor.writing.templates import Templates

    generator = header.rules.generator
    if is_switched_off(generator, header):
        return Templates.NONE
    return {
        Generator.JEKYLL: Templates.LIQUID,
        Generator.ELEVENTY: Templates.LIQUID,
        Generator.HUGO: Templates.HUGO,
    }.get(generator, Templates.NONE)
