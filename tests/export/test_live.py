"""Whether a page is there, asked from a server on the loopback address."""

import http.server
import threading

import pytest

from editor.export.live import is_live


class Handler(http.server.BaseHTTPRequestHandler):
    """Has one page, and counts no other way of asking than HEAD."""

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.send_response(200 if self.path == "/there/" else 404)
        self.end_headers()


@pytest.fixture
def address():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_that_is_there_and_one_that_is_not(address):
    assert is_live(f"{address}/there/") == (True, "200")
    assert is_live(f"{address}/gone/") == (False, "404 Not Found")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/x", "", "http://127.0.0.1:9/x", "http://[x"])
def test_what_can_not_be_asked(url):
    live, reason = is_live(url)
    assert not live
    assert reason
