"""The document and its post agree after every edit, undo and redo; the hidden header stays hidden."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from editor.header import Generator, Rules
from editor.post.post import Post
from editor.text.edit import Edit
from editor.ui.document import PostDocument

POST = "---\ntitle: x\ntags: [a]\n---\n\nBody 🎉 one\nline two\n"
pieces = st.sampled_from(["a", "日", "🎉", "\n", "x\ny", "\u00a0", "\u2028", "", "---\n", "\0", "\x1b"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.floats(0, 1), st.floats(0, 0.2), pieces),
        st.tuples(st.just("set"), st.sampled_from(["title", "tags", "new"]), st.text(alphabet="ab 日:🎉", max_size=4)),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
    ),
    max_size=14,
)


def opened(data, **options):
    document = PostDocument()
    document.open(Post.from_bytes(data), **options)
    return document


def shown(document):
    return document.qt.toRawText().replace("\u2029", "\n")


def visible_lines(document):
    block, lines = document.qt.begin(), []
    while block.isValid():
        if block.isVisible():
            lines.append(block.text())
        block = block.next()
    return lines


def check(document):
    assert document.post.text == shown(document)
    position = document.boundary
    block = document.qt.begin()
    while block.isValid():
        assert block.isVisible() == (block.position() >= position)
        block = block.next()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [POST, POST.replace("\n", "\r\n"), "Body only\n", "a\r\nb\nc\r\n", "---\ntitle: x\n---", "\ufeff\ufeffa\0\nb"]
    ),
    steps,
)
def test_document_and_post_agree_after_random_steps(qapp, text, todo):
    data = text.encode()
    document = opened(data)
    check(document)
    for step in todo:
        match step:
            case ("edit", low, size, new):
                start = document.from_qt(document.visible_position(round(low * document.qt.characterCount())))
                end = min(document.post.length, start + round(size * document.post.length))
                document.apply(Edit(start, end, new))
            case ("set", key, value):
                if document.header.by_field:
                    document.apply(document.post.set_value(key, [value] if key == "tags" else value))
            case ("undo",):
                document.undo()
            case _:
                document.redo()
        check(document)
    while document.qt.isUndoAvailable():
        document.undo()
        check(document)
    assert document.post.to_bytes() == data
    assert not document.modified


def test_letters_typed_in_one_visit_are_one_step(qapp):
    document, visit = opened(POST.encode()), object()
    for text in ("y", "yo", "you"):
        document.apply(document.post.set_value("title", text), visit)
    document.apply(document.post.set_value("title", "other"), object())
    document.undo()
    assert document.header.field("title").value == "you"
    document.undo()
    assert document.post.text == POST


def test_lines_added_to_the_hidden_header_are_hidden_also_after_undo_and_redo(qapp):
    document = opened(POST.encode())
    body = visible_lines(document)
    document.apply(document.post.set_value("layout", "post"))
    assert visible_lines(document) == body
    document.undo()
    document.redo()
    assert visible_lines(document) == body
    assert body == ["Body 🎉 one", "line two", ""]


def test_a_broken_header_is_shown_and_comes_back_to_the_form_when_corrected(qapp):
    document = opened(b"---\ntitle: 'x\n---\n\nBody")
    assert document.boundary == 0
    seen = []
    document.header_changed.connect(lambda: seen.append(document.header.by_field))
    document.apply(Edit(13, 13, "'"))
    assert seen == [True]
    document.show_header(False)
    assert visible_lines(document) == ["Body"]


def test_a_header_made_by_the_form_is_hidden_and_goes_with_undo(qapp):
    document = opened(b"Body")
    document.apply(document.post.set_value("title", "x"))
    assert visible_lines(document) == ["Body"]
    document.undo()
    assert visible_lines(document) == ["Body"]
    assert document.boundary == 0


def test_a_header_typed_by_hand_stays_in_sight(qapp):
    document = opened(b"")
    for character in "---\nx: 1\n---\n":
        cursor = QTextCursor(document.qt)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(character)
    assert document.header.field("x").value == 1
    assert visible_lines(document) == ["---", "x: 1", "---", ""]


@pytest.mark.parametrize("character", ["\u00a0", "\u2028", "\u200b", "\ufeff", "\ufffc", "\x0b", "\x85"])
def test_unusual_characters_survive(qapp, character):
    text = f"---\ntitle: x\n---\n\na{character}b\n"
    document = opened(text.encode())
    document.apply(Edit(document.post.length, document.post.length, f"z{character}"))
    check(document)
    assert document.post.to_bytes() == f"{text}z{character}".encode()


def test_lines_are_spaced_by_the_factor_of_the_size(qapp):
    document = opened(POST.encode())
    document.set_spacing(1.7)
    font = document.qt.defaultFont()
    font.setPixelSize(20)
    document.qt.setDefaultFont(font)
    document.layout.font_changed()
    assert document.layout.pitch == 34


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("\n\n---\ntitle: x\n---\nBody\n", ["Body", ""]),
        (" --- # note\ntitle: x\n---\n\nBody\n", ["Body", ""]),
        ("---\ntitle: x\n-----\nBody\n", ["Body", ""]),
        ("---\ntitle: x\n--- text\nBody\n", ["--- text", "Body", ""]),
        ('\n{"title": "x"}\nBody\n', ["Body", ""]),
        ('{"title": "x"} Body\n', ['{"title": "x"} Body', ""]),
        ("---\ntitle: x\n-----", [""]),
    ],
)
def test_what_hugo_reads_as_front_matter_is_hidden_and_no_text_is(qapp, text, lines):
    document = PostDocument()
    document.open(Post.from_bytes(text.encode(), Rules(Generator.HUGO)))
    check(document)
    assert visible_lines(document) == lines or (not "".join(lines) and not visible_lines(document))
    document.apply(document.post.set_value("title", "New title"))
    check(document)
    assert document.post.text == text.replace("x", "New title", 1)
    lines = [line.replace('"x"', '"New title"') for line in lines]
    assert visible_lines(document) == lines or (not "".join(lines) and not visible_lines(document))
