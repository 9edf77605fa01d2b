"""Pictures in the real window: pasted, dropped, chosen; where they are saved, what the text says, what undo does."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from editor.post.picture_files import width_of
from tests.ui.user import pasted

POST = "_posts/2026-05-09-umi.md"
TEXT = "---\ntitle: 'Sea'\n---\n\nText\n"


@pytest.fixture(autouse=True)
def _trash(tmp_path, monkeypatch):
    """The trash, in the test's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()


@pytest.fixture
def in_blog(window, user, tmp_path):
    """A Jekyll post open, the caret at the end of its text."""
    path = tmp_path / "blog" / POST
    path.parent.mkdir(parents=True)
    (tmp_path / "blog" / "_config.yml").write_text("title: x\n")
    path.write_text(TEXT)
    window.files.open(path)
    user.click(window.pane)
    user.press("Ctrl+End")
    return window


def png(path: Path, size=(40, 20), colour="red") -> Path:
    Image.new("RGB", size, colour).save(path)
    return path


def copy_image():
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QApplication.clipboard().setImage(image)


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    pane = window.pane
    end = QPointF(pane.cursorRect().center())
    copy, button, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(pane.viewport(), QDragEnterEvent(end.toPoint(), copy, data, button, plain))
    QApplication.sendEvent(pane.viewport(), QDropEvent(end, copy, data, button, plain))


def test_a_pasted_picture_is_saved_and_asks_what_it_shows(in_blog, user, tmp_path):
    copy_image()
    user.press("Ctrl+V")
    user.type("海")
    user.press("Ctrl+S")
    assert (tmp_path / "blog" / POST).read_text() == TEXT + "![海](/assets/images/umi.png)"
    assert width_of((tmp_path / "blog/assets/images/umi.png").read_bytes()) == 30


def test_two_pictures_get_two_names_and_a_preview(in_blog, user, qtbot, tmp_path):
    copy_image()
    user.press("Ctrl+V")
    user.press("Ctrl+End", "Return", "Return")
    drop(in_blog, png(tmp_path / "photo.png"))
    assert in_blog.document.post.body == "Text\n![](/assets/images/umi.png)\n\n![](/assets/images/umi-2.png)"
    assert (tmp_path / "photo.png").exists()
    script = "[...document.images].filter(i => i.naturalWidth > 0).length"
    found = []

    def shown():
        in_blog.preview.page.runJavaScript(script, 1, found.append)
        return found[-1:] == [2]

    qtbot.waitUntil(shown, timeout=20_000)


def test_undo_puts_the_file_into_the_trash_and_redo_brings_it_back(in_blog, user, qtbot, tmp_path):
    saved = tmp_path / "blog/assets/images/umi.png"
    copy_image()
    user.press("Ctrl+V")
    data = saved.read_bytes()
    user.press("Ctrl+Z")
    assert in_blog.document.post.text == TEXT
    qtbot.waitUntil(lambda: not saved.exists())
    assert [path.read_bytes() for path in (tmp_path / "data/Trash/files").iterdir()] == [data]
    user.press("Ctrl+Shift+Z")
    qtbot.waitUntil(saved.exists)
    assert saved.read_bytes() == data


def test_a_picture_of_the_folder_is_named_and_not_copied(in_blog, tmp_path):
    folder = tmp_path / "blog/assets/images"
    folder.mkdir(parents=True)
    drop(in_blog, png(folder / "harbour.png"))
    assert "![](/assets/images/harbour.png)" in in_blog.document.post.body
    assert [path.name for path in folder.iterdir()] == ["harbour.png"]


def test_undo_never_takes_a_file_away_that_was_there_before(in_blog, user, qtbot, tmp_path):
    folder = tmp_path / "blog/assets/images"
    folder.mkdir(parents=True)
    harbour = png(folder / "harbour.png", (2400, 10))
    same = png(folder / "umi.png")
    drop(in_blog, harbour)
    assert not in_blog.messages.buttons  # it is not ours to make narrower
    user.press("Ctrl+End")
    drop(in_blog, png(tmp_path / "copy.png"))
    assert "(/assets/images/umi.png)" in in_blog.document.post.body
    user.press("Ctrl+Z", "Ctrl+Z")
    assert in_blog.document.post.text == TEXT
    qtbot.wait(50)
    assert harbour.is_file()
    assert same.is_file()


def test_one_bad_file_of_several_leaves_nothing_behind(in_blog, tmp_path):
    (tmp_path / "bad.png").write_text("hello")
    drop(in_blog, png(tmp_path / "good.png"), tmp_path / "bad.png")
    assert in_blog.document.post.text == TEXT
    assert not list((tmp_path / "blog").rglob("*.png"))


def test_a_folder_that_leads_out_of_the_blog_is_not_used(in_blog, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "blog/assets").mkdir()
    (tmp_path / "blog/assets/images").symlink_to(tmp_path / "outside")
    drop(in_blog, png(tmp_path / "photo.png"))
    assert not list((tmp_path / "outside").iterdir())
    assert (tmp_path / "blog/_posts/umi.png").is_file()


def test_a_file_that_is_no_picture_is_refused_and_nothing_changes(in_blog, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_text("hello")
    drop(in_blog, bad)
    assert in_blog.document.post.text == TEXT
    assert "bad.png was not put into the post" in in_blog.messages.text
    assert not (tmp_path / "blog/assets").exists() or not list((tmp_path / "blog/assets/images").iterdir())


def test_a_post_that_is_dropped_is_for_the_window(in_blog, tmp_path):
    other = tmp_path / "blog/_posts/2026-01-01-other.md"
    other.write_text("---\ntitle: other\n---\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    assert not in_blog.pane.canInsertFromMimeData(data)


def test_cells_with_a_picture_of_them_stay_cells(in_blog, user, qtbot):
    data = QMimeData()
    data.setText("a\tb\nc\td\n")
    data.setImageData(QImage(3, 3, QImage.Format.Format_RGB32))
    QApplication.clipboard().setMimeData(data)
    user.press("Ctrl+V")
    pasted(in_blog, qtbot)
    assert "| a" in in_blog.document.post.body


def test_a_chosen_picture_that_is_wide_can_be_made_narrower(in_blog, user, tmp_path, monkeypatch):
    wide = png(tmp_path / "wide.png", (2400, 100))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(wide)], ""))
    user.press("Ctrl+Alt+I")
    saved = tmp_path / "blog/assets/images/umi.png"
    assert saved.read_bytes() == wide.read_bytes()
    user.click(in_blog.messages.buttons[0])
    assert width_of(saved.read_bytes()) == 1600


def test_the_pictures_of_a_draft_move_into_the_blog_with_it(window, user, tmp_path, monkeypatch):
    blog = tmp_path / "blog"
    (blog / "_posts").mkdir(parents=True)
    (blog / "_config.yml").write_text("title: x\n")
    window.do_new()
    user.click(window.pane)
    copy_image()
    user.press("Ctrl+V")
    assert window.document.post.body.strip() == "![](picture.png)"
    kept = list((tmp_path / "state/drafts").rglob("*.png"))
    assert len(kept) == 1
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(blog / POST), ""))
    user.press("Ctrl+S")
    assert (blog / POST).read_text() == "---\ntitle: \n---\n\n![](/assets/images/umi.png)"
    assert (blog / "assets/images/umi.png").read_bytes() == kept[0].read_bytes()
    assert not window.document.modified
