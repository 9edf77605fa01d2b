"""The story the program exists for: open the sample, change the title, add a tag, write a paragraph, save."""

from editor.text.offsets import utf16_length

PARAGRAPH = "港の朝は静かです。 New words."


def test_the_sample_is_edited_saved_and_undone(user, sample_copy, qtbot):
    original = sample_copy.read_bytes()
    window = user.window
    window.files.open(sample_copy)
    user.wait_for_preview("AIインフラ投資3600億ドル超")

    # the title, in the form
    user.click(window.form.row("title").editor.focusProxy())
    user.press("Ctrl+A")
    user.type('新しい題: a "b"')
    user.wait_for_preview('新しい題: a "b"')

    # a tag
    user.click(window.form.row("tags").editor.focusProxy())
    user.type("港\n")
    assert [chip.item for chip in window.form.row("tags").editor.chips][-1] == "港"

    # a paragraph at the end, before the last line
    user.click(window.pane)
    user.press("Ctrl+End", "Home", "Up")
    user.type(f"\n{PARAGRAPH}\n")
    user.wait_for_preview(PARAGRAPH)

    # a slip, taken back
    user.type("slip")
    user.press("Ctrl+Z")
    assert "slip" not in window.document.post.text

    user.press("Ctrl+S")
    text = original.decode()
    wanted = text.replace(
        'title: "AIインフラ投資3600億ドル超、その真意はどこにあるのか？"', 'title: "新しい題: a \\"b\\""'
    ).replace('"チップ"]', '"チップ", "港"]')
    wanted = wanted.removesuffix("\n---END---") + f"\n{PARAGRAPH}\n\n---END---"
    assert sample_copy.read_bytes().decode() == wanted
    assert not window.document.modified

    # and everything undone
    steps = 0
    while window.document.qt.isUndoAvailable():
        user.press("Ctrl+Z")
        steps += 1
    assert steps < 12
    assert window.document.post.to_bytes() == original
    assert window.form.row("title").editor.text == "AIインフラ投資3600億ドル超、その真意はどこにあるのか？"
    assert [chip.item for chip in window.form.row("tags").editor.chips][-1] == "チップ"
    user.press("Ctrl+S")
    assert sample_copy.read_bytes() == original

    # and done again
    for _ in range(steps):
        user.press("Ctrl+Shift+Z")
    assert window.document.post.to_bytes().decode() == wanted


def test_the_widget_holds_what_the_post_holds(user, sample_copy):
    window = user.window
    window.files.open(sample_copy)
    raw = window.document.qt.toRawText().replace("\u2029", "\n")
    assert raw == window.document.post.text
    assert utf16_length(raw) == window.document.qt.characterCount() - 1
