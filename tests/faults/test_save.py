"""Saves that are killed, or that the system refuses, at each of their system calls (by strace): the file is whole.

The calls are not guessed: one run tells which there are, then one run a call is killed or fails there.
`--n N` kills N saves, and lets N meet errors, of texts of other sizes each time.
"""

import contextlib
import itertools
import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from editor.post.atomic import TEMPORARY_SUFFIX, THROUGH_SUFFIX, clean_leftovers, finish
from editor.post.files import Stamp, write_file
from tests.conftest import ROOT
from tests.faults.victims import Call, Nursery, told

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace: apt-get install strace")

AT_ONCE = 50
"""How many saves one run of strace kills."""
CHANGES = ("write", "fsync", "rename", "unlink", "ftruncate")
"""The calls that an error may meet again and again: a full disk stays full."""


@dataclass(frozen=True)
class Case:
    """A post in a folder of its own."""

    folder: Path
    kind: str
    old: bytes | None
    new: bytes

    @property
    def post(self):
        return self.folder / os.readlink(self.folder / "name")

    def is_old(self):
        return self.post.read_bytes() == self.old if self.old is not None else not self.post.exists()

    def is_new(self):
        return self.post.exists() and self.post.read_bytes() == self.new


KINDS = ("plain", "new", "two names", "symbolic link", "attributes", "long name", "mode")


def prepare(folder, kind, seed=0):
    """Sizes differ by the seed: nothing, less than a page, some pages, a long text."""
    dice = random.Random(f"{kind} {seed}")
    old, new = (dice.randbytes(dice.choice((0, 1, 100, 4_096, 9_000, 70_000))) for _ in range(2))
    new += b"\0" if new == old else b""
    folder.mkdir()
    (folder / "new").write_bytes(new)
    name = "朝の散歩" * 15 + ".md" if kind == "long name" else "post.md"
    os.symlink(name, folder / "name")
    post = folder / name
    if kind == "new":
        return Case(folder, kind, None, new)
    (folder / "old").write_bytes(old)
    real = folder / "real.md" if kind == "symbolic link" else post
    real.write_bytes(old)
    if kind == "two names":
        os.link(post, folder / "linked.md")
    elif kind == "symbolic link":
        os.symlink("real.md", post)
    elif kind == "attributes":
        with contextlib.suppress(OSError):  # not every file system has them
            os.setxattr(post, "user.note", "朝".encode())
    elif kind == "mode":
        post.chmod(0o640)
    return Case(folder, kind, old, new)


def check_whole(case):
    """The old or the new bytes, and nothing beside them once it is cleaned; what the file is else stays; the next save
    succeeds.
    """
    finish(case.post)
    assert case.is_old() or case.is_new()
    post, kind = case.post, case.kind
    if kind == "two names":
        assert os.path.samefile(post, post.with_name("linked.md"))
    elif kind == "symbolic link":
        assert os.readlink(post) == "real.md"
    elif kind == "mode":
        assert post.stat().st_mode & 0o777 == 0o640
    left = [one.name for one in post.parent.iterdir() if one.name.startswith(".")]
    assert all(name.endswith((TEMPORARY_SUFFIX, THROUGH_SUFFIX)) for name in left)
    clean_leftovers(post.parent, now=2**40)
    assert not [one for one in post.parent.iterdir() if one.name.startswith(".")]
    write_file(post, b"next", expected=Stamp.of(post.read_bytes()) if post.exists() else None)
    assert post.read_bytes() == b"next"


@pytest.fixture
def nursery():
    nursery = Nursery()
    yield nursery
    nursery.close()


def struck(nursery, base, kinds, injected, count):
    """For each kind and call the options that `injected` makes of them, so often that `count` saves were struck.

    Yields each option and the cases that were saved under it.
    """
    plans = []
    for kind in kinds:
        # what is called depends on the sizes too (a text that does not fit one write): the longest of some
        some = [prepare(base / f"all-{kind}-{seed}", kind, seed) for seed in range(6)]
        calls = max((nursery.calls_of(case.folder) for case in some), key=len)
        plans += [option for call in calls for option in zip(itertools.repeat(kind), injected(call))]
    each = -(-count // len(plans))
    for number, (kind, option) in enumerate(plans):
        for start in range(0, each, AT_ONCE):
            seeds = range(start, min(start + AT_ONCE, each))
            some = [prepare(base / f"{number}-{seed}", kind, seed) for seed in seeds]
            nursery.strike([case.folder for case in some], "-e", option)
            yield option, some
            for case in some:
                shutil.rmtree(case.folder)


@pytest.mark.parametrize("kinds", [KINDS[::2], KINDS[1::2]], ids=" ".join)
def test_killed_at_each_call(nursery, tmp_path, cases, tell, kinds):
    def killed(call):
        return [f"inject={call.name}:signal=KILL:when={call.count}"]

    count = 0
    for option, some in struck(nursery, tmp_path, kinds, killed, cases(1, share=1 / 2)):
        for case in some:
            if told(case.folder):  # a shorter text has fewer calls
                assert told(case.folder) == "saved", option
                assert case.is_new(), option
            else:
                count += 1
            check_whole(case)
    assert count > 20 * len(kinds)
    tell(f"{count} saves killed at their system calls ({', '.join(kinds)}): each file was the old or the new one")


@pytest.mark.parametrize("error", ["EACCES", "ENOSPC", "EROFS", "EDQUOT", "EIO", "EINTR"])
def test_refused_at_each_call(nursery, tmp_path, cases, tell, error):
    """Once, and from a call on."""

    def refused(call: Call):
        once = f"inject={call.name}:error={error}:when={call.count}"
        return [once, once + "+"] if call.name in CHANGES and error != "EINTR" else [once]

    count = refusals = 0
    kinds = KINDS if error in ("EIO", "ENOSPC") else KINDS[:3]
    for option, some in struck(nursery, tmp_path, kinds, refused, cases(1, share=1 / 6)):
        for case in some:
            said = told(case.folder)
            count += 1
            assert said.startswith(("saved", "refused: ")), (option, said)
            if said == "saved":
                assert case.is_new(), option
            else:
                refusals += 1
                assert case.is_old() or option.endswith("+"), (option, said)
                check_words(said)
            check_whole(case)
    assert refusals > count / 4
    tell(f"{count} saves met {error} at a system call, {refusals} were refused: no byte was lost")


def check_words(said):
    """What is said is no error's name, and says what to do."""
    assert "Errno" not in said
    assert "Traceback" not in said
    assert len(said) > len("refused: ") + 10


@pytest.mark.parametrize("kind", ["plain", "two names"])
def test_a_disk_that_takes_less_than_it_is_given(nursery, tmp_path, kind):
    """A write that claims to have written and has not is noticed when the file is read again."""
    seed = next(seed for seed in range(9) if len(prepare(tmp_path / f"size-{seed}", kind, seed).new) > 4_096)
    writes = [call for call in nursery.calls_of(tmp_path / f"size-{seed}") if call.name == "write"]
    for call in writes:
        case = prepare(tmp_path / f"short-{call.count}", kind, seed)
        nursery.strike([case.folder], "-e", f"inject=write:retval={len(case.new) // 2}:when={call.count}")
        assert "the disk reports an error" in told(case.folder)
        assert case.is_old()
        check_whole(case)
    assert len(writes) >= 1 + (kind == "two names")


_LIMITED = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from editor.post.files import FileError, Stamp, write_file
import resource, tempfile
tempfile.gettempdir()
path = Path(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    write_file(path, (path.parent / "new").read_bytes(), expected=Stamp.of(path.read_bytes()))
except FileError as error:
    print(error.reason)
"""


@pytest.mark.parametrize("kind", ["plain", "two names"])
@pytest.mark.parametrize("limit", [0, 1, 4_096, 8_999])
def test_a_disk_that_takes_a_part(tmp_path, kind, limit):
    """The system writes as much as fits, and then no more."""
    case = prepare(tmp_path / "part", kind)
    (case.folder / "new").write_bytes(b"n" * 9_000)
    case = Case(case.folder, kind, case.old, b"n" * 9_000)
    program = [sys.executable, "-I", "-S", "-B", "-c", _LIMITED, str(ROOT), str(case.post), str(limit)]
    done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    check_words("refused: " + done.stdout.strip())
    assert case.is_old()
    check_whole(case)
