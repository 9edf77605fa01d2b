"""An export that is killed at each of its steps: the blog is whole, and the next export ends what was begun."""

import subprocess
import sys

from editor.export.carry import carry_out
from tests.conftest import ROOT
from tests.export.desks import NOW, Desk, picture

_KILLED = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from datetime import datetime, UTC
import tempfile
from editor.blog.site import blog_of
from editor.export.carry import carry_out
from editor.export.memory import ExportMemory
from editor.export.plan import plan_export
calls = 0
def counted(real):
    def call(*arguments, **options):
        global calls
        calls += 1
        if calls == {step}:
            os.kill(os.getpid(), 9)
        return real(*arguments, **options)
    return call
for module, name in ((os, "replace"), (os, "fsync"), (os, "unlink"), (os, "chmod"), (os, "mkdir"), (os, "open"), (os, "fdopen")):
    setattr(module, name, counted(getattr(module, name)))
blog = Path({blog!r})
plan = plan_export(Path({draft!r}), blog_of(blog / "_posts/2026-04-01-first.md"), ExportMemory(Path({state!r})), datetime(2026, 4, 12, tzinfo=UTC))
calls = 0
carry_out(plan, ExportMemory(Path({state!r})))
print(calls)
"""


def test_killed_at_every_step_the_blog_is_whole_and_the_next_export_ends_it(tmp_path):
    """Each file is the old or the new; what the killed one left is used, not doubled."""
    step, reached = 0, 0
    while True:
        step += 1
        folder = tmp_path / str(step)
        folder.mkdir()
        desk = Desk(folder)
        picture(desk.drafts / "a.png")
        picture(desk.drafts / "b.png", "blue")
        draft = desk.draft("# Title\n\n![a](a.png) ![b](b.png)\n")
        before = {path: path.read_bytes() for path in desk.blog_root.rglob("*") if path.is_file()}
        program = _KILLED.format(
            root=str(ROOT), step=step, blog=str(desk.blog_root), draft=str(draft), state=str(folder / "state")
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        after = {path: path.read_bytes() for path in desk.blog_root.rglob("*") if path.is_file()}
        assert {path: after.get(path) for path in before} == before
        for path in set(after) - set(before):
            if path.name.endswith(".postwright-save"):
                continue
            whole = {"a.png": desk.drafts / "a.png", "b.png": desk.drafts / "b.png"}.get(path.name)
            assert (
                after[path] == whole.read_bytes()
                if whole is not None
                else after[path].endswith(b"(/assets/img/b.png)\n")
            )
        assert draft.read_text() == "# Title\n\n![a](a.png) ![b](b.png)\n"
        if done.returncode == 0:
            assert step > int(done.stdout)
            break
        assert done.returncode == -9, done.stderr
        reached += 1
        plan = desk.plan(draft, now=NOW)
        posts = [path for path in desk.blog_root.rglob("*.md") if path not in before]
        if posts and plan.path not in posts:  # it was written, but not noted any more
            assert plan.path.name.endswith("-2.md")
            continue
        carry_out(plan, desk.memory)
        names = sorted(p.name for p in (desk.blog_root / "assets/img").iterdir() if not p.name.startswith("."))
        assert names == ["a.png", "b.png", "x.png"]
    assert reached > 15
