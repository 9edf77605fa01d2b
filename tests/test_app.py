"""What the program does around its window: the first start, an error nobody foresaw, the example blog."""

import logging

from editor.app import _first_post, _tell, example_post
from editor.header import read_header
from editor.settings import Settings


def test_the_first_start_opens_a_copy_of_the_example(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    settings = Settings(tmp_path / "config", tmp_path / "state")
    post = _first_post(settings)
    assert post is not None
    assert post.is_file()
    assert read_header(post.read_text(encoding="utf-8")).field("title") is not None
    settings.add_recent(tmp_path / "gone.md")
    assert _first_post(settings) == post  # a recent file that is gone is passed over
    other = tmp_path / "mine.md"
    other.touch()
    settings.add_recent(other)
    assert _first_post(settings) == other


def test_a_copy_that_the_writer_changed_is_not_copied_over(tmp_path):
    post = example_post(tmp_path / "blog")
    post.write_text("mine", encoding="utf-8")
    assert example_post(tmp_path / "blog").read_text(encoding="utf-8") == "mine"


def test_a_first_start_without_a_place_for_the_example_starts_empty(tmp_path, monkeypatch):
    (tmp_path / "data").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert _first_post(Settings(tmp_path / "config", tmp_path / "state")) is None


def test_an_error_nobody_foresaw_is_told_calmly(window, caplog):
    try:
        raise ValueError("odd")
    except ValueError as error:
        _tell(window, type(error), error, error.__traceback__)
    assert "Something went wrong (ValueError: odd)" in window.messages.text
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()
