"""Hostile posts in the real window, with a server that listens and files that must not be read.

`posts/*.md` are the posts; `@SERVER@`, `@HOST@` and `@CANARY@` stand for the server's address and a file outside the blog.
Each is opened; its preview must come to rest; then nothing may have run, nothing may have been asked of the server, no
outside file may be in the page, and the window must still take a key.
"""

import http.server
import threading

import pytest

from tests.conftest import ROOT
from tests.ui.user import User, page_value

POSTS = sorted((ROOT / "tests" / "security" / "posts").glob("*.md"))
SECRET = "CANARY-7d1f0c"


class Listener(http.server.BaseHTTPRequestHandler):
    """Notes whatever it is asked."""

    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(SECRET.encode())

    do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815  the names that http.server looks for

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    listening.asked = []
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield listening
    listening.shutdown()
    listening.server_close()


@pytest.fixture
def blog(tmp_path):
    """A blog with links that lead out of it."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "canary.png").write_bytes(SECRET.encode())
    root = tmp_path / "blog"
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("", encoding="utf-8")
    (root / "outside.png").symlink_to(outside / "canary.png")
    (root / "outside").symlink_to(outside)
    return root


@pytest.mark.parametrize("hostile", POSTS, ids=lambda path: path.stem)
def test_nothing_runs_nothing_leaves_nothing_outside_is_read(window, qtbot, blog, server, hostile):
    host = f"127.0.0.1:{server.server_address[1]}"
    canary = blog.parent / "outside" / "canary.png"
    text = hostile.read_text(encoding="utf-8")
    for mark, value in (("@SERVER@", f"http://{host}"), ("@HOST@", host), ("@CANARY@", str(canary))):
        text = text.replace(mark, value)
    path = blog / "_posts" / "2026-01-02-post.md"
    path.write_text(text, encoding="utf-8")
    server.asked.clear()
    window.files.open(path)
    user = User(window, qtbot)
    # what a browser would do with an unclosed tag may swallow the rest: then the page only has to come to rest
    there = "document.getElementById('post')?.childElementCount > 0"
    qtbot.waitUntil(lambda: page_value(window, qtbot, there) is True, timeout=30_000)
    for script in (
        "document.querySelectorAll('a').forEach(a => a.click())",
        "document.querySelectorAll('button, input').forEach(b => b.click())",
        "document.querySelectorAll('details').forEach(d => d.open = !d.open)",
    ):
        page_value(window, qtbot, f"{script}; 0")
    qtbot.wait(60)
    assert server.asked == []
    assert window.preview.page.url().scheme() == "postwright"
    assert SECRET not in page_value(window, qtbot, "document.documentElement.innerHTML")
    counted = page_value(
        window,
        qtbot,
        "document.querySelectorAll('#post script, #post iframe, #post object, #post embed, #post form, #post style,"
        " #post link, #post meta, #post base, #post svg').length",
    )
    assert counted == 0
    loaded = page_value(window, qtbot, "[...document.images].filter(i => i.naturalWidth > 0).length")
    assert loaded == 0
    user.click(window.pane)
    before = window.document.post.text
    user.press("Ctrl+End")
    user.type("k")
    assert window.document.post.text == before + "k"


def test_there_are_enough_of_them():
    assert len(POSTS) >= 40
