"""What the program does around its window: the first start, an error nobody foresaw, the example blog."""

import gc
import logging
import subprocess
import sys
import threading
from functools import partial

from PySide6.QtGui import QGuiApplication

from editor import report
from editor.app import _last_post, _start, _tell, _tell_of_thread
from editor.cli import main
from editor.header import read_header
from editor.report import start_log
from editor.settings import Settings
from editor.ui.garbage import Garbage
from editor.ui.help.welcome import example_post
from editor.ui.jobs import Jobs


def test_a_start_opens_the_post_used_last_if_it_is_still_there(tmp_path):
    settings = Settings(tmp_path / "config", tmp_path / "state")
    assert _last_post(settings) is None
    other = tmp_path / "mine.md"
    other.touch()
    settings.add_recent(other)
    settings.add_recent(tmp_path / "gone.md")
    assert _last_post(settings) == other


def test_the_example_is_copied_to_where_the_writer_may_change_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    post = example_post()
    assert post.is_relative_to(tmp_path / "data")
    assert read_header(post.read_text(encoding="utf-8")).field("title") is not None


def test_a_copy_that_the_writer_changed_is_not_copied_over(tmp_path):
    post = example_post(tmp_path / "blog")
    post.write_text("mine", encoding="utf-8")
    assert example_post(tmp_path / "blog").read_text(encoding="utf-8") == "mine"


def test_an_error_nobody_foresaw_is_told_calmly(window, caplog, tmp_path):
    settings = Settings(tmp_path / "config", tmp_path / "state")
    try:
        raise ValueError("odd")
    except ValueError as error:
        _tell(window, settings, type(error), error, error.__traceback__)
    assert "Something went wrong (ValueError: odd)" in window.messages.text
    window.messages.buttons[0].click()
    report = QGuiApplication.clipboard().text()
    assert report.startswith("Postwright ")
    assert "test_app.py" in report
    assert report.endswith("\nValueError")
    assert "odd" not in report, "what an error says may be a line of a post"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()


def test_an_error_nobody_foresaw_on_a_thread_is_told_in_the_window(window, caplog, tmp_path, monkeypatch, qtbot):
    settings = Settings(tmp_path / "config", tmp_path / "state")
    monkeypatch.setattr(threading, "excepthook", partial(_tell_of_thread, window, settings))

    def work(asked):
        raise ValueError("odd")

    Jobs(window).ask(work)
    qtbot.waitUntil(lambda: "Something went wrong (ValueError: odd)" in window.messages.text)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()


def test_the_log_has_the_place_of_an_error_and_no_word_of_a_post(tmp_path):
    settings = Settings(tmp_path / "config", tmp_path / "state")
    start_log(settings)
    log = logging.getLogger("postwright")
    (handler,) = [one for one in log.handlers if getattr(one, "baseFilename", "") == str(settings.log)]
    try:
        raise ValueError("秘密")
    except ValueError:
        record = logging.LogRecord("postwright", logging.ERROR, "", 1, "unexpected error", None, sys.exc_info())
        handler.handle(record)
    handler.close()
    log.removeHandler(handler)
    text = settings.log.read_text(encoding="utf-8")
    assert "unexpected error" in text
    assert "ValueError" in text
    assert "test_app.py" in text
    assert "秘密" not in text


def test_a_started_window_looks_for_garbage_itself(still, tmp_path, monkeypatch):
    monkeypatch.setattr(report, "start_log", lambda _: None)
    _start(still, Settings(tmp_path / "config", tmp_path / "state"), first=False)
    assert not gc.isenabled()
    assert still.findChild(Garbage) is not None


def test_doctor_tells_what_is_wrong(tmp_path, monkeypatch, capsys):
    for name in ("STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert main(["doctor"]) == 0
    assert "PySide6 6" in capsys.readouterr().out
    (tmp_path / "STATE").write_text("in the way")
    monkeypatch.setenv("PATH", "")
    assert main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert "git is not installed" in told
    assert "the journal can’t be written" in told


def test_what_takes_the_sandbox_away_is_a_problem(tmp_path):
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / "max_user_namespaces").write_text("0\n")
    assert any("max_user_namespaces is 0" in line for line in report._linux_problems(tmp_path))
    (tmp_path / "user" / "max_user_namespaces").write_text("9000\n")
    assert not any("sandbox" in line for line in report._linux_problems(tmp_path))


def test_a_machine_without_japanese_fonts_is_told(tmp_path, monkeypatch):
    none = subprocess.CompletedProcess([], 0, "\n", "")
    monkeypatch.setattr(report.subprocess, "run", lambda *_, **__: none)
    monkeypatch.setattr(report.shutil, "which", lambda _: "fc-list")
    assert any("no font for Japanese" in line for line in report._linux_problems(tmp_path))
