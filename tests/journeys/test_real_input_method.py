"""A real input method: ibus with Anthy, in an X session of its own, types Japanese into the real program."""

import shutil
import sys
from pathlib import Path

import pytest

from tests import sessions

NEEDED = ("Xvfb", "dbus-run-session", "ibus-daemon", "anthy-agent")
SESSION = Path(__file__).with_name("ibus_session.py")


@pytest.mark.skipif(
    any(shutil.which(name, path="/usr/bin:/bin") is None for name in NEEDED)
    or not Path("/usr/share/ibus-anthy").is_dir(),
    reason="needs Debian's xvfb, dbus, ibus-anthy",
)
def test_japanese_is_composed_converted_and_saved(tmp_path, sample):
    post = tmp_path / "post.md"
    shutil.copyfile(sample, post)
    environment = {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}
    returned, log = sessions.run([sys.executable, str(SESSION), str(post)], tmp_path, environment)
    assert returned == 0, log
    first = "AIインフラ投資3600億ドル超、その真意はどこにあるのか？\n"
    text = sample.read_text(encoding="utf-8")
    at = text.index("\n" + first) + 1
    assert post.read_text(encoding="utf-8") == text[:at] + "日本語" + text[at:]
