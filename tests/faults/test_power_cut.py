"""A power cut at any moment of a save, and of a journal's writing, on a real file system.

What the kernel writes to the disk is recorded block by block; then each beginning of it is mounted again, as a machine
would after the cut, and looked at. Of what was written after the last flush the disk may have kept any part, so some of
these are tried as well. Once a save has returned, each later cut must give the new bytes.
"""

import contextlib
import itertools
import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from editor.post.atomic import clean_leftovers, finish
from editor.post.files import Stamp, write_file
from editor.post.journal import Beginning, Journal, Step, read_journal
from editor.text.edit import Edit
from editor.text.source import decode
from tests.faults import recording_disk
from tests.faults.recording_disk import records

SIZE = 8 * 2**20
KNOWN = {
    # without these options the kernel syncs a file that is renamed over another by itself
    "ext4": (["mkfs.ext4", "-q", "-F"], "noauto_da_alloc"),
    "ext4, data not ordered": (["mkfs.ext4", "-q", "-F"], "noauto_da_alloc,data=writeback"),
    "vfat": (["mkfs.vfat"], "utf8"),
}


def _known_to_the_kernel():
    try:
        kernel = Path("/proc/filesystems").read_text().split()
    except OSError:
        return []
    return [name for name in KNOWN if name.split(",")[0] in kernel and shutil.which(KNOWN[name][0][0])]


def run(*command):
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=60)


@dataclass
class Machine:
    """A disk that records what is written to it, mounted at `folder`."""

    base: Path
    system: str
    before: bytes = b""
    first: int = 0
    returned: int = 0
    log: list = field(default_factory=list)

    @property
    def folder(self):
        return self.base / "mounted"

    @contextlib.contextmanager
    def running(self):
        """The machine runs; when it is left, all that was written is in `log`."""
        image, shown = self.base / "image", self.base / "shown"
        for folder in (self.folder, shown):
            folder.mkdir()
        with image.open("wb") as file:
            file.truncate(SIZE)
        command, options = KNOWN[self.system]
        run(*command, image)
        server = subprocess.Popen(
            [sys.executable, recording_disk.__file__, shown, image, self.base / "log"], stderr=subprocess.DEVNULL
        )
        try:
            end = time.monotonic() + 10
            while not (shown / "disk").exists():
                if server.poll() is not None or time.monotonic() > end:
                    pytest.skip("needs FUSE: libfuse3-3 and /dev/fuse")
                time.sleep(0.02)
            try:
                run("mount", "-o", f"loop,{options}", shown / "disk", self.folder)
            except subprocess.CalledProcessError as error:
                pytest.skip(f"needs loop devices, and root: {error.stderr.decode().strip()}")
            try:
                yield
            finally:
                run("umount", self.folder)
        finally:
            subprocess.run(["umount", str(shown)], check=False, capture_output=True)
            server.kill()
            server.wait()
        self.log = list(records(self.base / "log"))

    def now(self):
        """How much was written until now."""
        return sum(1 for _ in records(self.base / "log"))

    def sync(self):
        """All is on the disk: a cut comes later."""
        os.sync()
        self.before = (self.base / "image").read_bytes()
        self.first = self.now()

    def cuts(self, more):
        """What the disk may hold after a cut: (how much was written until then, its bytes).

        Args:
            more: how many cuts with a part of what came after the last flush.

        """
        dice, disk, since = random.Random(1), bytearray(self.before), list[int]()
        flushed = bytes(disk)
        for number in range(self.first, len(self.log)):
            yield number, bytes(disk)
            record = self.log[number]
            if record.is_flush:
                flushed, since = bytes(disk), []
                continue
            since.append(number)
            disk[record.offset : record.offset + len(record.data)] = record.data
            for _ in range(more if len(since) > 1 else 0):
                some = bytearray(flushed)
                for kept in sorted(dice.sample(since, dice.randrange(len(since)))):
                    some[self.log[kept].offset : self.log[kept].offset + len(self.log[kept].data)] = self.log[kept].data
                yield number, bytes(some)
        yield len(self.log), bytes(disk)

    @contextlib.contextmanager
    def started_again(self, disk):
        """The machine after a cut."""
        image = self.base / "after"
        image.write_bytes(disk)
        run("mount", "-o", f"loop,{KNOWN[self.system][1]}", image, self.folder)
        try:
            yield
        finally:
            run("umount", self.folder)


@pytest.fixture(params=_known_to_the_kernel())
def machine(request, tmp_path):
    if os.geteuid():
        pytest.skip("needs root: it mounts disks")
    return Machine(tmp_path, request.param)


OLD, NEW = b"old\r\n" * 3_000, "新しい\n".encode() * 2_000


@pytest.mark.parametrize("kind", ["plain", "new", "two names"])
def test_a_save(machine, cases, tell, kind):
    post = machine.folder / "post.md"
    with machine.running():
        if kind != "new":
            post.write_bytes(OLD)
        if kind == "two names" and machine.system != "vfat":
            os.link(post, machine.folder / "linked.md")
        machine.sync()
        write_file(post, NEW, expected=None if kind == "new" else Stamp.of(OLD))
        machine.returned = machine.now()
        with (machine.folder / "other").open("wb") as other:  # other programs sync what is theirs
            os.fsync(other.fileno())
        os.sync()
    count, found = 0, set()
    for number, disk in machine.cuts(cases(2, share=1 / 500)):
        count += 1
        with machine.started_again(disk):
            finish(post)
            data = post.read_bytes() if post.exists() else None
            assert data in ((None if kind == "new" else OLD), NEW), (number, len(data))
            assert data == NEW or number < machine.returned
            found.add(data)
            clean_leftovers(machine.folder, now=2**40)
            assert {one.name for one in machine.folder.iterdir()} <= {"post.md", "linked.md", "other", "lost+found"}
    assert len(found) == 2
    assert count > 10
    tell(f"{machine.system}, {kind}: {count} power cuts in a save, the file was the old or the new one each time")


def test_a_journal(machine, cases, tell):
    texts = ["", *("朝" * 400 * number for number in range(1, 4))]
    with machine.running():
        journal, beginning = Journal(machine.folder / "a.journal"), Beginning(None, decode(b""))
        machine.sync()
        written = []
        for former, text in itertools.pairwise(texts):
            journal.add(beginning, [Step(Edit(0, len(former), text), 1)])
            journal.write()
            written.append(machine.now())
    count = 0
    for number, disk in machine.cuts(cases(2, share=1 / 500)):
        count += 1
        with machine.started_again(disk):
            found = read_journal(journal.path)
        text = found.text if found is not None else ""
        assert text in texts
        assert texts.index(text) >= sum(number >= until for until in written), number
    tell(f"{machine.system}: {count} power cuts while a journal is written, all that was flushed is there each time")
