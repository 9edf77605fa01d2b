"""Hostile posts in the real window, with a server that listens and files that must not be read.

`posts/*.md` are the posts; `@SERVER@`, `@HOST@` and `@CANARY@` stand for the server's address and a file outside the blog.
Each is opened; its preview must come to rest; then nothing may have run, nothing may have been asked of the server, no
outside file may be in the page, and the window must still take a key.
"""

import http.server
import threading
import time

import pytest
from PySide6.QtWidgets import QApplication

from editor.render.looks.look import Look, LookName, own_look
from tests.conftest import ROOT
from tests.ui.user import User, page_value

POSTS = sorted((ROOT / "tests" / "security" / "posts").glob("*.md"))
PLACES = {
    "hugo": ("content/posts/post.md", "hugo.toml"),
    "hexo": ("source/_posts/post.md", "_config.yml"),
}
"""Posts of other generators than Jekyll, by the beginning of their names."""
HEAVY = (
    "table-enormous",
    "quotes-nested",
    "emphasis-catastrophe",
    "lists-nested",
    "brackets-unclosed",
    "liquid-doubling",
)
"""Posts that take long to render."""
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
    name, site = PLACES.get(hostile.stem.partition("-")[0], ("_posts/2026-01-02-post.md", "_config.yml"))
    path = blog / name
    path.parent.mkdir(parents=True, exist_ok=True)
    (blog / site).write_text("", encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    server.asked.clear()
    window.files.open(path)
    user = User(window, qtbot)
    # what a browser would do with an unclosed tag may swallow the rest: then the page only has to come to rest
    there = "document.getElementById('post')?.childNodes.length > 0"
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


def answers(window, user):
    """How long the window takes for a key, in seconds: the best of a few, for the machine may be busy with others."""
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        user.type("k")
        QApplication.processEvents()
        taken.append(time.perf_counter() - started)
    return min(taken)


@pytest.mark.parametrize("hostile", [path for path in POSTS if path.stem in HEAVY], ids=lambda path: path.stem)
def test_the_window_answers_while_a_heavy_post_is_rendered(window, qtbot, blog, hostile):
    path = blog / "_posts" / "2026-01-02-post.md"
    (blog / "_config.yml").write_text("", encoding="utf-8")
    path.write_text(hostile.read_text(encoding="utf-8"), encoding="utf-8")
    window.files.open(path)
    user = User(window, qtbot)
    user.click(window.pane)
    assert answers(window, user) < 0.1


EVIL_CSS = """
@import "@SERVER@/import.css"; @import url(@SERVER@/import2.css);
@font-face { font-family: evil; src: url(@SERVER@/f.woff2), url(file://@CANARY@) }
html { background: url(@SERVER@/bg.png); font-family: evil; cursor: url(@SERVER@/c.cur), auto }
p { background: image-set("@SERVER@/set.png" 1x), url(/outside.png), url(../outside/canary.png); content: url(@SERVER@/x.svg) }
p::before { content: url("data:text/html,<script>alert(1)</script>"); -webkit-mask: url(@SERVER@/m.svg#m) }
"""


def filled(text, server, blog):
    host = f"127.0.0.1:{server.server_address[1]}"
    return text.replace("@SERVER@", f"http://{host}").replace("@CANARY@", str(blog.parent / "outside" / "canary.png"))


def hostile_blog(blog, server):
    """A blog whose layout and style sheet want out."""
    (blog / "_config.yml").write_text("", encoding="utf-8")
    for folder in ("_layouts", "css"):
        (blog / folder).mkdir()
    (blog / "css" / "a.css").write_text(filled(EVIL_CSS, server, blog), encoding="utf-8")
    layout = (
        '<html><head><link rel=stylesheet href="/css/a.css"><link rel=stylesheet href="@SERVER@/far.css">'
        '<style>b { background: url(@SERVER@/style.png) }</style><base href="@SERVER@/"></head><body onload="x()" '
        'style="background:url(@SERVER@/body.png)"><script src="@SERVER@/a.js"></script><div class="c">{{ content }}</div>'
        "{% include_relative ../outside/canary.png %}</body></html>"
    )
    (blog / "_layouts" / "post.html").write_text(filled(layout, server, blog), encoding="utf-8")
    path = blog / "_posts" / "2026-01-02-post.md"
    path.write_text("---\ntitle: x\n---\n\nHello\n", encoding="utf-8")
    return path


def test_a_hostile_blogs_look_loads_nothing(window, qtbot, blog, server):
    server.asked.clear()
    window.files.open(hostile_blog(blog, server))
    window.actions_["look_blog"].trigger()
    there = "document.querySelector('div.c')?.textContent.trim()"
    qtbot.waitUntil(lambda: page_value(window, qtbot, there) == "Hello", timeout=20_000)
    qtbot.wait(300)
    assert server.asked == []
    assert SECRET not in page_value(window, qtbot, "document.documentElement.innerHTML")
    assert (
        page_value(window, qtbot, "document.querySelectorAll('script, base').length + (document.body.onload ? 1 : 0)")
        == 0
    )


def test_the_page_alone_keeps_a_style_sheet_in(window, qtbot, blog, server):
    """The second wall: as if the style sheet had not been read by the first one."""
    server.asked.clear()
    window.files.open(hostile_blog(blog, server))
    look = own_look(LookName.PLAIN)
    window.previewing._set_look(Look(LookName.BLOG, (filled(EVIL_CSS, server, blog),), look.frame))
    there = "document.querySelector('#post')?.textContent.trim()"
    qtbot.waitUntil(lambda: page_value(window, qtbot, there) == "Hello", timeout=20_000)
    qtbot.wait(300)
    assert server.asked == []


def test_there_are_enough_of_them():
    assert len(POSTS) >= 40
