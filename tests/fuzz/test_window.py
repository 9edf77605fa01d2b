"""Damaged posts through the real window: opened, edited in the form and in the text, undone, saved; no byte is lost."""

import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from editor.ui.sheet import text_between
from tests.fuzz.finds import FINDS
from tests.fuzz.mutator import no_hang

TYPED = ("", "x", "日本: #", "1", "true", "'", "2026-01-02", "a, b")


def go_through(window, path, data, seed):
    """One post; what became of it: "looked at", "edited" or "refused" (by the form)."""
    dice = random.Random(seed)
    document, form = window.document, window.form
    path.write_bytes(data)
    window.files.open(path, here=True)
    if document.read_only:
        assert not window.files.save()
        assert path.read_bytes() == data
        return "looked at"
    text = document.post.text
    assert document.post.to_bytes() == data
    assert text_between(document.qt, 0, document.qt.characterCount() - 1) == text
    rows = list(form._rows)
    for key in dice.sample(rows, min(2, len(rows))):
        if key in form._rows:  # a value of another kind may take a group's rows away
            form._edits.set_typed(form.row(key), dice.choice(TYPED))
    by_form = document.post.text != text
    cursor = window.pane.textCursor()
    cursor.setPosition(document.visible_position(document.to_qt(dice.randint(0, document.post.length))))
    cursor.insertText(dice.choice(("x", "朝", "\n", "- ", "```\n")))
    saved = window.files.save()
    if saved or document.field_texts:  # a refused field stays unsaved, all else is written
        assert not document.text_modified or "was not saved" in window.messages.text
    else:
        assert "was not saved" in window.messages.text  # its encoding may lack a character
    while document.qt.isUndoAvailable():
        document.undo()
    assert document.post.text == text
    assert document.post.to_bytes() == data
    document.drop_field_text(())
    assert window.files.save(), window.messages.text
    assert path.read_bytes() == data
    return "edited" if by_form else "refused"


def test_damaged_posts(still, mutator, cases, tell, tmp_path):
    found = {"looked at": 0, "edited": 0, "refused": 0}
    for number in range(cases(250)):
        data = mutator.mutant(number)
        QCoreApplication.processEvents()  # no loop does it here: what waits would grow, and slow all down
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        with no_hang(f"mutant {number}"):
            found[go_through(still, tmp_path / "post.md", data, number)] += 1
    assert found["edited"] > 50
    tell(f"damaged posts in the window, no byte lost: {found}")


@pytest.mark.parametrize("find", FINDS, ids=lambda path: path.name)
def test_what_was_found_before(still, tmp_path, find):
    for seed in range(5):
        with no_hang(find.name):
            go_through(still, tmp_path / "post.md", find.read_bytes(), seed)
