"""A server of git on the loopback address (`git http-backend` behind Python's own server), which can be told to fail."""

import base64
import http.server
import os
import subprocess
import threading
from contextlib import contextmanager


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers as the test wants: `password` asks for one, `status` refuses, `cut` closes the line in the middle."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(body)

    def answer(self, body):
        path, _, query = self.path.partition("?")
        wants = self.server
        pushes = path.endswith("git-receive-pack") and self.command == "POST"
        if wants.password and self.headers.get("Authorization") != wants.password:
            self.plain(401, {"WWW-Authenticate": 'Basic realm="blog"'})
            return
        if wants.status and "receive-pack" in self.path:
            self.plain(wants.status, {})
            return
        if wants.cut and pushes:
            self.send_response(200)
            self.send_header("Content-Type", "application/x-git-receive-pack-result")
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"0030")
            self.wfile.flush()
            self.close_connection = True
            return
        if wants.hang and pushes:
            wants.hanging.set()
            wants.released.wait(60)
            self.close_connection = True
            return
        environment = {
            **os.environ,
            "GIT_PROJECT_ROOT": str(wants.root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "REMOTE_USER": "writer",
            "REMOTE_ADDR": "127.0.0.1",
        }
        done = subprocess.run(["git", "http-backend"], input=body, capture_output=True, env=environment, check=False)
        head, _, answer = done.stdout.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
        self.plain(int(headers.pop("Status", "200")[:3]), headers, answer)

    def plain(self, status, headers, body=b""):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(root, *, password="", status=0, cut=False, hang=False):
    """Serve the repositories below a folder; gives the address of the folder, and the server."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.root, server.status, server.cut, server.hang = root, status, cut, hang
    server.hanging, server.released = threading.Event(), threading.Event()
    server.password = f"Basic {base64.b64encode(f'writer:{password}'.encode()).decode()}" if password else ""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
