"""Worker processes for tasks: the newest task wins, what is stuck is ended, what dies is replaced."""

import io
import os
import queue
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editor.render.protocol import receive, send
from editor.tasks.answer import Stop
from editor.tasks.process import TaskProcess
from editor.tasks.worker import serve

WAIT = 60
WORKER = """
import os, re, sys, time
from editor.tasks import table, worker
def backtrack(request, tell):
    return {"found": bool(re.match("(a|aa)+$", "a" * 60 + "b"))}  # holds Python's lock for years
def sleep(request, tell):
    time.sleep(600)
def deep(request, tell):
    os.abort()
def fill(request, tell):
    return {"length": len(bytearray(2**33))}
def endless(request, tell):
    while True:
        tell("post")
        time.sleep(0.01)
def prints(request, tell):
    print("by Python")
    os.write(1, b"by a library in C")
    return {"done": True}
def posts(request, tell):
    for path in request["paths"]:
        if path not in request["passed_over"]:
            tell(path)
            if path == "stuck":
                backtrack(request, tell)
    tell("")
    return {"read": len(request["paths"])}
def echo(request, tell):
    return {"text": request["text"], "pid": os.getpid()}
table.TASKS.update(backtrack=backtrack, sleep=sleep, deep=deep, fill=fill, posts=posts, echo=echo, prints=prints, endless=endless)
sys.exit(worker.main())
"""


class Asker:
    def __init__(self, **options):
        self.answers = queue.Queue()
        self.process = TaskProcess(command=(sys.executable, "-c", WORKER), **options)

    def ask(self, topic="topic", **request):
        self.process.ask(topic, request, self.answers.put)

    def answer(self):
        return self.answers.get(timeout=WAIT)


@pytest.fixture
def make():
    made = []

    def asker(**options):
        made.append(Asker(**options))
        return made[-1]

    yield asker
    for one in made:
        one.process.close()


def test_tasks_are_answered_one_after_the_other():
    requests, answers = io.BytesIO(), io.BytesIO()
    send(requests, {"task": "headings", "text": "# a\n"})
    send(requests, {"task": "no such task"})
    requests.seek(0)
    serve(requests, answers)
    answers.seek(0)
    assert receive(answers) == {"at": ""}
    assert receive(answers) == {"headings": [[0, 1, "a"]]}
    assert receive(answers) == {"error": "KeyError"}
    assert receive(answers) is None


@pytest.mark.parametrize("text", ["", "a", "日本\n" * 20_000, "\ud800" + "x" * 20_000, "\0" * 20_000])
def test_any_text_goes_and_comes_unchanged(make, text):
    asker = make()
    asker.ask(task="echo", text=text)
    assert asker.answer().result["text"] == text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of processor time")
def test_what_is_stuck_in_python_s_lock_is_ended_by_its_processor_time(make):
    asker = make(time_limit=1)
    asker.ask(task="backtrack")
    assert asker.answer().stop is Stop.TIME
    asker.ask(task="echo", text="x")
    assert asker.answer().result["text"] == "x", "the next task has a new process"


def test_what_waits_for_ever_is_ended_by_the_clock(make):
    asker = make(time_limit=0.1)
    asker.ask(task="sleep")
    assert asker.answer().stop is Stop.TIME


@pytest.mark.parametrize(("task", "stop"), [("deep", Stop.ENDED), ("fill", Stop.ERROR)])
def test_what_ends_its_process_or_wants_all_memory_says_so(make, task, stop):
    asker = make()
    asker.ask(task=task)
    answer = asker.answer()
    assert (answer.stop, answer.error) == (stop, "MemoryError" if stop is Stop.ERROR else "")
    asker.ask(task="echo", text="x")
    assert asker.answer().result["text"] == "x"


def test_a_process_that_was_killed_is_replaced_without_a_word(make):
    asker = make()
    asker.ask(task="echo", text="x")
    killed = asker.answer().result["pid"]
    os.kill(killed, signal.SIGKILL)
    asker.ask(task="echo", text="y")
    answer = asker.answer()
    assert answer.result["text"] == "y"
    assert answer.result["pid"] != killed


def test_of_a_topic_the_newest_task_wins_and_others_are_done_too(make):
    asker = make()
    asker.ask(task="echo", text="first")
    for number in range(20):
        asker.ask("other", task="echo", text=str(number))
    assert asker.answer().result["text"] == "first"
    while (text := asker.answer().result["text"]) != "19":
        assert text.isdigit()
    assert asker.answers.empty()


def test_a_stuck_task_that_nobody_waits_for_makes_way(make):
    asker = make(time_limit=WAIT, patience=0.1)
    asker.ask(task="sleep")
    asker.ask(task="echo", text="new")
    assert asker.answer().result["text"] == "new"
    asker.ask("old", task="sleep")
    asker.process.forget("old")
    asker.ask(task="echo", text="newer")
    assert asker.answer().result["text"] == "newer"
    assert asker.answers.empty()


def test_a_blog_that_nobody_waits_for_makes_way_though_its_posts_are_read(make):
    asker = make(time_limit=WAIT, patience=0.1)
    asker.ask("blog", task="endless")
    asker.ask("other", task="echo", text="waits")
    asker.process.forget("blog")
    assert asker.answer().result["text"] == "waits"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of processor time")
def test_the_post_that_stopped_a_task_is_named_and_can_be_passed_over(make):
    asker = make(time_limit=1)
    paths = ["a", "b", "stuck", "c"]
    asker.ask(task="posts", paths=paths, passed_over=[])
    answer = asker.answer()
    assert (answer.stop, answer.at) == (Stop.TIME, "stuck")
    asker.ask(task="posts", paths=paths, passed_over=[answer.at])
    assert asker.answer().result == {"read": 4}


def test_a_process_that_can_not_be_started_is_an_answer(make):
    asker = make()
    asker.process = TaskProcess(command=("/does/not/exist",))
    asker.ask(task="echo", text="x")
    assert asker.answer().stop is Stop.ENDED


def test_what_is_printed_does_not_tear_the_answers(make):
    asker = make()
    asker.ask(task="prints")
    assert asker.answer().result == {"done": True}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")
def test_a_process_that_was_stopped_is_replaced(make):
    asker = make(time_limit=0.5)
    asker.ask(task="echo", text="x")
    os.kill(asker.answer().result["pid"], signal.SIGSTOP)
    asker.ask(task="echo", text="y")
    assert asker.answer().stop is Stop.TIME
    asker.ask(task="echo", text="z")
    assert asker.answer().result["text"] == "z"


def test_no_program_of_the_folder_is_run_in_its_place(tmp_path, monkeypatch):
    """The program was started in a blog that has a package of the same name."""
    for name in ("__init__.py", "__main__.py"):
        path = tmp_path / "editor" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    answers, process = queue.Queue(), TaskProcess()
    process.ask("topic", {"task": "headings", "text": "# a\n"}, answers.put)
    assert answers.get(timeout=WAIT).result == {"headings": [[0, 1, "a"]]}
    process.close()
    assert not (tmp_path / "ran").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_a_worker_that_is_ended_leaves_no_core_file(tmp_path, monkeypatch, make):
    """It would hold the post's words."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    monkeypatch.chdir(tmp_path)
    try:
        asker = make(time_limit=1)
        asker.ask(task="backtrack")
        assert asker.answer().stop is Stop.TIME
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))
    assert not list(tmp_path.glob("core*"))


def test_closing_ends_a_stuck_process(make):
    asker = make(time_limit=WAIT)
    asker.ask(task="echo", text="x")
    pid = asker.answer().result["pid"]
    asker.ask(task="sleep")
    asker.process.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs Linux")
def test_a_stuck_process_does_not_outlive_the_window(make):
    """The window is killed while a task is stuck: nobody is left to end it, but the system does."""
    window = (
        "import sys, time\nfrom editor.tasks.process import TaskProcess\n"
        f"process = TaskProcess(command=(sys.executable, '-c', {WORKER!r}), time_limit=2)\n"
        "process.ask(1, {'task': 'backtrack'}, print)\n"
        "while process.pid is None: time.sleep(0.05)\n"
        "print(process.pid, flush=True)\ntime.sleep(600)"
    )
    killed = subprocess.Popen([sys.executable, "-c", window], stdout=subprocess.PIPE, text=True)
    pid = int(killed.stdout.readline())
    time.sleep(1)  # it has the task, or dies with its input
    killed.kill()
    killed.wait()
    killed.stdout.close()
    end = time.monotonic() + WAIT
    while is_running(pid) and time.monotonic() < end:
        time.sleep(0.1)
    assert not is_running(pid)


def is_running(pid):
    """Whether a process is there, and not only its entry that nobody has read yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
