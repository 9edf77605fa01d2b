"""A day of writing: memory, handles, processes and the time of a key at its end are those of its beginning.

`--n 50000` writes the whole day; the suite writes an hour of it, and looks at handles and processes alone: memory and
times are not at rest by then.
"""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

SAMPLE, DAY = 2_500, 50_000


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_day_of_writing(tmp_path, corpus_posts, sample, cases, tell):
    keys, posts = cases(SAMPLE), tmp_path / "posts"
    posts.mkdir()
    for number, path in enumerate(corpus_posts[: max(10, keys // 250)]):
        (posts / f"{number:04}.md").write_bytes(path.read_bytes())
    shutil.copyfile(sample, posts / "sample.md")
    homes = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak.day", str(posts), str(keys)],
        cwd=ROOT,
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120 + keys / 10,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    assert "Traceback" not in done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    begin, end = found["begin"], found["end"]
    tell(json.dumps(found))
    assert found["counts"]["saves"] == keys // 100
    assert found["counts"]["posts"] == keys // 250 + 2
    assert end["processes"] <= begin["processes"]
    assert end["handles"] <= begin["handles"] + 8
    assert end["threads"] <= begin["threads"] + 2
    if keys >= DAY:
        assert end["memory MB"] < 1.1 * begin["memory MB"]
        assert end["memory with children MB"] < 1.1 * begin["memory with children MB"]
        assert end["key ms"] < 1.1 * begin["key ms"]
