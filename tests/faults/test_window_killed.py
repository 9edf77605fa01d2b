"""kill -9 at a random moment while somebody types in the real window: file and journal have all but the last moment."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from editor.post.journal import KEPT, journals_in, read_journal
from tests.conftest import ROOT
from tests.faults.typist import LATEST_MS, typed

TEXT = "---\r\ntitle:  'x' # kept\r\n---\r\n\r\nBody one\r\n"
LOST_S = LATEST_MS / 1_000 + 0.5
"""What was typed so long before the kill must be there: the wait, and the disk's time."""


def test_killed_at_random_moments(tmp_path, cases, tell):
    def kill(seed):
        folder = tmp_path / str(seed)
        (folder / "blog").mkdir(parents=True)
        try:
            return killed(folder, seed)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(kill, range(cases(6, share=1 / 50))))
    assert sum(saves for saves, _ in found) > 0
    keys = sum(keys for _, keys in found)
    tell(
        f"the window killed {len(found)} times while {keys} keys were typed and saved: none older than {LOST_S} s lost"
    )


def killed(folder, seed):
    """Let somebody type, and kill the window; how many saves and keys there were."""
    post = folder / "blog" / "post.md"
    post.write_bytes(TEXT.encode())
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    command = [sys.executable, "-m", "tests.faults.typist", str(folder), str(post), str(seed)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT, start_new_session=True
    ) as process:
        first = process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 3) + (seed % 2 == 0) * LOST_S)
        os.killpg(process.pid, signal.SIGKILL)
        lines = [first, *process.stdout]
    events = [json.loads(line) for line in lines if line.endswith(b"]\n")]
    counts = {"saving": [0], "saved": [0], "key": [0]}
    for _, event, count in events:
        counts[event].append(count)

    text = post.read_bytes().decode()
    assert text.startswith(TEXT)
    in_file = text.removeprefix(TEXT).replace("\r\n", "\n")
    # the file: what was saved last, or what was just being saved
    assert in_file in (typed(counts["saved"][-1]), typed(counts["saving"][-1])), (seed, len(in_file))
    safe = max((count for when, _, count in events if when < events[-1][0] - LOST_S), default=0)
    journals = journals_of(folder / "state" / "journal")
    assert len(journals) <= 1
    body = in_file
    if journals:
        found = read_journal(journals[0])
        written = found.text.partition("Body one\n")[2] if found is not None else ""
        assert typed(counts["key"][-1] + 1).startswith(written), seed
        body = max(body, written, key=len)
    assert len(body) >= safe, (seed, len(body), safe)
    return len(counts["saved"]) - 1, counts["key"][-1]


def journals_of(folder):
    """The journals of windows that did not end."""
    if not folder.is_dir():
        return []
    return [one for sub in folder.iterdir() if sub.name != KEPT for one in journals_in(sub)]
