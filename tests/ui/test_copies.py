"""Copies of the post as readers see it: an HTML file that stands alone, a PDF, rich text."""

import pytest
from PySide6.QtWidgets import QApplication

from editor.render.looks.look import Look, LookName, own_look
from editor.render.standalone import standalone
from tests.ui.user import page_value

PAGE = "document.querySelector('[data-postwright=post]')?.innerText ?? ''"


@pytest.fixture
def shown(window, qtbot, example_blog):
    window.files.open(example_blog / "_posts" / "2026-04-12-asa-no-sanpo.md")
    qtbot.waitUntil(lambda: len(page_value(window, qtbot, PAGE)) > 100, timeout=20_000)
    return window


def test_the_html_file_has_everything_inside(shown, qtbot, tmp_path):
    path = tmp_path / "copy.html"
    shown.copies.save_html(path)
    qtbot.waitUntil(lambda: str(path) in shown.messages.text, timeout=10_000)
    html = path.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert 'src="data:image/png;base64,' in html
    assert "postwright://" not in html
    assert "--paper: #fffefb" in html
    assert not shown.document.modified


def test_the_pdf_is_one(shown, qtbot, tmp_path):
    path = tmp_path / "copy.pdf"
    shown.copies.save_pdf(path)
    qtbot.waitUntil(lambda: str(path) in shown.messages.text, timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")
    assert b"postwright:" not in path.read_bytes()
    assert page_value(shown, qtbot, "document.documentElement.dataset.theme") == "light"


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_folder_that_is_not_there_is_told(shown, qtbot, tmp_path, kind):
    path = tmp_path / "none" / f"copy.{kind}"
    getattr(shown.copies, f"save_{kind}")(path)
    qtbot.waitUntil(lambda: bool(shown.messages.text), timeout=20_000)
    assert str(path.parent) in shown.messages.text
    assert "Saved" not in shown.messages.text
    assert not path.exists()


def test_rich_text_is_what_the_preview_shows(shown, qtbot):
    QApplication.clipboard().clear()
    shown.actions_["copy_rich"].trigger()

    def copied():
        data = QApplication.clipboard().mimeData()
        return data is not None and data.hasHtml()

    qtbot.waitUntil(copied, timeout=10_000)
    data = QApplication.clipboard().mimeData()
    assert "<p>" in data.html()
    assert data.text() == shown.document.post.body


def test_a_style_sheet_can_not_end_its_element_and_files_outside_stay_out(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"SECRET")
    root = tmp_path / "blog"
    root.mkdir()
    look = Look(LookName.BLOG, ('p { content: "</style><script>alert(1)</script>" }',), own_look(LookName.PLAIN).frame)
    html = standalone(look, "<t>", "", '<img src="/../secret.png"><img src="/none.png">', root)
    assert "</style><script>" not in html
    assert html.count('src="data:,"') == 2
    assert "<title>&lt;t&gt;</title>" in html


def test_rich_text_has_no_address_of_the_preview(window, qtbot, tmp_path):
    (tmp_path / "_config.yml").write_text("url: https://site.example\n", encoding="utf-8")
    for name in ("_posts", "wp-content"):
        (tmp_path / name).mkdir()
    picture = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")
    (tmp_path / "wp-content" / "a.gif").write_bytes(picture)
    post = tmp_path / "_posts" / "2024-01-02-x.md"
    post.write_text(
        "---\ntitle: x\n---\n\n![p](https://site.example/wp-content/a.gif) [l](/about/) end\n", encoding="utf-8"
    )
    window.files.open(post)
    qtbot.waitUntil(lambda: "end" in page_value(window, qtbot, PAGE), timeout=20_000)
    QApplication.clipboard().clear()
    window.copies.do_copy_rich()

    def copied():
        data = QApplication.clipboard().mimeData()
        return data is not None and data.hasHtml()

    qtbot.waitUntil(copied, timeout=10_000)
    html = QApplication.clipboard().mimeData().html()
    assert 'src="data:image/gif;base64,' in html
    assert 'href="https://site.example/about/"' in html
    assert "postwright:" not in html
    path = tmp_path / "copy.pdf"
    window.copies.save_pdf(path)
    qtbot.waitUntil(lambda: str(path) in window.messages.text, timeout=20_000)
    assert b"postwright:" not in path.read_bytes()
    assert b"https://site.example/about/" in path.read_bytes()
    assert page_value(window, qtbot, "document.querySelector('a').getAttribute('href')") == "/about/"
