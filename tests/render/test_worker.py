"""The worker's process and its supervisor: answers, crashes, hangs, and posts that can't be rendered."""

import io
import os
import queue
import signal
import sys

import pytest

from editor.render.protocol import receive, send
from editor.render.supervisor import Supervisor
from editor.render.worker import serve
from editor.text.edit import Edit

WAIT = 30
PATIENCE = 600.0
"""A limit that no machine reaches, in seconds: what is late is not what these tests are about."""


class Listener:
    def __init__(self, **options):
        self.patches, self.problems = queue.Queue(), queue.Queue()
        self.supervisor = Supervisor(lambda patch, first: self.patches.put((patch, first)), self._problem, **options)

    def _problem(self, text):
        if text:
            self.problems.put(text)

    def patch(self):
        return self.patches.get(timeout=WAIT)


@pytest.fixture
def listen():
    made = []

    def make(**options):
        made.append(Listener(**{"time_limit": PATIENCE, "slow_after": PATIENCE, **options}))
        made[-1].supervisor.start()
        return made[-1]

    yield make
    for listener in made:
        listener.supervisor.close()


def test_the_worker_answers_each_request():
    requests, answers = io.BytesIO(), io.BytesIO()
    send(requests, {"id": 1, "text": "a\n\nb"})
    send(requests, {"id": 2, "edits": [[3, 4, "c"]]})
    requests.seek(0)
    serve(requests, answers)
    answers.seek(0)
    first, second = receive(answers), receive(answers)
    assert (first["id"], first["blocks"]) == (1, ["<p>a</p>", "<p>b</p>"])
    assert (second["id"], second["start"], second["blocks"]) == (2, 1, ["<p>c</p>"])
    assert receive(answers) is None


def test_a_torn_message_ends_the_stream():
    stream = io.BytesIO()
    send(stream, {"id": 1})
    assert receive(io.BytesIO(stream.getvalue()[:-1])) is None
    assert receive(io.BytesIO(stream.getvalue()[:2])) is None
    assert receive(io.BytesIO(b"\xff\xff\xff\xff")) is None


def test_edits_reach_the_page_as_patches(listen):
    listener = listen()
    listener.supervisor.open("one\n\ntwo")
    patch, first = listener.patch()
    assert first
    assert patch.blocks == ["<p>one</p>", "<p>two</p>"]
    listener.supervisor.edit(Edit(8, 8, "!"))
    patch, first = listener.patch()
    assert not first
    assert (patch.start, patch.removed, patch.blocks) == (1, 1, ["<p>two!</p>"])


def test_a_worker_that_dies_is_replaced_and_given_the_whole_text(listen):
    listener = listen()
    listener.supervisor.open("one")
    listener.patch()
    killed = listener.supervisor.worker_pid
    os.kill(killed, signal.SIGKILL)
    listener.supervisor.edit(Edit(3, 3, "!"))
    patch, first = listener.patch()
    assert first
    assert patch.blocks == ["<p>one!</p>"]
    assert listener.supervisor.worker_pid != killed
    assert listener.problems.empty()


def test_a_worker_that_hangs_is_replaced_and_the_writer_is_told(listen):
    hangs = (sys.executable, "-c", "import time; time.sleep(600)")
    listener = listen(command=hangs, time_limit=0.2)
    listener.supervisor.open("one")
    assert "can't be rendered" in listener.problems.get(timeout=WAIT)
    assert listener.patches.empty()


def test_a_worker_that_takes_long_is_told_and_then_no_more(listen):
    slow = (
        "import sys, time\nfrom editor.render import worker\nreal = worker._answer\n"
        "def late(*given):\n    time.sleep(0.4)\n    return real(*given)\n"
        "worker._answer = late\nsys.exit(worker.main())"
    )
    listener = listen(command=(sys.executable, "-c", slow), slow_after=0.05)
    listener.supervisor.open("one")
    assert "being rendered" in listener.problems.get(timeout=WAIT)
    assert listener.patch()[0].blocks == ["<p>one</p>"]


def test_a_worker_that_fills_the_memory_says_so_and_goes_on(listen):
    fills = (
        "import sys\nfrom editor.render import worker\nworker.MEMORY = 2**30\nreal = worker.RenderedDocument.render\n"
        "def fill(document):\n    patch = real(document)\n    return [bytearray(2**24) for _ in range(200)] and patch\n"
        "def render(document):\n    return (fill if 'fill' in document._text else real)(document)\n"
        "worker.RenderedDocument.render = render\nsys.exit(worker.main())"
    )
    listener = listen(command=(sys.executable, "-c", fills))
    listener.supervisor.open("fill")
    assert "MemoryError" in listener.problems.get(timeout=WAIT)
    listener.supervisor.edit(Edit(0, 4, "one"))
    assert listener.patch()[0].blocks == ["<p>one</p>"]


def test_a_worker_that_can_not_be_started_is_told(listen):
    listener = listen(command=("/does/not/exist",))
    listener.supervisor.open("one")
    assert "can't be rendered" in listener.problems.get(timeout=WAIT)


def test_the_newest_post_wins(listen):
    listener = listen()
    for number in range(5):
        listener.supervisor.open(f"post {number}")
    patch, first = listener.patch()
    while patch.blocks != ["<p>post 4</p>"]:
        patch, first = listener.patch()
    assert first


def test_closing_ends_the_worker(listen):
    listener = listen()
    listener.supervisor.open("one")
    listener.patch()
    process = listener.supervisor._worker
    listener.supervisor.close()
    assert process.wait(timeout=WAIT) != 0
