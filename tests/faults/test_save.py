"""A save that is killed, or that the system refuses, at each of its system calls (by strace): the file is whole.

The calls are not guessed: one run tells which there are, then one run a call is killed or fails there.
"""

import errno
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from editor.post.atomic import TEMPORARY_SUFFIX, THROUGH_SUFFIX, clean_leftovers, finish
from editor.post.files import Stamp, write_file
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace: apt-get install strace")

OLD, NEW = b"---\ntitle: old\n---\n" + b"o" * 9_000, b"---\ntitle: new\n---\n" + "語".encode() * 4_000
CALLS = "openat,write,fsync,rename,unlink,close,fchown,chmod,lseek,ftruncate,read,setxattr,listxattr,umask"
_SAVE = """
import os, sys, tempfile
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from editor.post.files import FileError, Stamp, write_file
path = Path(sys.argv[2])
data = (path.parent / "new").read_bytes()
expected = Stamp.of((path.parent / "old").read_bytes())
tempfile.gettempdir()
os.umask(0o022)
os.access("/marker-begin", 0)
try:
    write_file(path, data, expected=expected)
except FileError as error:
    print(error.reason)
os.access("/marker-end", 0)
"""


def prepare(folder, *, linked):
    folder.mkdir()
    post = folder / "post.md"
    post.write_bytes(OLD)
    (folder / "old").write_bytes(OLD)
    (folder / "new").write_bytes(NEW)
    if linked:
        os.link(post, folder / "linked.md")
    return post


def traced(post, *options):
    """Run a save under strace; its output, the calls, and how it ended."""
    log = post.parent / "trace"
    command = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS},access", *options]
    program = [sys.executable, "-I", "-S", "-B", "-c", _SAVE, str(ROOT), str(post)]
    done = subprocess.run([*command, *program], capture_output=True, text=True, check=False, timeout=60)
    return done, log.read_text(errors="replace").splitlines()


def calls_of(tmp_path, *, linked):
    """Each call of a save: its name, and the how-many-th of that name in the whole program it is."""
    _, lines = traced(prepare(tmp_path / f"all-{linked}", linked=linked))
    counts, found, inside = {}, [], False
    for line in lines:
        match = re.match(r"\d+\s+(\w+)\(", line)
        if match is None:
            continue
        name = match[1]
        counts[name] = counts.get(name, 0) + 1
        if "/marker-begin" in line:
            inside = True
        elif "/marker-end" in line:
            break
        elif inside and name in CALLS.split(","):
            found.append((name, counts[name]))
    assert len(found) > 10, lines[-40:]
    return found


def check_whole(post, *, linked):
    """The old or the new bytes, and nothing beside them once it is cleaned; the next save succeeds."""
    finish(post)
    assert post.read_bytes() in (OLD, NEW)
    if linked:
        assert os.path.samefile(post, post.with_name("linked.md"))
    left = [one.name for one in post.parent.iterdir() if one.name.startswith(".")]
    assert all(name.endswith((TEMPORARY_SUFFIX, THROUGH_SUFFIX)) for name in left)
    clean_leftovers(post.parent, now=2**40)
    assert not [one for one in post.parent.iterdir() if one.name.startswith(".")]
    write_file(post, b"next", expected=Stamp.of(post.read_bytes()))
    assert post.read_bytes() == b"next"


def everywhere(jobs, run):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(run, jobs))


@pytest.mark.parametrize("linked", [False, True], ids=["one name", "two names"])
def test_killed_at_each_call(tmp_path, linked):
    calls = calls_of(tmp_path, linked=linked)

    def run(job):
        number, (name, count) = job
        post = prepare(tmp_path / f"kill-{number}", linked=linked)
        done, _ = traced(post, "-e", f"inject={name}:signal=KILL:when={count}")
        assert done.returncode in (-9, 137), (name, count, done)
        check_whole(post, linked=linked)

    everywhere(enumerate(calls), run)


FAILING = {
    "openat": ("EACCES", "ENOSPC", "EROFS", "EDQUOT"),
    "write": ("ENOSPC", "EIO", "EDQUOT"),
    "fsync": ("EIO", "ENOSPC"),
    "rename": ("EACCES", "EROFS", "EIO"),
    "ftruncate": ("EIO",),
    "close": ("EIO",),
    "read": ("EIO",),
}


@pytest.mark.parametrize("linked", [False, True], ids=["one name", "two names"])
def test_refused_at_each_call(tmp_path, linked):
    calls = calls_of(tmp_path, linked=linked)
    jobs = [(name, count, error) for name, count in calls for error in FAILING.get(name, ())]

    def run(job):
        number, (name, count, error) = job
        post = prepare(tmp_path / f"fail-{number}", linked=linked)
        done, _ = traced(post, "-e", f"inject={name}:error={error}:when={count}")
        assert done.returncode == 0, (job, done.stderr)
        assert "Traceback" not in done.stderr
        told = done.stdout.strip()
        if told:
            assert post.read_bytes() == OLD, job
            assert os.strerror(getattr(errno, error)).lower() not in told or error == "EACCES", told
        else:
            assert post.read_bytes() == NEW, job
        check_whole(post, linked=linked)
        return bool(told)

    assert sum(everywhere(enumerate(jobs), run)) > len(jobs) / 2


def test_a_disk_that_takes_less_than_it_is_given(tmp_path):
    """A write that claims to have written and has not is noticed when the file is read again."""
    post = prepare(tmp_path / "short", linked=False)
    count = next(count for name, count in calls_of(tmp_path, linked=False) if name == "write")
    done, _ = traced(post, "-e", f"inject=write:retval=5:when={count}")
    assert done.returncode == 0
    assert "the disk reports an error" in done.stdout
    assert post.read_bytes() == OLD
    check_whole(post, linked=False)
