"""A power cut at any moment of a save, and of a journal's writing, on the strictest disk that could be (a model)."""

import os
import shutil

import pytest

from editor.post.atomic import clean_leftovers, finish
from editor.post.journal import read_journal
from tests.faults.recorded_calls import Recording

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace: apt-get install strace")

OLD, NEW, OTHERS = b"old\r\n" * 3_000, "新しい\n".encode() * 2_000, b"of another program\n"
_SAVE = """
import os
from pathlib import Path
from editor.post.files import Stamp, write_file
post = Path({post!r})
new = {new!r}
write_file(post, new, expected=Stamp.of(post.read_bytes()) if post.exists() else None)
os.access(post.with_name("mark-saved"), os.R_OK)
with post.open("r+b") as file:
    file.write({others!r})
    file.truncate()
    file.flush()
    os.fsync(file.fileno())
os.access(post.with_name("mark-changed"), os.R_OK)
"""
_JOURNAL = """
import itertools, os
from pathlib import Path
from editor.post.journal import Beginning, Journal, Step
from editor.text.edit import Edit
from editor.text.source import decode
journal, beginning = Journal(Path({path!r})), Beginning(None, decode(b""))
for former, text in itertools.pairwise({texts!r}):
    journal.add(beginning, [Step(Edit(0, len(former), text), 1)])
    journal.write()
    os.access(journal.path.with_name(f"mark-{{len(text)}}"), os.R_OK)
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "blog"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("kind", ["plain", "new", "two names"])
def test_a_save(folder, cases, tell, kind):
    """And then another program writes the file: nothing of the save may come back over that."""
    post = folder / "post.md"
    if kind != "new":
        post.write_bytes(OLD)
    if kind == "two names":
        os.link(post, folder / "linked.md")
    recording = Recording(folder, _SAVE.format(post=str(post), new=NEW, others=OTHERS), folder.with_name("log"))
    saved, changed = recording.until("saved"), recording.until("changed")
    count, found = 0, set()
    for number, disk in recording.cuts(cases(30, share=1 / 100)):
        if saved < number < changed:
            continue  # the other program's own risk
        count += 1
        disk.lay_out(folder)
        finish(post)
        data = post.read_bytes() if post.exists() else None
        found.add(data)
        if number > saved:
            assert data == OTHERS
        else:
            assert data in ((None if kind == "new" else OLD), NEW), (number, len(data))
            assert data == NEW or number < saved
        clean_leftovers(folder, now=2**40)
        assert {one.name for one in folder.iterdir()} <= {"post.md", "linked.md"}
    assert len(found) == 3
    assert count > 100
    tell(f"{kind}: {count} power cuts on the strictest disk, the file was the old or the new one each time")


def test_a_journal(folder, cases, tell):
    texts = ["", *("朝" * 400 * number for number in range(1, 4))]
    path = folder / "a.journal"
    recording = Recording(folder, _JOURNAL.format(path=str(path), texts=texts), folder.with_name("log"))
    written = [recording.until(str(len(text))) for text in texts[1:]]
    count = 0
    for number, disk in recording.cuts(cases(30, share=1 / 100)):
        count += 1
        disk.lay_out(folder)
        recovered = read_journal(path)
        text = recovered.text if recovered is not None else ""
        assert text in texts
        assert texts.index(text) >= sum(number >= until for until in written), number
    assert count > 100
    tell(f"{count} power cuts on the strictest disk while a journal is written: all that was flushed is there")
