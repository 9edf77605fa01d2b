"""The journal of a post: what was written comes back, also of a journal that was cut or damaged anywhere."""

import errno
import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.post.field_texts import FieldText
from editor.post.journal import (
    KEPT_DAYS,
    Beginning,
    Journal,
    Step,
    _line,
    _step,
    forget_old,
    put_aside,
    read_journal,
)
from editor.text.edit import Edit, apply
from editor.text.source import decode
from tests.clocks import used_daily

BASE = "---\r\ntitle: 朝\r\n---\r\n\r\n本文 🎉\r\n".encode()


def written(folder, base=BASE, steps=()):
    journal = Journal(folder / "a.journal")
    journal.add(Beginning(folder / "post.md", decode(base), "digest"), steps)
    journal.write()
    return journal


def test_what_was_written_comes_back(tmp_path):
    steps = [Step(Edit(5, 5, "x"), 1), Step(Edit(6, 6, "\ny\udcff".replace("\udcff", "")), 1), Step(None, 0, -1)]
    journal = written(tmp_path, steps=steps[:1])
    journal.add(Beginning(None, decode(b"")), steps[1:])
    journal.write()
    found = read_journal(journal.path)
    assert found.beginning == Beginning(tmp_path / "post.md", decode(BASE), "digest")
    assert list(found.steps) == steps
    text = decode(BASE).text
    assert found.text == text[:5] + "x\ny" + text[5:]
    assert not found.damaged
    assert stat.S_IMODE(os.stat(journal.path).st_mode) == 0o600


def test_a_post_without_a_file_and_its_pictures(tmp_path):
    journal = Journal(tmp_path / "a.journal")
    journal.add_pictures("/drafts/too-early")
    assert not journal.is_waiting
    journal.add(Beginning(None, decode(b"")), [Step(Edit(0, 0, "a"), 1)])
    journal.add_pictures("/drafts/x")
    journal.write()
    found = read_journal(journal.path)
    assert (found.beginning.path, found.beginning.pictures, found.text) == (None, "/drafts/x", "a")


def test_cut_anywhere_it_gives_what_stands_before(tmp_path):
    steps = [Step(Edit(number, number, str(number)), number + 1) for number in range(5)]
    journal = written(tmp_path, steps=steps)
    data = journal.path.read_bytes()
    first = data.index(b"\n") + 1
    texts = [decode(BASE).text]
    for step in steps:
        texts.append(apply(texts[-1], step.edit))
    for size in range(len(data)):
        journal.path.write_bytes(data[:size])
        found = read_journal(journal.path)
        if size < first:
            assert found is None
        else:
            whole = data[:size].count(b"\n") - 1
            assert found.text == texts[whole]
            assert found.damaged == (not data[:size].endswith(b"\n"))


@pytest.mark.parametrize("attempt", range(4))
@pytest.mark.parametrize("written_of_it", [0, 7, 1_000])
def test_what_the_disk_refuses_is_written_the_next_time(tmp_path, monkeypatch, attempt, written_of_it):
    journal, text = Journal(tmp_path / "a.journal"), ""
    for number in range(4):
        step = Step(Edit(0, len(text), text := f"{text}語{number}"), number + 1)
        journal.add(Beginning(None, decode(b"")), [step])
        with monkeypatch.context() as patched:
            if number == attempt:
                patched.setattr(os, "fsync", full_after(written_of_it, journal.path))
                with pytest.raises(OSError, match="No space"):
                    journal.write()
                assert journal.is_waiting
                continue
        journal.write()
    journal.write()
    found = read_journal(journal.path)
    assert (found.text, len(found.steps), found.damaged) == (text, 4, False)


def full_after(size, path):
    """As if the disk had taken so much of what was written, and no more."""
    before = path.stat().st_size if path.exists() else 0

    def refuse(handle):
        os.ftruncate(handle, min(before + size, os.fstat(handle).st_size))
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return refuse


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_damaged_byte_never_gives_wrong_text(tmp_path_factory, at, byte):
    folder = tmp_path_factory.mktemp("j")
    steps = [Step(Edit(number, number, "語"), number + 1) for number in range(5)]
    journal = written(folder, steps=steps)
    data = bytearray(journal.path.read_bytes())
    data[at % len(data)] = byte
    journal.path.write_bytes(bytes(data))
    found = read_journal(journal.path)
    texts = [decode(BASE).text]
    for step in steps:
        texts.append(apply(texts[-1], step.edit))
    assert found is None or found.text in texts


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"00000000 {}\n", b"nonsense", b"\xff\xfe\n\n", b'a3046dbb {"version":9}\n', b"0 [1]\n"]
)
def test_what_is_no_journal(tmp_path, data):
    (tmp_path / "a.journal").write_bytes(data)
    assert read_journal(tmp_path / "a.journal") is None
    assert read_journal(tmp_path / "gone.journal") is None


def test_given_up_ones_stay_for_a_month(tmp_path):
    journal = written(tmp_path, steps=[Step(Edit(0, 0, "x"), 1)])
    journal.put_aside(tmp_path / "kept")
    kept = tmp_path / "kept" / "a.journal"
    assert read_journal(kept).text.startswith("x")
    put_aside_at = os.stat(kept).st_mtime
    days = used_daily(tmp_path, datetime.fromtimestamp(put_aside_at, UTC), KEPT_DAYS + 1)
    forget_old(tmp_path / "kept", put_aside_at + (KEPT_DAYS - 1) * 86_400, days)
    assert kept.exists()
    forget_old(tmp_path / "kept", put_aside_at + (KEPT_DAYS + 1) * 86_400, days)
    assert not kept.exists()
    put_aside(tmp_path / "gone.journal", tmp_path / "kept")


def test_what_can_not_be_encoded_is_written_all_the_same(tmp_path):
    source = decode("日本語の文章です。今日は晴れ。".encode("cp932"))
    journal = Journal(tmp_path / "a.journal")
    typed = type(source)(source.text + "🎉", source.encoding, source.bom, source.line_ends)
    journal.add(Beginning(None, typed), [])
    journal.write()
    assert read_journal(journal.path).text == source.text + "🎉"


DATE = FieldText(("date",), "来週の金曜", "no date", "date")
ITEM = FieldText(("image", "alt", 0), "\ud83d x\n", "", "raw")


def test_texts_of_fields_come_back_as_they_were_last(tmp_path):
    journal = written(tmp_path, steps=[Step(Edit(5, 5, "x"), 1)])
    journal.add_fields({DATE.path: DATE, ITEM.path: ITEM, ("n",): FieldText(("n",), "x")}, 1)
    journal.add(Beginning(None, decode(b"")), [Step(Edit(6, 6, "y"), 1)])
    journal.add_fields({("n",): None, ("title",): FieldText(("title",), "", "")}, 1)
    journal.write()
    found = read_journal(journal.path)
    assert found.fields == (DATE, ITEM, FieldText(("title",), "", ""))
    assert found.text.startswith("---\ntxyitle")
    assert len(found.steps) == 2
    assert not found.damaged


def test_field_texts_or_a_new_post_alone_are_unsaved_work(tmp_path):
    assert not read_journal(written(tmp_path).path).has_unsaved
    journal = Journal(tmp_path / "b.journal")
    journal.add(Beginning(None, decode(BASE), never_saved=True, planned=tmp_path / "new.md"), [])
    journal.write()
    found = read_journal(journal.path)
    assert found.has_unsaved
    assert (found.beginning.place, found.beginning.path) == (tmp_path / "new.md", None)
    journal = written(tmp_path)
    journal.add_fields({DATE.path: DATE}, 0)
    journal.write()
    assert read_journal(journal.path).has_unsaved


@pytest.mark.parametrize("said", [None, [], [[], "x", "", ""], [["a"], 1, "", ""], [[None], "x", "", ""], "x", [["a"]]])
def test_an_odd_field_text_costs_no_edit(tmp_path, said):
    journal = written(tmp_path, steps=[Step(Edit(5, 5, "x"), 1)])
    journal._waiting.append(_line({"e": None, "d": 1, "t": 0, "f": said}))
    journal.add(Beginning(None, decode(b"")), [Step(Edit(6, 6, "y"), 1)])
    journal.write()
    found = read_journal(journal.path)
    assert found.text.startswith("---\ntxyitle")
    assert (found.fields, found.damaged) == ((), True)


OF_1_0 = (
    b'c1618537 {"version":1,"path":"/blog/post.md","encoding":"utf-8","digest":"d1","pictures":"","data":"eAHT1dXlKsksyUm1Ung2Zy6XLpDLlcQFAEyhBj4="}\n'
    b'e24cb2b1 {"e":[5,5,"x"],"d":1,"t":0}\n'
    b'2f854c24 {"e":null,"d":0,"t":-1}\n'
    b'e29a7403 {"e":[19,19,"\\u6d77"],"d":2,"t":0,"j":1}\n'
)


def test_a_journal_of_1_0_is_read(tmp_path):
    path = tmp_path / "old.journal"
    path.write_bytes(OF_1_0)
    found = read_journal(path)
    assert found.text == "---\ntxitle: 朝\n---\n\n海b\n"
    assert found.beginning == Beginning(Path("/blog/post.md"), decode("---\ntitle: 朝\n---\n\nb\n".encode()), "d1")
    assert (found.fields, found.damaged, len(found.steps)) == ((), False, 3)


def test_1_0_takes_a_field_text_for_the_end_of_an_undo_step(tmp_path):
    """It reads "e", "d", "t" and "j" of each line, and stops at a line without them."""
    journal = written(tmp_path, steps=[Step(Edit(5, 5, "x"), 1)])
    journal.add_fields({DATE.path: DATE}, 1)
    journal.write()
    record = json.loads(journal.path.read_bytes().splitlines()[-1].partition(b" ")[2])
    assert _step(record) == Step(None, 1)
