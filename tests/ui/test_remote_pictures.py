"""Pictures of other sites and missing ones: told of, loaded only when wanted, found when they come."""

import http.server
import shutil
import threading

import pytest

from tests.conftest import ROOT
from tests.render.test_finish import png
from tests.ui.user import checked, page_value

HTML = "document.querySelector('[data-postwright=post]').innerHTML"


@pytest.fixture
def server():
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append((self.path, self.headers.get("Referer")))
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(png(8, 8))

        def log_message(self, *_):
            pass

    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    listening.asked = []
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield listening
    listening.shutdown()
    listening.server_close()


@pytest.fixture
def post(tmp_path, server):
    (tmp_path / "_config.yml").write_text("", encoding="utf-8")
    path = tmp_path / "_posts" / "2026-01-02-x.md"
    path.parent.mkdir()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    path.write_text(
        f"---\ntitle: x\n---\n\n![far]({address}/far.png)\n\n![near](/near.png)\n\n"
        f'<video src="{address}/v.mp4"></video><link rel=stylesheet href="{address}/c.css">\n',
        encoding="utf-8",
    )
    return path


def test_remote_pictures_load_when_the_writer_says_so_and_no_longer(window, qtbot, post, server):
    window.files.open(post)
    qtbot.waitUntil(lambda: "Pictures of other sites" in window.messages.text, timeout=20_000)
    qtbot.waitUntil(lambda: "postwright-remote" in (page_value(window, qtbot, HTML) or ""), timeout=20_000)
    assert server.asked == []
    window.messages.buttons[0].click()
    qtbot.waitUntil(lambda: bool(server.asked), timeout=20_000)
    assert window.actions_["remote_pictures"].isChecked()
    qtbot.wait(200)
    assert {path for path, _ in server.asked} == {"/far.png"}  # pictures alone
    assert all(not referer for _, referer in server.asked)
    window.actions_["remote_pictures"].trigger()
    qtbot.waitUntil(lambda: "postwright-remote" in (page_value(window, qtbot, HTML) or ""), timeout=20_000)
    server.asked.clear()
    window.feed.refresh()
    qtbot.wait(300)
    assert server.asked == []


def test_a_missing_picture_is_a_problem_until_it_is_there(window, qtbot, post):
    window.files.open(post)
    qtbot.waitUntil(lambda: "postwright-missing" in (page_value(window, qtbot, HTML) or ""), timeout=20_000)
    checked(window, qtbot)
    assert window.status.problems.text().startswith("1 problem")
    action = next(one for one in window.status.problems.menu().actions() if "/near.png" in one.text())
    action.trigger()
    assert window.pane.textCursor().block().text() == "![near](/near.png)"
    shutil.copy(ROOT / "resources/example-blog/assets/images/harbour.png", post.parent.parent / "near.png")
    window.feed.look_again()  # as when the writer comes back from another window
    qtbot.waitUntil(lambda: "postwright-missing" not in (page_value(window, qtbot, HTML) or ""), timeout=20_000)
    checked(window, qtbot)
    assert "problem" not in window.status.problems.text()
