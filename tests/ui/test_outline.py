"""Going to a heading by keys."""

import pytest

TEXT = "---\ntitle: x\n---\n\n# 港\n\ntext\n\n## Boats\n\ntext\n\n# 山\n"


@pytest.fixture
def post(window, user, tmp_path):
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    return window


def line(window):
    return window.pane.textCursor().block().text()


def test_a_heading_is_found_by_typing_and_by_arrows(post, user):
    post.actions_["outline"].trigger()
    user.type("boa")
    user.press("Return")
    assert line(post) == "## Boats"
    assert post.pane.hasFocus()
    post.actions_["outline"].trigger()
    user.press("Down", "Return")
    assert line(post) == "# 山"


def test_escape_leaves_the_caret_where_it_is(post, user):
    before = post.pane.textCursor().position()
    post.actions_["outline"].trigger()
    user.press("Escape")
    assert not post._outline.isVisible()
    assert post.pane.textCursor().position() == before
