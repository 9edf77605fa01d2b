"""The program is killed before or after any call of git while it commits and pushes: nothing of the writer's changes,
and doing it again ends in the one commit that was wanted.
"""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from editor.blog.site import blog_of
from editor.export.exporting import Exporting
from editor.export.git import Git
from editor.export.memory import ExportMemory
from editor.export.plan import plan_export
from editor.export.repository import Repository
from tests.conftest import ROOT
from tests.export.desks import JEKYLL, NOW, picture
from tests.export.repositories import World, git, make_world, state_of
from tests.files import write

OURS = {"_posts/2026-04-12-harbour.md", "assets/img/a.png", "assets/images/a.png", "theirs.md"}


def whole(folder):
    """Export, commit, push."""
    root, memory = folder / "mine", ExportMemory(folder / "state")
    plan = plan_export(folder / "drafts" / "note.md", blog_of(root / "_posts" / "2026-01-06-old.md"), memory, NOW)
    export = Exporting(plan, memory, Repository.of(root, trusted=True), "Add post: Harbour")
    export.write()
    export.commit()
    export.push()


def prepare(folder):
    """A world with things that nobody may touch, a draft with a picture, and a commit of somebody else."""
    folder.mkdir()
    world = make_world(folder)
    write(world.mine, {"_layouts/post.html": "x", "_posts/2026-01-05-first.md": JEKYLL["_posts/2026-04-01-first.md"]})
    git(world.mine, "add", "-A")
    git(world.mine, "commit", "-qm", "more")
    git(world.mine, "push", "-q")
    world.somebody_commits("theirs.md", "x\n")
    world.make_dirty()
    draft = folder / "drafts" / "note.md"
    picture(draft.parent / "a.png")
    draft.write_text("# Harbour\n\n![a](a.png)\n", encoding="utf-8")


def killed_at(folder, step, *, after):
    """Do it in a process of its own that is killed at a call of git; whether it came to that call."""
    child = os.fork()
    if not child:
        calls, real = 0, Git._call

        def counted(*arguments):
            nonlocal calls
            calls += 1
            if calls == step and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            done = real(*arguments)
            if calls == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        Git._call = counted
        try:
            whole(folder)
        except BaseException:  # noqa: BLE001  the parent must hear of it, and pytest must not go on in the child
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def main(template, *, after):
    """Kill it at each call; how many there were."""
    step = 0
    while True:
        step += 1
        folder = template.parent / f"step-{step}"
        shutil.copytree(template, folder, symlinks=True)
        world = World(folder / "bare.git", folder / "mine", folder / "theirs")
        git(world.mine, "remote", "set-url", "origin", str(world.bare))
        before = state_of(world.mine, but=OURS)
        was_killed = killed_at(folder, step, after=after)
        assert state_of(world.mine, but=OURS) == before, f"step {step}"
        if was_killed:
            whole(folder)
            assert state_of(world.mine, but=OURS) == before, f"step {step}, again"
        log = git(world.bare, "log", "--format=%s", "main").split("\n")[:-1]
        assert log == ["Add post: Harbour", "theirs", "more", "first"], f"step {step}: {log}"
        names = set(git(world.bare, "show", "--name-only", "--format=", "main").split())
        assert len(names & OURS) == 2, names
        assert git(world.mine, "rev-parse", "HEAD") == git(world.bare, "rev-parse", "main")
        shutil.rmtree(folder)
        if not was_killed:
            return step - 1


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_at_every_call_of_git(tmp_path, after):
    """In a process without threads, which may fork."""
    prepare(tmp_path / "template")
    program = (
        f"from pathlib import Path; from tests.export.test_killed import main; "
        f"print(main(Path({str(tmp_path / 'template')!r}), after={after}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT, timeout=240
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 20
