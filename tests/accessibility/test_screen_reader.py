"""A real client of AT-SPI, in an X session of its own, opens, reads, edits and saves the sample by the tree alone."""

import shutil
import sys
from pathlib import Path

import pytest

from tests import sessions

NEEDED = ("Xvfb", "dbus-run-session")
FILES = ("/usr/lib/python3/dist-packages/pyatspi", "/usr/share/dbus-1/services/org.a11y.Bus.service")
CLIENT = Path(__file__).with_name("screen_reader.py")


@pytest.mark.skipif(
    any(shutil.which(name, path="/usr/bin:/bin") is None for name in NEEDED)
    or not all(Path(name).exists() for name in FILES),
    reason="needs Debian's xvfb, dbus, at-spi2-core and python3-pyatspi",
)
def test_a_screen_reader_edits_and_saves(tmp_path, sample):
    post = tmp_path / "post.md"
    shutil.copyfile(sample, post)
    command = ["/usr/bin/python3", str(CLIENT), sys.executable, str(post), "新しい題"]
    returned, log = sessions.run(command, tmp_path, {})
    assert returned == 0, log
    old = sample.read_bytes()
    title = "AIインフラ投資3600億ドル超、その真意はどこにあるのか？"
    assert post.read_bytes() == old.replace(f'title: "{title}"'.encode(), 'title: "新しい題"'.encode(), 1)
    assert old.count(title.encode()) > 1, "the text has it too, and keeps it"
