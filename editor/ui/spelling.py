"""Words that the dictionary does not know, marked in the text and mended from its context menu. Nothing leaves this
machine. A word is marked when the caret has left it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from editor.settings import Settings
from editor.text.edit import Edit
from editor.text.offsets import utf16_length
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.plain_text import literal
from editor.ui.text_pane import TextPane
from editor.writing.marks import Span

if TYPE_CHECKING:
    from editor.writing.dictionary import Dictionary
    from editor.writing.spelling import Language, Word

START_MS = 700
"""How long after the window has opened the dictionary is loaded."""
SURVEY_MS = 2_000
"""How long after the last change the text's language is looked at again."""


class Spelling(QObject):
    """Tells the pane which words of a line to mark. `do_check_spelling` is the Edit menu's “Check spelling”."""

    failed = Signal(str)  # why there is no dictionary, for the writer

    def __init__(self, pane: TextPane, document: PostDocument, files: PostFiles, settings: Settings) -> None:
        super().__init__(pane)
        self._pane, self._document, self._files, self._settings = pane, document, files, settings
        self._dictionary: Dictionary | None = None
        self._started = False
        self._language: Language | None = None  # not known yet
        self._blog_uses: set[str] = set()
        self._spared: tuple[int, int] | None = None  # from where to where (UTF-16) the word at the caret is
        self._added: list[QAction] = []
        self._survey = QTimer(self)
        self._survey.setSingleShot(True)
        self._survey.setInterval(SURVEY_MS)
        self._survey.timeout.connect(self._look_at_language)
        document.edited.connect(self._survey.start)
        document.opened.connect(self._look_at_language)
        files.moved.connect(self._take_words)
        pane.cursorPositionChanged.connect(self._moved)
        pane.menu_opening.connect(self._fill)
        pane.highlighter.speller = self.wrong_in

    def start(self) -> None:
        """Load the dictionary, a moment after the window is there."""
        self._started = True
        if self._settings.get("check_spelling"):
            QTimer.singleShot(START_MS, self, self._load)

    def do_check_spelling(self, wanted: bool) -> None:
        self._settings.set("check_spelling", wanted)
        if wanted and self._started:
            self._load()
        else:
            self._dictionary = None
            self._pane.highlighter.format_again()

    def use_words(self, vocabulary: Mapping[str, Iterable[str]]) -> None:
        """Words that the blog uses as tags, categories and names are right."""
        # Unicode: words for people
        self._blog_uses = {word for names in vocabulary.values() for name in names for word in name.split()}
        self._take_words()

    def wrong_in(self, block: QTextBlock, marks: Sequence[Span]) -> list[tuple[int, int]]:
        """Where in a line, in code points, words are that are not known; the one at the caret is not finished yet."""
        if self._dictionary is None or self._language is None:
            return []
        from editor.writing.spelling import words

        known = self._dictionary.is_known
        wrong = [word for word in words(block.text(), self._language, marks) if not known(word.text)]
        if wrong and self._pane.hasFocus() and self._pane.textCursor().block() == block:
            wrong = self._without_caret(block, wrong)
        return [(word.start, word.end) for word in wrong]

    def _load(self) -> None:
        from editor.writing.dictionary import Dictionary, choose_language

        if self._dictionary is not None or not self._settings.get("check_spelling"):
            return
        chosen, system = str(self._settings.get("spelling_language")), QLocale.system().name()
        wanted = [name for name in (chosen, system if system.startswith("en_") else "") if name]
        try:
            self._dictionary = Dictionary(choose_language(wanted))
        except (ImportError, OSError, ValueError) as error:  # everything else works
            self.failed.emit(self.tr("Spelling can’t be checked: {0}").format(error))
            return
        self._take_words()
        self._look_at_language()

    def _take_words(self) -> None:
        """The words that are right though no dictionary has them."""
        if self._dictionary is not None:
            self._dictionary.set_own([*self._settings.get("words"), *self._of_blog(), *self._blog_uses])
            self._pane.highlighter.format_again()

    def _look_at_language(self) -> None:
        """Whether the text, or parts of it, are in the dictionary's language."""
        if self._dictionary is None:
            return
        from editor.writing.spelling import Language, language_of

        field = self._document.header.field("lang")
        named = field.value if field is not None and isinstance(field.value, str) else "en"
        found = language_of(self._document.post.body, self._dictionary.is_known)
        if found is Language.ITS_OWN and not named.lower().startswith("en"):
            found = Language.OTHER
        if found is not self._language:
            self._language = found
            self._pane.highlighter.format_again()

    def _place(self, block: QTextBlock, word: Word) -> tuple[int, int]:
        """From where to where a word of a line is, in UTF-16 units of the post."""
        start = block.position() + utf16_length(block.text()[: word.start])
        return start, start + utf16_length(word.text)

    def _without_caret(self, block: QTextBlock, wrong: list[Word]) -> list[Word]:
        caret = self._pane.textCursor().position()
        for word in wrong:
            start, end = self._place(block, word)
            if start <= caret <= end:
                self._spared = start, end
                return [other for other in wrong if other is not word]
        return wrong

    def _moved(self) -> None:
        """Mark a word that the caret has left."""
        if self._spared is not None and not self._spared[0] <= self._pane.textCursor().position() <= self._spared[1]:
            block = self._document.qt.findBlock(self._spared[0])
            self._spared = None
            self._pane.highlighter.format_again(block)

    # -- the context menu

    def _fill(self, menu: QMenu, position: int) -> None:
        """Put into the menu what can be done about the word at a place (UTF-16)."""
        for action in self._added:
            menu.removeAction(action)
            action.deleteLater()
        self._added.clear()
        found = self._wrong_at(position)
        if found is None or self._dictionary is None:
            return
        start, word = found
        for suggestion in self._dictionary.suggestions(word):
            self._add(menu, suggestion).triggered.connect(partial(self._replace, start, word, suggestion))
        if not self._added:
            self._add(menu, self.tr("No suggestions")).setEnabled(False)
        self._add(menu, "").setSeparator(True)
        self._add(menu, self.tr("“{0}” is right").format(word)).triggered.connect(partial(self._learn, word))
        if self._files.blog is not None:
            of_blog = self._add(menu, self.tr("“{0}” is right in this blog").format(word))
            of_blog.triggered.connect(partial(self._learn_for_blog, word))
        self._add(menu, "").setSeparator(True)

    def _wrong_at(self, position: int) -> tuple[int, str] | None:
        """The unknown word at a place: where it begins (UTF-16), and itself."""
        block, highlighter = self._document.qt.findBlock(position), self._pane.highlighter
        hidden = position < self._document.boundary or self._document.read_only
        if self._dictionary is None or self._language is None or hidden or highlighter.is_code(block):
            return None
        from editor.writing.spelling import words

        for word in words(block.text(), self._language):
            start, end = self._place(block, word)
            if start <= position <= end and not self._dictionary.is_known(word.text):
                return start, word.text
        return None

    def _replace(self, start: int, word: str, suggestion: str) -> None:
        first = self._document.from_qt(start)
        if self._document.post.text[first : first + len(word)] == word:
            self._document.apply(Edit(first, first + len(word), suggestion))
            cursor = QTextCursor(self._document.qt)
            cursor.setPosition(start + utf16_length(suggestion))
            self._pane.setTextCursor(cursor)

    def _learn(self, word: str) -> None:
        self._settings.set("words", sorted({*self._settings.get("words"), word}))
        self._take_words()

    def _learn_for_blog(self, word: str) -> None:
        kept = {**self._settings.get("blog_words"), self._root: sorted({*self._of_blog(), word})}
        self._settings.set("blog_words", kept)
        self._take_words()

    @property
    def _root(self) -> str:
        return str(self._files.blog.root) if self._files.blog is not None else ""

    def _of_blog(self) -> list[str]:
        found = self._settings.get("blog_words").get(self._root, [])
        return [word for word in found if isinstance(word, str)] if isinstance(found, list) else []

    def _add(self, menu: QMenu, text: str) -> QAction:
        """An action above those that the menu always has, below those that were added before."""
        action = QAction(literal(text), menu)
        menu.insertAction(next(one for one in menu.actions() if one not in self._added), action)
        self._added.append(action)
        return action
