"""In the real window: a post that is a link out of the blog is named, opened on purpose, and saved where it leads."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from editor.text.edit import Edit
from editor.ui.library.rows import ROW
from tests import files
from tests.security.test_outside import INSIDE, NAME, OUT, SECRET, everything


@pytest.fixture
def ground(tmp_path):
    files.write(
        tmp_path,
        {
            "blog/_config.yml": "title: x\n",
            "blog/_posts/2026-01-01-a.md": INSIDE,
            "out/secret.md": OUT,
            "out/b.png": "x",
        },
    )
    (tmp_path / "blog" / NAME).symlink_to("../../out/secret.md")
    return tmp_path


@pytest.fixture
def library(window, qtbot, ground):
    window.files.open(ground / "blog/_posts/2026-01-01-a.md")
    window.actions_["show_library"].trigger()
    qtbot.waitUntil(lambda: window.library.rows.rowCount() == 2, timeout=30_000)
    qtbot.waitUntil(lambda: not window.library.reader.is_reading, timeout=30_000)
    return window.library


def row_of(library, path):
    rows = (library.rows.index(row) for row in range(library.rows.rowCount()))
    return next(index for index in rows if index.data(ROW).path == path)


def test_the_library_names_it_and_opens_it_on_purpose(library, window, qtbot, ground):
    index, target = row_of(library, NAME), ground / "out/secret.md"
    assert "leads out of the blog" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert SECRET not in "".join(str(index.data(role)) for role in range(300))
    library._open(index)
    qtbot.waitUntil(lambda: window.files.path == ground / "blog" / NAME, timeout=10_000)
    assert str(target) in window.messages.text
    assert "link out of the blog" in window.messages.text
    window.document.apply(Edit(window.document.post.length, window.document.post.length, "typed"))
    assert window.files.save()
    assert os.readlink(ground / "blog" / NAME) == "../../out/secret.md"
    assert target.read_text() == f"{OUT}typed"
    assert sorted(everything(ground / "out")) == ["b.png", "secret.md"]
    assert library.reader.blog.root == ground / "blog", "it belongs to the blog that builds it"
    QApplication.processEvents()


def test_opening_the_blog_does_not_open_it(window, ground):
    """It would be the newest."""
    window.opening.open(ground / "blog")
    assert window.files.path == ground / "blog/_posts/2026-01-01-a.md"
    assert SECRET not in window.document.post.text


def test_a_new_post_is_not_saved_outside(window, ground, monkeypatch):
    """The folder became a link between the plan and the first save."""
    from editor.blog.site import blog_of

    post = ground / "blog/_posts/2026-01-01-a.md"
    planned, blog = ground / "blog/_posts/2026-01-03-new.md", blog_of(post)
    window.files.start(planned, blog, INSIDE.encode())
    os.rename(planned.parent, ground / "was")
    planned.parent.symlink_to("../out")
    asked = []
    monkeypatch.setattr(window.files, "save_as", lambda: bool(asked.append(True)))
    before = everything(ground / "out")
    assert not window.files.save()
    assert asked == [True]
    assert "leads out of the blog" in window.messages.text
    assert everything(ground / "out") == before


def test_a_pasted_picture_does_not_leave_the_blog(window, ground, qtbot):
    post = ground / "blog/_posts/2026-01-01-a.md"
    (ground / "blog/assets").symlink_to("../out")
    picture = ground / "c.png"
    picture.write_bytes(_png())
    window.files.open(post)
    before = everything(ground / "out")
    window.pane.setFocus()
    window.pictures.add_files([picture])
    assert everything(ground / "out") == before
    assert [path.suffix for path in post.parent.iterdir()].count(".png") == 1, window.messages.text
    QApplication.processEvents()


def test_a_chosen_picture_that_is_a_pipe_is_refused(window, ground):
    window.files.open(ground / "blog/_posts/2026-01-01-a.md")
    os.mkfifo(ground / "d.png")
    window.pictures.add_files([ground / "d.png"])
    assert "d.png" in window.messages.text


def _png():
    import io

    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (4, 4)).save(data, "PNG")
    return data.getvalue()
