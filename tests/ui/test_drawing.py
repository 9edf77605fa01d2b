"""What the text pane draws after an edit is what it draws of the same text when that is opened.

The first painting after the edit counts: nothing may be asked of the layout before it.
"""

import random
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.header import Refused
from editor.post.post import Post
from editor.text.edit import Edit
from editor.text.source import Source, decode
from editor.ui.document import PostDocument
from editor.ui.text_look import TextLook
from editor.ui.text_pane import TextPane
from editor.ui.theme.tokens import LIGHT
from editor.writing.search import Query, find, replace_all

HEAD = "---\ntitle: x\ntags: [a, b]\n---\n\n"


class Sight:
    """A pane with a post, and what it draws."""

    def __init__(self, qtbot, text, like=None):
        self.document = PostDocument()
        self.pane = TextPane(self.document, LIGHT, TextLook())
        qtbot.addWidget(self.pane)
        self.pane.resize(420, 1600)  # so that hardly anything scrolls
        self.pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.pane.setCursorWidth(0)
        self.pane.show()
        self.document.open(Post(Source(text)))
        if like is not None:
            self.document.show_header(like.header_shown)
            before, self.document._boundary = self.document.boundary, like.boundary  # not after a header typed by hand
            self.document._hide_header(before, whole=True)
        self.pane.setFocus()

    def draw(self):
        return self.pane.viewport().grab().toImage()

    @property
    def text(self):
        return self.document.post.text


def assert_drawn(sight, qtbot, what):
    drawn = sight.draw()
    fresh = Sight(qtbot, sight.text, sight.document)
    cursor = sight.pane.textCursor()
    fresh.pane.select(cursor.anchor(), cursor.position())
    fresh.draw()  # lays all lines out, so that the scroll bar means the same
    fresh.pane.verticalScrollBar().setValue(sight.pane.verticalScrollBar().value())
    assert drawn == fresh.draw(), what
    fresh.pane.close()


def replace(sight, needle, new, *, as_one=False):
    edits = replace_all(sight.text, find(sight.text, Query(needle), new))
    if edits and as_one:
        start, end = edits[-1].start, edits[0].end
        edits = [Edit(start, end, sight.text[start:end].replace(needle, new))]
    sight.document.apply_all(edits)


@pytest.mark.parametrize("head", ["", HEAD])
@pytest.mark.parametrize(
    "body", ["A cat and a cat sit here.\n\nother para", "cat cat\n\nx", "The 猫 cat cat", "cat𠮷cat\ncat"]
)
@pytest.mark.parametrize("new", ["dog", "", "a longer word that makes the first line of the text wrap", "魚\n魚"])
@pytest.mark.parametrize("as_one", [True, False])
def test_replacing_all_draws_every_line(qtbot, head, body, new, as_one):
    sight = Sight(qtbot, head + body)
    sight.draw()
    replace(sight, "cat", new, as_one=as_one)
    assert_drawn(sight, qtbot, "replaced")
    sight.pane.undo_step()
    assert_drawn(sight, qtbot, "undone")
    sight.pane.redo_step()
    assert_drawn(sight, qtbot, "done again")


def test_a_word_typed_over_the_last_one_of_a_line_is_drawn(qtbot):
    sight = Sight(qtbot, HEAD + "first and last\n\nother")
    sight.draw()
    at = sight.document.to_qt(sight.text.index("last"))
    sight.pane.select(at, at + 4)
    sight.draw()
    sight.document.apply(Edit(len(HEAD) + 10, len(HEAD) + 14, "other"))
    assert_drawn(sight, qtbot, "replaced")


def typed(sight, dice):
    low = sight.document.visible_position(0)
    at = min(low + dice.choice([0, 0, 1, 2, 5, 30]), sight.document.qt.characterCount() - 1)
    other = dice.choice([at, at, min(at + 4, sight.document.qt.characterCount() - 1)])
    sight.pane.select(at, other)
    sight.draw()
    if dice.random() < 0.5:
        QTest.keyClicks(sight.pane, dice.choice(["word", "#", "- x", "-", "`", "  "]))
    else:
        key = dice.choice([Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab])
        QTest.keyClick(sight.pane, key)


def by_form(sight, dice):
    if not sight.document.header.by_field or sight.document.header.error is not None:
        return
    key = dice.choice(["title", "tags", "new"])
    with suppress(Refused):
        if dice.random() < 0.3 and sight.document.header.field(key) is not None:
            sight.document.apply(sight.document.post.unset(key))
        else:
            sight.document.apply(sight.document.post.set_value(key, dice.choice(["x", "a: b", "two\nlines", "魚 𠮷"])))


def at_the_boundary(sight, dice):
    at = sight.document.from_qt(sight.document.boundary)
    start = max(0, at - dice.choice([0, 0, 1, 2, 4, 9]))
    end = min(len(sight.text), at + dice.choice([0, 0, 1, 3, 12, 40]))
    start = min(start, end)
    sight.document.apply(Edit(start, end, dice.choice(["", "cat\ncat", "\n", "---\n", "x\n\ny cat", "\n---\n\n"])))


def several(sight, dice):
    text, edits, end = sight.text, [], len(sight.text)
    while end > 2 and len(edits) < 4:
        start = dice.randint(0, end - 1)
        edits.append(Edit(start, dice.randint(start, end - 1), dice.choice(["", "cat", "\n", "a\nb\n", "魚"])))
        end = start
    assert text
    sight.document.apply_all(edits)


def reloaded(sight, dice):
    lines = sight.text.split("\n")
    lines.insert(dice.randint(0, len(lines)), dice.choice(["new cat", "", "魚 " * 60]))
    del lines[dice.randint(0, len(lines) - 1)]
    sight.document.reload(Post(decode("\n".join(lines).encode())))


def undone(sight, dice):
    for _ in range(dice.randint(1, 3)):
        dice.choice([sight.pane.undo_step, sight.pane.undo_step, sight.pane.redo_step])()


def swap(sight, dice):
    replace(sight, *dice.sample(["cat", "dog", "fish and chips", "猫"], 2), as_one=dice.random() < 0.5)


def toggled(sight, _dice):
    sight.document.show_header(not sight.document.header_shown)


STEPS = [typed, by_form, at_the_boundary, several, reloaded, undone, swap, swap, undone, toggled]


@pytest.mark.parametrize("seed", range(12))
def test_any_edits_at_the_hidden_boundary_are_drawn(qtbot, seed, cases):
    dice = random.Random(seed)
    body = dice.choice(
        ["A cat and a cat sit here.\n\nother para\n", "cat cat\n\n\n```\ncat\n```\n\n" + "猫 cat\n" * 30]
    )
    sight = Sight(qtbot, dice.choice([HEAD, HEAD[:-1], ""]) + body)
    sight.draw()
    done = []
    for _ in range(cases(12, 0.05)):
        step = dice.choice(STEPS)
        step(sight, dice)
        done.append((step.__name__, sight.text))
        assert_drawn(sight, qtbot, done[-3:])
